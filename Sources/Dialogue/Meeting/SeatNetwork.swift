/// One solved network of a selection: source → class → company → table → sink.
struct SeatNetwork: Sendable {
    private let selection: SeatSelection
    private let minimum: [Int]
    private var network = MinCostFlow()
    private let kinds: [Int]
    private let tables: [Int]
    /// Per entrant; `nil` for those without an option so far.
    private var nodes: [Int?]
    private var seats: [[(arc: Int, seat: SeatSelection.Seat)]]
    private let cost: LayeredCost

    init(_ selection: SeatSelection, minimum: [Int], options: [[SeatSelection.Option]]) {
        self.selection = selection
        self.minimum = minimum
        let places = selection.places
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        kinds = network.addNodes(4)
        tables = network.addNodes(selection.floors.count)
        for kind in 0..<4 {
            network.addArc(
                from: source, to: kinds[kind], capacity: min(minimum[kind], places),
                cost: LayeredCost(need: -SeatSelection.weight[kind]))
            network.addArc(from: source, to: kinds[kind], capacity: places)
        }
        for table in tables.indices {
            let ceiling = selection.ceilings[table].map { min($0, places) } ?? places
            let floor = min(selection.floors[table], ceiling)
            network.addArc(from: tables[table], to: sink, capacity: floor, cost: LayeredCost(need: -1))
            network.addArc(from: tables[table], to: sink, capacity: ceiling - floor)
        }
        nodes = Array(repeating: nil, count: selection.entrants.count)
        seats = Array(repeating: [], count: selection.entrants.count)
        for (index, entrant) in selection.entrants.enumerated() where entrant.isForced || !options[index].isEmpty {
            let node = network.addNode()
            nodes[index] = node
            network.addArc(
                from: kinds[entrant.kind], to: node, capacity: 1, cost: Self.cost(of: entrant, index))
            for option in options[index] {
                let arc = network.addArc(
                    from: node, to: tables[option.table], capacity: 1, cost: Self.cost(of: option, entrant))
                seats[index].append((arc, .table(option.table)))
            }
            if entrant.isForced { seats[index].append((network.addArc(from: node, to: sink, capacity: 1), .noTable)) }
        }
        cost = network.solve(from: source, to: sink, limit: places).cost
        self.network = network
    }

    private static func cost(of entrant: SeatSelection.Entrant, _ index: Int) -> LayeredCost {
        LayeredCost(need: entrant.isForced ? -SeatSelection.forced : 0, order: index)
    }

    /// One micro-unit more than the score, so that a seat at a table beats an empty one even without a score.
    private static func cost(of option: SeatSelection.Option, _ entrant: SeatSelection.Entrant) -> LayeredCost {
        LayeredCost(need: entrant.isBound ? -SeatSelection.forced : 0, score: -option.score - 1)
    }

    /// Whether an option that was left out could make the flow cheaper, by the prices of the nodes it joins.
    func wouldGain(_ index: Int, _ option: SeatSelection.Option) -> Bool {
        let entrant = selection.entrants[index]
        let price =
            nodes[index].map { network.potential(of: $0) }
            ?? network.potential(of: kinds[entrant.kind]) + Self.cost(of: entrant, index)
        return price + Self.cost(of: option, entrant) - network.potential(of: tables[option.table]) < .zero
    }

    var result: SeatSelection.Result {
        let entrants = selection.entrants
        let shares = zip(minimum, SeatSelection.weight).reduce(0) { $0 + $1.0 * $1.1 }
        let forced = entrants.count(where: \.isForced) + entrants.count(where: \.isBound)
        let wanted = shares + selection.floors.reduce(0, +) + forced * SeatSelection.forced
        return SeatSelection.Result(
            seats: seats.map { arcs in arcs.first { network.flow(on: $0.arc) > 0 }?.seat },
            shortfall: wanted + cost.need, cost: cost)
    }
}
