import API
import Procurement

/// The assignment as people see it: tables, free tables, and a reason for every wish that came to nothing.
struct TimetableReport: Sendable {
    private let problem: TimetableProblem
    private let slots: [Int?]
    private let companyMeetings: [Int]
    private let hostMeetings: [Int]
    /// The least worth among each person's meetings.
    private let companyWeakest: [Int]
    private let hostWeakest: [Int]
    private let pairIndex: [Int: Int]
    /// Per slot, the hosts that have a meeting and their tables.
    private let tableOf: [[Int: Int]]
    private let forbidden: Set<TimetableEdit.Change>

    private var request: TimetableRequest { problem.request }

    init(_ problem: TimetableProblem, slots: [Int?]) {
        self.problem = problem
        self.slots = slots
        var companyMeetings = problem.companies.map { _ in 0 }
        var hostMeetings = problem.hosts.map { _ in 0 }
        var companyWeakest = problem.companies.map { _ in Int.max }
        var hostWeakest = problem.hosts.map { _ in Int.max }
        var busy = (0..<problem.slots).map { _ in Set<Int>() }
        var pairIndex: [Int: Int] = [:]
        for (index, pair) in problem.pairs.enumerated() {
            pairIndex[pair.company * problem.hosts.count + pair.host] = index
            guard let slot = slots[index] else { continue }
            companyMeetings[pair.company] += 1
            hostMeetings[pair.host] += 1
            companyWeakest[pair.company] = min(companyWeakest[pair.company], pair.worth)
            hostWeakest[pair.host] = min(hostWeakest[pair.host], pair.worth)
            busy[slot].insert(pair.host)
        }
        self.companyMeetings = companyMeetings
        self.hostMeetings = hostMeetings
        self.companyWeakest = companyWeakest
        self.hostWeakest = hostWeakest
        self.pairIndex = pairIndex
        tableOf = Self.tables(busy, problem)
        forbidden = Set(problem.request.edits.map(\.change))
    }

    /// A host has a table of its own where there are enough; otherwise it keeps the last one for as long as it can.
    private static func tables(_ busy: [Set<Int>], _ problem: TimetableProblem) -> [[Int: Int]] {
        if problem.hosts.count <= problem.tables {
            return busy.map { hosts in Dictionary(uniqueKeysWithValues: hosts.map { ($0, $0 + 1) }) }
        }
        var last: [Int: Int] = [:]
        return busy.map { hosts in
            var tables: [Int: Int] = [:]
            var free = Set(1...max(1, problem.tables))
            for host in hosts.sorted() {
                if let table = last[host], free.remove(table) != nil { tables[host] = table }
            }
            for host in hosts.sorted() where tables[host] == nil {
                guard let table = free.min() else { continue }
                free.remove(table)
                tables[host] = table
            }
            last.merge(tables) { $1 }
            return tables
        }
    }

    func meetings() -> [ScheduledMeeting] {
        var found: [(slot: Int, meeting: ScheduledMeeting)] = []
        for (index, pair) in problem.pairs.enumerated() {
            guard let slot = slots[index] else { continue }
            found.append(
                (
                    slot,
                    ScheduledMeeting(
                        slot: request.slots[slot].id, table: tableOf[slot][pair.host] ?? 0,
                        company: problem.companyIDs[pair.company], host: problem.hostIDs[pair.host],
                        worth: pair.worth, isPinned: pair.isPinned)
                ))
        }
        return found.sorted { ($0.slot, $0.meeting.table) < ($1.slot, $1.meeting.table) }.map(\.meeting)
    }

    func spare() -> [SpareTables] {
        request.slots.indices.map { slot in
            let taken = Set(tableOf[slot].values)
            return SpareTables(
                slot: request.slots[slot].id,
                tables: request.tables == 0 ? [] : (1...request.tables).filter { !taken.contains($0) })
        }
    }

