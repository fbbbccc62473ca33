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
    private static let weight = [2, 1, 1, 1]
    /// Meeting a forced place outweighs every floor and share that one place can serve, by rerouting too.
    private static let forced = 8

    let places: Int
    let floors: [Int]
    /// Companies that a table can take over the day; `nil`: any number.
    let ceilings: [Int?]
    let small: Int
    let newcomers: Int
    /// Sorted by supplier id.
    let entrants: [Entrant]

    init(places: Int, floors: [Int], ceilings: [Int?], small: Int, newcomers: Int, entrants: [Entrant]) {
        self.places = places
        self.floors = floors
        self.ceilings = ceilings
        self.small = small
        self.newcomers = newcomers
        self.entrants = Self.pruned(entrants, keep: places, tables: floors.count)
    }

    /// Drops options that no best choice needs: behind the first `keep` of the same class at the same table there is
    /// always one without a place to take instead, with no worse score and id.
    private static func pruned(_ entrants: [Entrant], keep: Int, tables: Int) -> [Entrant] {
        var ranked: [[(entrant: Int, score: Int)]] = Array(repeating: [], count: tables * 4)
        for (index, entrant) in entrants.enumerated() where !entrant.isForced {
            for option in entrant.options { ranked[option.table * 4 + entrant.kind].append((index, option.score)) }
        }
        var pruned = entrants
        for index in pruned.indices where !pruned[index].isForced { pruned[index].options = [] }
        for (slot, list) in ranked.enumerated() {
            let best = list.sorted { $0.score != $1.score ? $0.score > $1.score : $0.entrant < $1.entrant }
            for (entrant, score) in best.prefix(keep) {
                pruned[entrant].options.append(Option(table: slot / 4, score: score))
            }
        }
        return pruned
    }

    func solve() -> Result {
        let free = flow([0, 0, 0, 0])
        let counts = Self.counts(of: free, entrants)
        if counts.small >= small, counts.newcomers >= newcomers { return free }
        var known: [Int: Result] = [:]
        func at(_ k: Int) -> Result {
            if let result = known[k] { return result }
            let result = flow([k, max(0, small - k), max(0, newcomers - k), 0])
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

    /// The cheapest flow with at least `minimum[kind]` companies of each class, as far as they can be had.
    private func flow(_ minimum: [Int]) -> Result {
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        let kinds = network.addNodes(4)
        let tables = network.addNodes(floors.count)
        let need = LayeredCost(need: -1)
        for kind in 0..<4 {
            network.addArc(
                from: source, to: kinds[kind], capacity: min(minimum[kind], places),
                cost: LayeredCost(need: -Self.weight[kind]))
            network.addArc(from: source, to: kinds[kind], capacity: places)
        }
        for table in tables.indices {
            let ceiling = ceilings[table].map { min($0, places) } ?? places
            let floor = min(floors[table], ceiling)
            network.addArc(from: tables[table], to: sink, capacity: floor, cost: need)
            network.addArc(from: tables[table], to: sink, capacity: ceiling - floor)
        }
        var seats: [[(arc: Int, seat: Seat)]] = Array(repeating: [], count: entrants.count)
        for (index, entrant) in entrants.enumerated() where entrant.isForced || !entrant.options.isEmpty {
            let node = network.addNode()
            network.addArc(
                from: kinds[entrant.kind], to: node, capacity: 1,
                cost: LayeredCost(need: entrant.isForced ? -Self.forced : 0, order: index))
            for option in entrant.options {
                // One micro-unit more, so that a seat at a table beats an empty one even without a score.
                let arc = network.addArc(
                    from: node, to: tables[option.table], capacity: 1,
                    cost: LayeredCost(need: entrant.isBound ? -Self.forced : 0, score: -option.score - 1))
                seats[index].append((arc, .table(option.table)))
            }
            if entrant.isForced { seats[index].append((network.addArc(from: node, to: sink, capacity: 1), .noTable)) }
        }
        let cost = network.solve(from: source, to: sink, limit: places).cost
        let wanted =
            zip(minimum, Self.weight).reduce(0) { $0 + $1.0 * $1.1 } + floors.reduce(0, +)
            + (entrants.count(where: \.isForced) + entrants.count(where: \.isBound)) * Self.forced
        return Result(
            seats: seats.map { arcs in arcs.first { network.flow(on: $0.arc) > 0 }?.seat },
            shortfall: wanted + cost.need,
            cost: cost)
    }
}
