import Procurement

/// Who gets a place and at which table: the choice with the highest sum of scores that meets the floors and shares.
///
/// One company is one unit of flow: source → class (small or not, newcomer or not) → company → table → sink. Floors
/// are lower bounds at the tables. The two shares cross each other, which one network can't hold; but when the number
/// of small newcomers is at least `k`, they come apart into bounds per class: `k`, `small − k`, `newcomers − k`. The
/// least cost is convex in `k`, so a binary search over it is exact.
struct SeatSelection: Sendable {
    struct Option: Sendable, Hashable {
        var table: Int
        var score: Int
    }

    struct Entrant: Sendable {
        var isSmall: Bool
        var isNewcomer: Bool
        /// Has its place already: registered, or pinned.
        var isForced: Bool
        /// Must sit at its (only) table: moved there by hand.
        var isBound: Bool
        var options: [Option]

        /// Small newcomer, small, newcomer, neither.
        var kind: Int { isSmall ? (isNewcomer ? 0 : 1) : (isNewcomer ? 2 : 3) }
    }

    struct Result: Sendable {
        /// Per entrant: `nil` without a place.
        var seats: [Seat?]
        /// Units of floors, shares and forced places that are not met.
        var shortfall: Int
        var cost: LayeredCost
    }

    enum Seat: Sendable, Hashable {
        case table(Int)
        case noTable
    }

    /// A missing small newcomer is missing from both shares; counted once, a `k` above what can be had would look
    /// cheaper than it is.
    static let weight = [2, 1, 1, 1]
    /// Meeting a forced place outweighs every floor and share that one place can serve, by rerouting too.
    static let forced = 8

    let places: Int
    let floors: [Int]
    /// Companies that a table can take over the day; `nil`: any number.
    let ceilings: [Int?]
    let small: Int
    let newcomers: Int
    /// Sorted by supplier id.
    let entrants: [Entrant]

    func solve() -> Result {
        var shortlist = SeatShortlist(entrants, tables: floors.count, places: places)
        let free = flow([0, 0, 0, 0], &shortlist)
        let counts = Self.counts(of: free, entrants)
        if counts.small >= small, counts.newcomers >= newcomers { return free }
        var known: [Int: Result] = [:]
        func at(_ k: Int) -> Result {
            if let result = known[k] { return result }
            let result = flow([k, max(0, small - k), max(0, newcomers - k), 0], &shortlist)
            known[k] = result
            return result
        }
        var low = 0
        var high = max(small, newcomers)
        while low < high {
            let middle = (low + high) / 2
            if Self.isBetter(at(middle + 1), than: at(middle)) { low = middle + 1 } else { high = middle }
        }
        return at(low)
    }

    private static func isBetter(_ left: Result, than right: Result) -> Bool {
        (left.shortfall, left.cost.score, left.cost.order) < (right.shortfall, right.cost.score, right.cost.order)
    }

    static func counts(of result: Result, _ entrants: [Entrant]) -> (small: Int, newcomers: Int) {
        var small = 0
        var newcomers = 0
        for (entrant, seat) in zip(entrants, result.seats) where seat != nil {
            small += entrant.isSmall ? 1 : 0
            newcomers += entrant.isNewcomer ? 1 : 0
        }
        return (small, newcomers)
    }

    /// The cheapest flow with at least `minimum[kind]` companies of each class, as far as they can be had: among those
    /// on the shortlist first, then among more, until the prices tell that nobody left out would do better.
    private func flow(_ minimum: [Int], _ shortlist: inout SeatShortlist) -> Result {
        while true {
            let network = SeatNetwork(self, minimum: minimum, options: shortlist.options)
            guard shortlist.extend(where: network.wouldGain) else { return network.result }
        }
    }
}
