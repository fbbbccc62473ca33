import API
import Dialogue
import Procurement

/// Checks a timetable against its request from scratch, sharing no code with the planner.
package struct TimetableAudit: Audit {
    let request: TimetableRequest
    let timetable: Timetable

    package init(request: TimetableRequest, timetable: Timetable) {
        self.request = request
        self.timetable = timetable
    }

    package func examine(_ found: inout Faults) {
        var seen = Set<String>()
        for meeting in timetable.meetings {
            found.expect(seen.insert("\(meeting.slot) \(meeting.company)").inserted)
            found.expect(seen.insert("\(meeting.slot) \(meeting.host)").inserted)
            found.expect(seen.insert("\(meeting.slot) table \(meeting.table)").inserted)
            found.expect(seen.insert("\(meeting.company) \(meeting.host)").inserted)
            found.expect((1...request.tables).contains(meeting.table))
            let wish = request.wishes.first { $0.company == meeting.company && $0.host == meeting.host }
            found.expect(meeting.isPinned || ((wish?.companyScore ?? 0) > 0 && (wish?.hostScore ?? 0) > 0))
        }
        expectPeople(&found)
        for slot in request.slots {
            let busy = timetable.meetings.count { $0.slot == slot.id }
            found.expect(busy <= request.tables - request.spareTables)
            found.expect(timetable.spare.first { $0.slot == slot.id }?.tables.count == request.tables - busy)
        }
        expectEdits(&found)
        let worth = timetable.meetings.reduce(0) { $0 + $1.worth }
        found.expect(timetable.optimality.value == worth && timetable.optimality.gap >= 0)
        expectExplanations(&found)
    }

    private func expectPeople(_ found: inout Faults) {
        for company in request.companies {
            let mine = timetable.meetings.filter { $0.company == company.id }
            found.expect(mine.count >= company.minimum && mine.count <= company.maximum ?? .max)
            found.expect(Set(mine.map(\.slot)).isDisjoint(with: company.unavailable))
        }
        for host in request.hosts {
            let mine = timetable.meetings.filter { $0.host == host.id }
            found.expect(mine.count >= host.minimum && mine.count <= host.maximum ?? .max)
            found.expect(Set(mine.map(\.slot)).isDisjoint(with: host.unavailable))
        }
    }

    private func expectEdits(_ found: inout Faults) {
        found.expect(timetable.edits.map(\.edit) == request.edits)
        for edit in request.edits {
            switch edit.change {
            case .forbid(let company, let host):
                found.expect(!timetable.meetings.contains { $0.company == company && $0.host == host })
            case .pin(let company, let host, let slot):
                let meeting = timetable.meetings.first { $0.company == company && $0.host == host }
                found.expect(meeting?.isPinned == true)
                found.expect(slot == nil || meeting?.slot == slot)
            }
        }
    }

    /// Each wish either meets or is explained, and the explanation is true.
    private func expectExplanations(_ found: inout Faults) {
        let met = Set(timetable.meetings.map { "\($0.company) \($0.host)" })
        let wished = Set(request.wishes.map { "\($0.company) \($0.host)" })
        found.expect(Set(timetable.unscheduled.map { "\($0.company) \($0.host)" }) == wished.subtracting(met))
        for line in timetable.unscheduled {
            let company = request.companies.first { $0.id == line.company }
            let host = request.hosts.first { $0.id == line.host }
            switch line.reason {
            case .companyFull:
                let count = timetable.meetings.count { $0.company == line.company }
                found.expect(
                    count == company?.maximum || count == request.slots.count - Set(company?.unavailable ?? []).count)
            case .hostFull:
                let count = timetable.meetings.count { $0.host == line.host }
                found.expect(
                    count == host?.maximum || count == request.slots.count - Set(host?.unavailable ?? []).count)
            case .tablesFull:
                found.expect(
                    timetable.meetings.count == (request.tables - request.spareTables) * request.slots.count)
            case .neverTogether:
                let away = Set(company?.unavailable ?? []).union(host?.unavailable ?? [])
                found.expect(away.count == request.slots.count)
            case .forbidden, .oneSided, .noCommonTime: break
            }
        }
    }
}
