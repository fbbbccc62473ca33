/// Branch and bound over the newcomers' bounds of `CouncilChoice`.
struct CouncilSearch: Sendable {
    let choice: CouncilChoice
    /// The newcomers that are asked for.
    let newcomers: Int
    /// More than any member is worth, so that it buys a newcomer at any cost in score.
    private let highestPrice: Int
    /// Nodes before the search stops with a gap.
    private let limit: Int

    init(_ choice: CouncilChoice, newcomers: Int, limit: Int = 200) {
        self.choice = choice
        self.newcomers = newcomers
        self.limit = limit
        let best = choice.members.map(\.value).max() ?? 0
        highestPrice = (best + 1) * (choice.seats.reduce(0, +) + 1)
    }

    /// Whether any choice holds every constraint.
    var isFeasible: Bool {
        let most = choice.flow(price: highestPrice, box: choice.openBox)
        return most.shortfall == 0 && most.newcomers >= newcomers
    }

    /// The best solution found and a bound on all; the solution misses something only where every one does.
    func solve() -> (solution: CouncilChoice.Solution, bound: Int) {
        let free = choice.flow(price: 0, box: choice.openBox)
        if free.newcomers >= newcomers { return (free, free.value) }
        let most = choice.flow(price: highestPrice, box: choice.openBox)
        // Nothing can be better: the price comes after all that is needed, and before all scores.
        if most.newcomers < newcomers || most.shortfall > 0 { return (most, most.value) }
        var best = most
        var open = [(box: choice.openBox, bound: free.value)]
        var nodes = 0
        while let node = open.popLast(), !Task.isCancelled {
            guard node.bound > best.value else { continue }
            guard nodes < limit else {
                let bound = open.reduce(max(best.value, node.bound)) { max($0, $1.bound) }
                return (best, bound)
            }
            nodes += 1
            let (low, high, bound) = price(node.box)
            if let high, high.value > best.value { best = high }
            guard let low, let high, bound > best.value else { continue }
            // Split where the two sides of the best price differ most.
            let difference = (0..<choice.cellCount).map {
                choice.newcomers(in: high, cell: $0) - choice.newcomers(in: low, cell: $0)
            }
            guard let cell = difference.indices.max(by: { (difference[$0], -$0) < (difference[$1], -$1) }),
                difference[cell] > 0
            else { continue }
            let middle = choice.newcomers(in: low, cell: cell)
            var less = node.box
            less.upper[cell] = middle
            var more = node.box
            more.lower[cell] = middle + 1
            open.append((less, bound))
            open.append((more, bound))
        }
        return (best, best.value)
    }

    /// The least price that brings enough newcomers, by bisection; the solutions on either side of it; and the bound
    /// that prices give: no choice within the box is worth more. Nothing where the box holds no choice at all.
    private func price(
        _ box: CouncilChoice.Box
    ) -> (low: CouncilChoice.Solution?, high: CouncilChoice.Solution?, bound: Int) {
        var low = choice.flow(price: 0, box: box)
        guard low.shortfall == 0 else { return (nil, nil, .min) }
        if low.newcomers >= newcomers { return (nil, low, low.value) }
        var high = choice.flow(price: highestPrice, box: box)
        guard high.newcomers >= newcomers else { return (nil, nil, .min) }
        var below = 0
        var above = highestPrice
        while above - below > 1, !Task.isCancelled {
            let middle = below + (above - below) / 2
            let solution = choice.flow(price: middle, box: box)
            if solution.newcomers >= newcomers {
                above = middle
                high = solution
            } else {
                below = middle
                low = solution
            }
        }
        let bound = min(
            low.value + below * (low.newcomers - newcomers), high.value + above * (high.newcomers - newcomers))
        return (low, high, bound)
    }
}
