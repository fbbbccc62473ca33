import API
import Procurement

/// A timetable of one-to-one meetings for whoever runs the day.
struct TimetableSheet {
    let language: TextLanguage
    let terminal: Terminal
    /// Whether each company's own programme is shown.
    let companies: Bool
    /// Whether each wish that came to nothing is shown.
    let unscheduled: Bool

    func lines(_ timetable: MeetingsSchedule.Result) -> [String] {
        var page = PlanPage(language: language, terminal: terminal)
        let names = Dictionary(timetable.companies.map { ($0.id, $0.name) }) { first, _ in first }
        let hosts = Dictionary(timetable.hosts.map { ($0.id, $0.name) }) { first, _ in first }
        let slots = Dictionary(timetable.slots.map { ($0.id, $0.starts) }) { first, _ in first }
        let met = Set(timetable.meetings.map(\.company)).count
        page.title(sv: "Enskilda möten", en: "One-to-one meetings")
        page.paragraph(
            language.pick(
                sv: "\(timetable.meetings.count) möten: \(met) av \(timetable.companies.count) företag, "
                    + "\(timetable.hosts.count) värdar, \(timetable.slots.count) pass, \(timetable.tables) bord. Valet: "
                    + "\(language.optimality(timetable.choice)).",
                en: "\(timetable.meetings.count) meetings: \(met) of \(timetable.companies.count) companies, "
                    + "\(timetable.hosts.count) hosts, \(timetable.slots.count) slots, \(timetable.tables) tables. The "
                    + "choice: \(language.optimality(timetable.choice))."))
        for host in timetable.hosts {
            page.title(sv: host.name, en: host.name)
            for meeting in timetable.meetings where meeting.host == host.id {
                let pinned = meeting.pinned ? language.pick(sv: ", satt för hand", en: ", set by hand") : ""
                page.line(
                    "  \(slots[meeting.slot] ?? meeting.slot)  "
                        + "\(language.pick(sv: "bord", en: "table")) \(meeting.table)  \(names[meeting.company] ?? meeting.company) "
                        + "(\(language.score(meeting.worth))\(pinned))")
            }
        }
        if companies { programmes(timetable, names: names, hosts: hosts, slots: slots, &page) }
        spare(timetable, slots: slots, &page)
        rest(timetable, names: names, hosts: hosts, &page)
        page.edits(timetable.edits, names: names)
        page.ground(timetable.setting, timetable.dataThrough, generation: timetable.generation, timetable.dossier)
        return page.lines
    }

    private func programmes(
        _ timetable: MeetingsSchedule.Result, names: [String: String], hosts: [String: String],
        slots: [String: String], _ page: inout PlanPage
    ) {
        page.title(sv: "Företagens scheman", en: "The companies' programmes")
        let meetings = Dictionary(grouping: timetable.meetings, by: \.company)
        for company in timetable.companies.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
            let own = (meetings[company.id] ?? []).map {
                "\(slots[$0.slot] ?? $0.slot) \(hosts[$0.host] ?? $0.host) (\(language.pick(sv: "bord", en: "table")) \($0.table))"
            }
            page.paragraph("\(company.name): \(own.isEmpty ? "–" : own.joined(separator: "; "))")
        }
    }

    private func spare(_ timetable: MeetingsSchedule.Result, slots: [String: String], _ page: inout PlanPage) {
        page.title(sv: "Lediga bord", en: "Free tables")
        let counts = timetable.spare.map { "\(slots[$0.slot] ?? $0.slot): \($0.tables.count)" }
        page.paragraph(counts.joined(separator: ", "))
    }

    private func rest(
        _ timetable: MeetingsSchedule.Result, names: [String: String], hosts: [String: String], _ page: inout PlanPage
    ) {
        guard !timetable.unscheduled.isEmpty else { return }
        page.title(sv: "Önskemål som inte blev av", en: "Wishes that came to nothing")
        for reason in UnscheduledReason.allCases {
            let count = timetable.unscheduled.count { $0.reason == reason }
            if count > 0 { page.line("– \(words(reason)): \(count)") }
        }
        guard unscheduled else {
            page.line(
                terminal.dim(language.pick(sv: "--unscheduled visar vart och ett.", en: "--unscheduled shows each.")))
            return
        }
        for line in timetable.unscheduled {
            page.paragraph(
                "\(names[line.company] ?? line.company) – \(hosts[line.host] ?? line.host): "
                    + line.text.text(in: language))
        }
    }

    private func words(_ reason: UnscheduledReason) -> String {
        switch reason {
        case .forbidden: language.pick(sv: "bortvalda för hand", en: "ruled out by hand")
        case .oneSided: language.pick(sv: "önskas bara av den ena", en: "wanted by one side only")
        case .neverTogether: language.pick(sv: "aldrig där samtidigt", en: "never there at the same time")
        case .companyFull:
            language.pick(sv: "företaget har alla möten det kan ha", en: "the company has all the meetings it can have")
        case .hostFull:
            language.pick(sv: "värden har alla möten den kan ha", en: "the host has all the meetings it can have")
        case .tablesFull: language.pick(sv: "alla bord är tagna", en: "every table is taken")
        case .noCommonTime: language.pick(sv: "ingen gemensam tid", en: "no common time")
        }
    }
}