    func unscheduled() -> [UnscheduledMeeting] {
        let companyIndex = Dictionary(
            uniqueKeysWithValues: problem.companyIDs.enumerated().map { ($0.element, $0.offset) })
        let hostIndex = Dictionary(uniqueKeysWithValues: problem.hostIDs.enumerated().map { ($0.element, $0.offset) })
        return request.wishes.compactMap { wish -> UnscheduledMeeting? in
            guard let company = companyIndex[wish.company], let host = hostIndex[wish.host] else { return nil }
            let pair = pairIndex[company * problem.hosts.count + host]
            if let pair, slots[pair] != nil { return nil }
            let (reason, text) = reason(wish, company: company, host: host, pair: pair)
            return UnscheduledMeeting(
                company: wish.company, host: wish.host, worth: wish.companyScore + wish.hostScore, reason: reason,
                text: text)
        }.sorted { ($0.company, $0.host) < ($1.company, $1.host) }
    }

    private func reason(
        _ wish: MeetingWish, company: Int, host: Int, pair: Int?
    ) -> (UnscheduledReason, BilingualText) {
        let worth = wish.companyScore + wish.hostScore
        if forbidden.contains(.forbid(company: wish.company, host: wish.host)) {
            return (.forbidden, BilingualText(sv: "Bortvalt för hand.", en: "Ruled out by hand."))
        }
        if wish.companyScore == 0 || wish.hostScore == 0 {
            let text =
                wish.hostScore == 0
                ? BilingualText(sv: "Värden önskar det inte.", en: "The host doesn't want it.")
                : BilingualText(sv: "Företaget önskar det inte.", en: "The company doesn't want it.")
            return (.oneSided, text)
        }
        if pair == nil {
            return (
                .neverTogether,
                BilingualText(sv: "De är aldrig där samtidigt.", en: "They are never there at the same time.")
            )
        }
        if companyMeetings[company] >= problem.companies[company].maximum {
            let text = full(companyMeetings[company], weakest: companyWeakest[company], worth: worth)
            return (.companyFull, BilingualText(sv: "Företaget \(text.sv)", en: "The company \(text.en)"))
        }
        if hostMeetings[host] >= problem.hosts[host].maximum {
            let text = full(hostMeetings[host], weakest: hostWeakest[host], worth: worth)
            return (.hostFull, BilingualText(sv: "Värden \(text.sv)", en: "The host \(text.en)"))
        }
        if tableOf.allSatisfy({ $0.count >= problem.tables }) {
            return (
                .tablesFull,
                BilingualText(
                    sv: "Alla \(problem.tables) bord är tagna i alla pass, av möten som tillsammans är värda mer.",
                    en:
                        "All \(problem.tables) tables are taken in every slot, by meetings that together are worth more."
                )
            )
        }
        return (
            .noCommonTime,
            BilingualText(
                sv: "Båda har tid kvar, men ingen gemensam med ett ledigt bord.",
                en: "Both have time left, but none in common with a free table.")
        )
    }

    private func full(_ count: Int, weakest: Int, worth: Int) -> BilingualText {
        guard count > 0 else { return BilingualText(sv: "tar inga möten.", en: "takes no meetings.") }
        let here = Figure.score(worth)
        let least = Figure.score(weakest)
        if worth <= weakest {
            return BilingualText(
                sv: "har redan \(Figure.meetings(count).sv), värda minst \(least.sv); detta är värt \(here.sv).",
                en:
                    "already has \(Figure.meetings(count).en), worth at least \(least.en); this one is worth \(here.en)."
            )
        }
        return BilingualText(
            sv:
                "har redan \(Figure.meetings(count).sv). Detta är värt \(here.sv), mer än det minsta på \(least.sv), men ett byte skulle "
                + "kosta mer på annat håll.",
            en:
                "already has \(Figure.meetings(count).en). This one is worth \(here.en), more than the least with \(least.en), but "
                + "to swap them would cost more elsewhere.")
    }

    func edits() -> [AppliedTimetableEdit] {
        let meetings = meetings()
        return request.edits.map { edit in
            let effect: BilingualText
            switch edit.change {
            case .forbid: effect = BilingualText(sv: "Mötet hålls inte.", en: "The meeting does not take place.")
            case .pin(let company, let host, _):
                let slot = meetings.first { $0.company == company && $0.host == host }?.slot
                let starts = request.slots.first { $0.id == slot }?.starts ?? ""
                effect = BilingualText(
                    sv: "Mötet hålls klockan \(starts).", en: "The meeting takes place at \(starts).")
            }
            return AppliedTimetableEdit(edit: edit, effect: effect)
        }
    }
}
