/// Which meetings take place, without regard to when: the worthiest choice within everyone's minimum and maximum.
///
/// A b-matching, solved as a flow: company → host, one unit a meeting. When nobody is away, every choice can be given
/// slots (`SlotColouring`), so this choice is the best timetable; otherwise its worth bounds every timetable's.
struct PairSelection: Sendable {
    struct Result: Sendable {
        /// Indices of pairs, rising.
        var chosen: [Int]
        /// Meetings missing from minima, and pins missing (each many times over).
        var shortfall: Int
        var worth: Int
    }

    /// A pinned meeting outweighs the two minima that it may cost, and what follows from those.
    static let pinned = 1_000

    let problem: TimetableProblem

    func solve() -> Result {
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        let companies = network.addNodes(problem.companies.count)
        let hosts = network.addNodes(problem.hosts.count)
        let need = LayeredCost(need: -1)
        var wanted = 0
        for (node, person) in zip(companies, problem.companies) {
            let least = min(person.minimum, person.maximum)
            network.addArc(from: source, to: node, capacity: least, cost: need)
            network.addArc(from: source, to: node, capacity: person.maximum - least)
            wanted += person.minimum
        }
        for (node, person) in zip(hosts, problem.hosts) {
            let least = min(person.minimum, person.maximum)
            network.addArc(from: node, to: sink, capacity: least, cost: need)
            network.addArc(from: node, to: sink, capacity: person.maximum - least)
            wanted += person.minimum
        }
        let arcs = problem.pairs.enumerated().map { index, pair in
            wanted += pair.isPinned ? Self.pinned : 0
            return network.addArc(
                from: companies[pair.company], to: hosts[pair.host], capacity: 1,
                cost: LayeredCost(need: pair.isPinned ? -Self.pinned : 0, score: -pair.worth, order: index))
        }
        let cost = network.solve(from: source, to: sink, limit: problem.tables * problem.slots).cost
        return Result(
            chosen: arcs.indices.filter { network.flow(on: arcs[$0]) > 0 }, shortfall: wanted + cost.need,
            worth: -cost.score)
    }
}
