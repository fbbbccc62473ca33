import Procurement

/// The stations of one meeting: their visitors, sizes and rooms.
struct MeetingStations: Sendable {
    private let roll: MeetingRoll
    /// Members of the roll with a place, in the order of ids.
    private let attending: [Int]
    private let visitors: [RotaPlanner.Visitor]

    private var request: MeetingRequest { roll.request }

    init(_ roll: MeetingRoll, choice: SeatSelection.Result, attending: [Int]) {
        self.roll = roll
        self.attending = attending
        let request = roll.request
        let stationIndex = Dictionary(
            uniqueKeysWithValues: request.stations.enumerated().map { ($0.element.id, $0.offset) })
        let slotIndex = Dictionary(uniqueKeysWithValues: request.slots.enumerated().map { ($0.element.id, $0.offset) })
        var placed: [SupplierID: [(station: Int, slot: Int)]] = [:]
        for edit in request.edits {
            guard case .place(let supplier, let station, let slot) = edit.change,
                let station = stationIndex[station], let slot = slotIndex[slot]
            else { continue }
            placed[supplier, default: []].append((station, slot))
        }
        visitors = attending.map { index in
            let member = roll.members[index]
            let byHand = placed[member.company.id] ?? []
            var own: Int?
            if case .table(let table) = choice.seats[index] {
                own = request.stations.firstIndex { $0.category == request.categories[table].id }
            }
            // Placements by hand may fill the company's day.
            if byHand.count >= request.visitsPerCompany, !byHand.contains(where: { $0.station == own }) { own = nil }
            let matches = request.stations.enumerated().compactMap { offset, station in
                roll.score(of: member, at: station).map { (station: offset, score: $0) }
            }
            return RotaPlanner.Visitor(own: own, matches: matches, placed: byHand)
        }
    }

    /// What each station must and would like to take.
    func sizing() -> StationSizing.Outcome {
        guard roll.hasRota else {
            return .fits(seats: request.stations.map { $0.seats ?? 0 }, rooms: request.stations.map { _ in nil })
        }
        var demands = request.stations.map {
            StationSizing.Demand(required: 0, wished: 0, placedAtOnce: 0, fixed: $0.seats)
        }
        var atOnce = demands.map { _ in Array(repeating: 0, count: request.slots.count) }
        for visitor in visitors {
            var required = Set(visitor.placed.map(\.station))
            if let own = visitor.own { required.insert(own) }
            for station in required { demands[station].required += 1 }
            for (station, slot) in visitor.placed {
                atOnce[station][slot] += 1
                demands[station].placedAtOnce = max(demands[station].placedAtOnce, atOnce[station][slot])
            }
            let best = visitor.matches.filter { !required.contains($0.station) }
                .sorted { ($1.score, $0.station) < ($0.score, $1.station) }
                .prefix(max(0, request.visitsPerCompany - required.count))
            for station in required.union(best.map(\.station)) { demands[station].wished += 1 }
        }
        return StationSizing(demands: demands, slots: request.slots.count, rooms: request.rooms.map(\.seats)).solve()
    }

    func rotas(seats: [Int]) -> (rotas: [CompanyRota], optimality: Optimality) {
        guard roll.hasRota else { return ([], Optimality(value: 0, bound: 0)) }
        let planner = RotaPlanner(
            visitors: visitors, seats: seats, slots: request.slots.count, visitsPerCompany: request.visitsPerCompany)
        let (rotas, optimality) = planner.solve()
        let named = zip(attending, rotas).map { index, rota in
            CompanyRota(
                supplier: roll.members[index].company.id,
                visits: rota.visits.map {
                    StationVisit(slot: request.slots[$0.slot].id, station: request.stations[$0.station].id)
                },
                unplaced: rota.unplaced.map { request.stations[$0].id })
        }
        return (named, optimality)
    }

    func plans(seats: [Int], rooms: [Int?], rotas: [CompanyRota]) -> [StationPlan] {
        var visitors: [StationVisit: Int] = [:]
        for rota in rotas {
            for visit in rota.visits { visitors[visit, default: 0] += 1 }
        }
        return request.stations.indices.map { index in
            let station = request.stations[index].id
            return StationPlan(
                station: station, room: rooms[index].map { request.rooms[$0].id }, seats: seats[index],
                visitors: request.slots.map { visitors[StationVisit(slot: $0.id, station: station)] ?? 0 })
        }
    }
}
