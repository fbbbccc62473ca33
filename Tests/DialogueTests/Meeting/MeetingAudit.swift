import Dialogue
import Procurement
import Testing

/// Checks a plan against its request from scratch, sharing no code with the planner.
struct MeetingAudit {
    let request: MeetingRequest
    let plan: MeetingPlan

    func expectEveryConstraintHolds(_ comment: Comment) {
        expectArrivalDecides(comment)
        expectFloorsAndShares(comment)
        expectEdits(comment)
        expectRota(comment)
    }

    private func expectArrivalDecides(_ comment: Comment) {
        let queue = request.registrations.sorted { ($0.arrival, $0.company.id) < ($1.arrival, $1.company.id) }
        #expect(plan.seated.map(\.company) == queue.prefix(request.capacity).map(\.company), comment)
        #expect(plan.waiting.map(\.company) == queue.dropFirst(request.capacity).map(\.company), comment)
        #expect(plan.seated.count + plan.outreach.count <= request.capacity, comment)
        let told = plan.outreach.map(\.company.id)
        #expect(Set(told).count == told.count, comment)
        #expect(Set(told).isDisjoint(with: queue.map(\.company.id)), comment)
        #expect(plan.outreach.map(\.order) == Array(1..<(told.count + 1)), comment)
        for (registration, seat) in zip(queue, plan.seated) where !registration.wishes.isEmpty {
            let moved = moves[seat.company.id]
            #expect(
                seat.category == nil || seat.category == moved || registration.wishes.contains { $0 == seat.category },
                comment)
        }
    }

    private var moves: [SupplierID: CategoryID] {
        var moves: [SupplierID: CategoryID] = [:]
        for case .move(let supplier, let category) in request.edits.map(\.change) { moves[supplier] = category }
        return moves
    }

    private var tables: [(company: Company, category: CategoryID?)] {
        plan.seated.map { ($0.company, $0.category) } + plan.outreach.map { ($0.company, $0.category) }
    }

    private func expectFloorsAndShares(_ comment: Comment) {
        for category in request.categories {
            let count = tables.count { $0.category == category.id }
            #expect(count >= category.floor, comment)
            #expect(plan.coverage.first { $0.category == category.id }?.total == count, comment)
        }
        let eligible = request.candidates.count { candidate in
            guard !request.registrations.contains(where: { $0.company.id == candidate.company.id }) else {
                return false
            }
            let edits = request.edits.map(\.change)
            if edits.contains(.exclude(supplier: candidate.company.id)) { return false }
            return request.edits.contains { $0.supplier == candidate.company.id }
                || candidate.scores.contains {
                    $0.score > request.invitationPenalty * candidate.timesInvited
                }
        }
        let size = min(request.capacity, min(request.capacity, request.registrations.count) + eligible)
        let small = tables.count { $0.company.size == .micro || $0.company.size == .small }
        let newcomers = tables.count { $0.company.isNewcomer }
        #expect(small * 1000 >= size * request.smallSharePermille, comment)
        #expect(newcomers * 1000 >= size * request.newcomerSharePermille, comment)
    }

    private func expectEdits(_ comment: Comment) {
        let told = Set(plan.outreach.map(\.company.id))
        let seated = Set(plan.seated.map(\.company.id))
        let waiting = Set(plan.waiting.map(\.company.id))
        #expect(plan.edits.map(\.edit) == request.edits, comment)
        for edit in request.edits where !waiting.contains(edit.supplier) {
            switch edit.change {
            case .exclude(let supplier): #expect(!told.contains(supplier), comment)
            case .pin(let supplier): #expect(told.union(seated).contains(supplier), comment)
            case .move(let supplier, let category):
                #expect(tables.first { $0.company.id == supplier }?.category == category, comment)
            case .place(let supplier, let station, let slot):
                #expect(told.union(seated).contains(supplier), comment)
                guard request.visitsPerCompany > 0 else { continue }
                let rota = plan.rotas.first { $0.supplier == supplier }
                #expect(rota?.visits.contains { $0.station == station && $0.slot == slot } == true, comment)
            }
        }
    }

    private func expectRota(_ comment: Comment) {
        for rota in plan.rotas {
            #expect(Set(rota.visits.map(\.slot)).count == rota.visits.count, comment)
            #expect(Set(rota.visits.map(\.station)).count == rota.visits.count, comment)
            #expect(rota.visits.count <= request.visitsPerCompany, comment)
        }
        guard request.visitsPerCompany > 0, !request.stations.isEmpty else { return }
        for station in plan.stations {
            for (index, slot) in request.slots.enumerated() {
                let visitors = plan.rotas.count {
                    $0.visits.contains { $0.station == station.station && $0.slot == slot.id }
                }
                #expect(visitors == station.visitors[index], comment)
                #expect(visitors <= station.seats, comment)
            }
            if let seats = request.stations.first(where: { $0.id == station.station })?.seats {
                #expect(station.seats == seats, comment)
            }
        }
        for room in request.rooms {
            let seats = plan.stations.filter { $0.room == room.id }.reduce(0) { $0 + $1.seats }
            #expect(seats <= room.seats, comment)
        }
        if !request.rooms.isEmpty { #expect(plan.stations.allSatisfy { $0.room != nil }, comment) }
        let placedByHand = request.edits.contains { if case .place = $0.change { true } else { false } }
        guard !placedByHand else { return }
        for (company, category) in tables {
            let own = request.stations.first { $0.subject == category.map { .category($0) } }
            guard let own else { continue }
            let rota = plan.rotas.first { $0.supplier == company.id }
            #expect(rota?.visits.contains { $0.station == own.id } == true, comment)
            #expect(rota?.unplaced.isEmpty == true, comment)
        }
    }
}
