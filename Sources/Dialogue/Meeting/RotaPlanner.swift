import Containers
import Procurement

/// Which stations each company visits, and when: no company in two places, no station over its seats.
///
/// The visits are chosen by flow (each company's own table first, then the best scores), and given slots by edge
/// colouring: a station with `n` seats is `n` people who each have one visitor a slot.
struct RotaPlanner: Sendable {
    struct Visitor: Sendable {
        /// The station of its own table, which it must see.
        var own: Int?
        /// Stations that it matches, with scores.
        var matches: [(station: Int, score: Int)]
        /// Stations and slots set by hand.
        var placed: [(station: Int, slot: Int)]
    }

    struct Rota: Sendable {
        var visits: [(station: Int, slot: Int)]
        var unplaced: [Int]
    }

    let visitors: [Visitor]
    /// Seats per station.
    let seats: [Int]
    let slots: Int
    let visitsPerCompany: Int

    /// One rota a visitor, and the total of the visits in it and of the best choice without regard to slots.
    func solve() -> (rotas: [Rota], optimality: Optimality) {
        let (chosen, bound) = choose()
        var best = assign(chosen, order: chosen.indices.map { $0 })
        // Only placements by hand can leave a visit without a slot; then other orders are tried.
        var generator = SplitMix64(seed: 1)
        var attempts = 0
        while best.missing > 0, attempts < 20, !Task.isCancelled {
            attempts += 1
            var order = Array(chosen.indices)
            for index in order.indices.reversed() { order.swapAt(index, generator.below(index + 1)) }
            let next = assign(chosen, order: order)
            if next.missing < best.missing { best = next }
        }
        let lost = best.rotas.enumerated().reduce(0) { sum, rota in
            sum + rota.element.unplaced.reduce(0) { $0 + score(of: visitors[rota.offset], at: $1) + 1 }
        }
        return (best.rotas, Optimality(value: bound - lost, bound: bound))
    }

    private func score(of visitor: Visitor, at station: Int) -> Int {
        visitor.matches.first { $0.station == station }?.score ?? 0
    }

    /// The pairs of the best choice.
    private func choose() -> (pairs: [(visitor: Int, station: Int)], total: Int) {
        var network = MinCostFlow()
        let source = network.addNode()
        let sink = network.addNode()
        let stations = network.addNodes(seats.count)
        for (station, seats) in seats.enumerated() {
            network.addArc(from: stations[station], to: sink, capacity: seats * slots)
        }
        var arcs: [(visitor: Int, station: Int, arc: Int)] = []
        for (index, visitor) in visitors.enumerated() {
            let node = network.addNode()
            network.addArc(from: source, to: node, capacity: visitsPerCompany, cost: LayeredCost(order: index))
            let placed = Set(visitor.placed.map(\.station))
            var wanted = Set(visitor.matches.map(\.station)).union(placed)
            if let own = visitor.own { wanted.insert(own) }
            for station in wanted.sorted() {
                let need = placed.contains(station) ? -4 : station == visitor.own ? -1 : 0
                let cost = LayeredCost(need: need, score: -score(of: visitor, at: station) - 1)
                arcs.append(
                    (index, station, network.addArc(from: node, to: stations[station], capacity: 1, cost: cost)))
            }
        }
        let total = -network.solve(from: source, to: sink).cost.score
        return (arcs.filter { network.flow(on: $0.arc) > 0 }.map { ($0.visitor, $0.station) }, total)
    }

    private func assign(
        _ pairs: [(visitor: Int, station: Int)], order: [Int]
    ) -> (rotas: [Rota], missing: Int) {
        // Seats that nobody could sit on need no room in memory.
        var comers = seats.map { _ in 0 }
        for pair in pairs { comers[pair.station] += 1 }
        for visitor in visitors {
            for placed in visitor.placed { comers[placed.station] += 1 }
        }
        let seats = zip(seats, comers).map { min($0, $1) }
        var firstSeat: [Int] = []
        var total = 0
        for count in seats {
            firstSeat.append(total)
            total += count
        }
        var colouring = SlotColouring(left: visitors.count, right: total, slots: slots)
        var used = Array(repeating: 0, count: total)
        var rotas = visitors.map { _ in Rota(visits: [], unplaced: []) }
        var owners: [(visitor: Int, station: Int)] = []
        for (index, visitor) in visitors.enumerated() {
            for (station, slot) in visitor.placed {
                for seat in firstSeat[station]..<(firstSeat[station] + seats[station])
                where colouring.fix(left: index, right: seat, at: slot) {
                    used[seat] += 1
                    owners.append((index, station))
                    break
                }
            }
        }
        var missing = 0
        for pair in order.map({ pairs[$0] }) {
            if Task.isCancelled { break }
            let visitor = visitors[pair.visitor]
            guard !visitor.placed.contains(where: { $0.station == pair.station }) else { continue }
            let places = (firstSeat[pair.station]..<(firstSeat[pair.station] + seats[pair.station]))
                .filter { used[$0] < slots }.sorted { (used[$0], $0) < (used[$1], $1) }
            if let seat = places.first(where: { colouring.place(left: pair.visitor, right: $0) != nil }) {
                used[seat] += 1
                owners.append((pair.visitor, pair.station))
            } else {
                rotas[pair.visitor].unplaced.append(pair.station)
                // A lost visit to the own table weighs more than any number of others.
                missing += visitor.own == pair.station ? 1_000 : 1
            }
        }
        for (index, owner) in owners.enumerated() {
            if let slot = colouring.slot(of: index) { rotas[owner.visitor].visits.append((owner.station, slot)) }
        }
        for index in rotas.indices {
            rotas[index].visits.sort { $0.slot < $1.slot }
            rotas[index].unplaced.sort()
        }
        return (rotas, missing)
    }
}
