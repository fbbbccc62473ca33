import API
import Dialogue
import Procurement
import Testing

/// Checks a timetable against its request from scratch, sharing no code with the planner.
struct TimetableAudit {
    let request: TimetableRequest
    let timetable: Timetable

    func expectEveryConstraintHolds(_ comment: Comment) {
        var seen = Set<String>()
        for meeting in timetable.meetings {
            #expect(seen.insert("\(meeting.slot) \(meeting.company)").inserted, comment)
            #expect(seen.insert("\(meeting.slot) \(meeting.host)").inserted, comment)
            #expect(seen.insert("\(meeting.slot) table \(meeting.table)").inserted, comment)
            #expect(seen.insert("\(meeting.company) \(meeting.host)").inserted, comment)
            #expect((1...request.tables).contains(meeting.table), comment)
            let wish = request.wishes.first { $0.company == meeting.company && $0.host == meeting.host }
            #expect(meeting.isPinned || ((wish?.companyScore ?? 0) > 0 && (wish?.hostScore ?? 0) > 0), comment)
        }
        expectPeople(comment)
        for slot in request.slots {
            let busy = timetable.meetings.count { $0.slot == slot.id }
            #expect(busy <= request.tables - request.spareTables, comment)
            #expect(timetable.spare.first { $0.slot == slot.id }?.tables.count == request.tables - busy, comment)
        }
        expectEdits(comment)
        let worth = timetable.meetings.reduce(0) { $0 + $1.worth }
        #expect(timetable.optimality.value == worth && timetable.optimality.gap >= 0, comment)
        expectExplanations(comment)
    }

    private func expectPeople(_ comment: Comment) {
        for company in request.companies {
            let mine = timetable.meetings.filter { $0.company == company.id }
            #expect(mine.count >= company.minimum && mine.count <= company.maximum ?? .max, comment)
            #expect(Set(mine.map(\.slot)).isDisjoint(with: company.unavailable), comment)
        }
        for host in request.hosts {
            let mine = timetable.meetings.filter { $0.host == host.id }
            #expect(mine.count >= host.minimum && mine.count <= host.maximum ?? .max, comment)
            #expect(Set(mine.map(\.slot)).isDisjoint(with: host.unavailable), comment)
        }
    }

    private func expectEdits(_ comment: Comment) {
        #expect(timetable.edits.map(\.edit) == request.edits, comment)
        for edit in request.edits {
            switch edit.change {
            case .forbid(let company, let host):
                #expect(!timetable.meetings.contains { $0.company == company && $0.host == host }, comment)
            case .pin(let company, let host, let slot):
                let meeting = timetable.meetings.first { $0.company == company && $0.host == host }
                #expect(meeting?.isPinned == true, comment)
                #expect(slot == nil || meeting?.slot == slot, comment)
            }
        }
    }

    /// Each wish either meets or is explained, and the explanation is true.
    private func expectExplanations(_ comment: Comment) {
        let met = Set(timetable.meetings.map { "\($0.company) \($0.host)" })
        let wished = Set(request.wishes.map { "\($0.company) \($0.host)" })
        #expect(Set(timetable.unscheduled.map { "\($0.company) \($0.host)" }) == wished.subtracting(met), comment)
        for line in timetable.unscheduled {
            let company = request.companies.first { $0.id == line.company }
            let host = request.hosts.first { $0.id == line.host }
            switch line.reason {
            case .companyFull:
                let count = timetable.meetings.count { $0.company == line.company }
                #expect(
                    count == company?.maximum || count == request.slots.count - Set(company?.unavailable ?? []).count,
                    comment)
            case .hostFull:
                let count = timetable.meetings.count { $0.host == line.host }
                #expect(
                    count == host?.maximum || count == request.slots.count - Set(host?.unavailable ?? []).count, comment
                )
            case .tablesFull:
                #expect(
                    timetable.meetings.count == (request.tables - request.spareTables) * request.slots.count, comment)
            case .neverTogether:
                let away = Set(company?.unavailable ?? []).union(host?.unavailable ?? [])
                #expect(away.count == request.slots.count, comment)
            case .forbidden, .oneSided, .noCommonTime: break
            }
        }
    }
}
