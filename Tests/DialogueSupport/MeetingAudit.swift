import API
import Dialogue
import Procurement

/// Checks a plan against its request from scratch, sharing no code with the planner.
package struct MeetingAudit: Audit {
    let request: MeetingRequest
    let plan: Dialogue.MeetingPlan

    package init(request: MeetingRequest, plan: Dialogue.MeetingPlan) {
        self.request = request
        self.plan = plan
    }

    package func examine(_ found: inout Faults) {
        expectArrivalDecides(&found)
        expectFloorsAndShares(&found)
        expectEdits(&found)
        expectRota(&found)
    }

    private func expectArrivalDecides(_ found: inout Faults) {
        let queue = request.registrations.sorted { ($0.arrival, $0.company.id) < ($1.arrival, $1.company.id) }
        found.expect(plan.seated.map(\.company) == queue.prefix(request.capacity).map(\.company))
        found.expect(plan.waiting.map(\.company) == queue.dropFirst(request.capacity).map(\.company))
        found.expect(plan.seated.count + plan.outreach.count <= request.capacity)
        let told = plan.outreach.map(\.company.id)
        found.expect(Set(told).count == told.count)
        found.expect(Set(told).isDisjoint(with: queue.map(\.company.id)))
        found.expect(plan.outreach.map(\.order) == Array(1..<(told.count + 1)))
        for (registration, seat) in zip(queue, plan.seated) where !registration.wishes.isEmpty {
            let moved = moves[seat.company.id]
            found.expect(
                seat.category == nil || seat.category == moved || registration.wishes.contains { $0 == seat.category })
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

    private func expectFloorsAndShares(_ found: inout Faults) {
        for category in request.categories {
            let count = tables.count { $0.category == category.id }
            found.expect(count >= category.floor)
            found.expect(plan.coverage.first { $0.category == category.id }?.total == count)
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
        found.expect(small * 1000 >= size * request.smallSharePermille)
        found.expect(newcomers * 1000 >= size * request.newcomerSharePermille)
    }

    private func expectEdits(_ found: inout Faults) {
        let told = Set(plan.outreach.map(\.company.id))
        let seated = Set(plan.seated.map(\.company.id))
        let waiting = Set(plan.waiting.map(\.company.id))
        found.expect(plan.edits.map(\.edit) == request.edits)
        for edit in request.edits where !waiting.contains(edit.supplier) {
            switch edit.change {
            case .exclude(let supplier): found.expect(!told.contains(supplier))
            case .pin(let supplier): found.expect(told.union(seated).contains(supplier))
            case .move(let supplier, let category):
                found.expect(tables.first { $0.company.id == supplier }?.category == category)
            case .place(let supplier, let station, let slot):
                found.expect(told.union(seated).contains(supplier))
                guard request.visitsPerCompany > 0 else { continue }
                let rota = plan.rotas.first { $0.supplier == supplier }
                found.expect(rota?.visits.contains { $0.station == station && $0.slot == slot } == true)
            }
        }
    }

    private func expectRota(_ found: inout Faults) {
        for rota in plan.rotas {
            found.expect(Set(rota.visits.map(\.slot)).count == rota.visits.count)
            found.expect(Set(rota.visits.map(\.station)).count == rota.visits.count)
            found.expect(rota.visits.count <= request.visitsPerCompany)
        }
        guard request.visitsPerCompany > 0, !request.stations.isEmpty else { return }
        for station in plan.stations {
            for (index, slot) in request.slots.enumerated() {
                let visitors = plan.rotas.count {
                    $0.visits.contains { $0.station == station.station && $0.slot == slot.id }
                }
                found.expect(visitors == station.visitors[index])
                found.expect(visitors <= station.seats)
            }
            if let seats = request.stations.first(where: { $0.id == station.station })?.seats {
                found.expect(station.seats == seats)
            }
        }
        for room in request.rooms {
            let seats = plan.stations.filter { $0.room == room.id }.reduce(0) { $0 + $1.seats }
            found.expect(seats <= room.seats)
        }
        if !request.rooms.isEmpty { found.expect(plan.stations.allSatisfy { $0.room != nil }) }
        let placedByHand = request.edits.contains { if case .place = $0.change { true } else { false } }
        guard !placedByHand else { return }
        for (company, category) in tables {
            let own = request.stations.first { $0.subject == category.map { .category($0) } }
            guard let own else { continue }
            let rota = plan.rotas.first { $0.supplier == company.id }
            found.expect(rota?.visits.contains { $0.station == own.id } == true)
            found.expect(rota?.unplaced.isEmpty == true)
        }
    }
}
