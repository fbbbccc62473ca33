import API
import Procurement

/// A supplier meeting for whoever plans it.
struct MeetingSheet {
    /// What is shown beside the overview.
    struct Parts {
        /// Lines of the outreach list; `nil`: all.
        var outreach: Int?
        var registrations = false
        var reserves = false
        var rotas = false
        var invitation = false
    }

    let language: TextLanguage
    let terminal: Terminal
    let parts: Parts

    func lines(_ plan: MeetingPlan.Result) -> [String] {
        var page = PlanPage(language: language, terminal: terminal)
        overview(plan, &page)
        coverage(plan, &page)
        stations(plan, &page)
        outreach(plan, &page)
        if parts.registrations { registrations(plan, &page) }
        if parts.reserves { reserves(plan, &page) }
        if parts.rotas { rotas(plan, &page) }
        let names = Dictionary(
            plan.outreach.map { ($0.supplier.id, $0.supplier.name) }
                + plan.seated.map { ($0.supplier.id, $0.supplier.name) }
        ) { first, _ in first }
        page.edits(plan.edits, names: names)
        if parts.invitation {
            page.title(sv: "Inbjudan", en: "Invitation")
            for line in plan.invitation.text(in: language).split(separator: "\n", omittingEmptySubsequences: false) {
                if line.isEmpty { page.line("") } else { page.paragraph(String(line)) }
            }
        }
        page.ground(plan.setting, plan.dataThrough, generation: plan.generation, plan.dossier)
        return page.lines
    }

    private func overview(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        page.title(sv: plan.name.sv, en: plan.name.en)
        let people = plan.seated.count + plan.outreach.count
        page.paragraph(
            language.pick(
                sv:
                    "\(people) av \(plan.capacity) platser: \(plan.seated.count) anmälda och \(plan.outreach.count) att kontakta "
                    + "särskilt; \(plan.waiting.count) på väntelistan. Inbjudan är öppen för alla.",
                en:
                    "\(people) of \(plan.capacity) places: \(plan.seated.count) registered and \(plan.outreach.count) to contact "
                    + "individually; \(plan.waiting.count) on the waiting list. The invitation is open to all."))
        let empty = plan.coverage.filter { $0.registered + $0.outreach == 0 }
        let (lacking, left) = (empty.filter { $0.candidates == 0 }, empty.filter { $0.candidates > 0 })
        if !lacking.isEmpty {
            page.paragraph(language.pick(sv: "Inga kandidater för ", en: "No candidates for ") + names(lacking) + ".")
        }
        if !left.isEmpty {
            page.paragraph(
                language.pick(sv: "Utan plats trots kandidater: ", en: "Without a place in spite of candidates: ")
                    + names(left)
                    + ".")
        }
        if !plan.outreach.isEmpty,
            !(plan.outreach.map(\.supplier) + plan.seated.map(\.supplier)).contains(where: \.newcomer)
        {
            page.paragraph(
                language.pick(
                    sv: "Ingen av dem saknar kända vinster; --newcomer-share ger plats åt nya.",
                    en: "All of them have won before; --newcomer-share makes room for newcomers."))
        }
        for line in plan.shares where line.asked > 0 {
            let name =
                line.constraint.kind == .smallShare
                ? language.pick(sv: "Små företag", en: "Small firms")
                : language.pick(sv: "Utan vinst i underlaget", en: "Without a known win")
            page.line(
                language.pick(
                    sv: "\(name): \(line.planned) av \(people) (minst \(line.asked), \(language.percent(line.share)))",
                    en:
                        "\(name): \(line.planned) of \(people) (at least \(line.asked), \(language.percent(line.share)))"
                ))
        }
        page.line(
            language.pick(sv: "Valet av företag: ", en: "The choice of companies: ") + language.optimality(plan.choice)
                + ".")
        if !plan.rotas.isEmpty {
            page.line(
                language.pick(sv: "Valet av besök: ", en: "The choice of visits: ") + language.optimality(plan.visits)
                    + ".")
        }
    }

    private func coverage(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        page.title(sv: "Företag per kategori", en: "Companies by category")
        var table = Table([
            .init(title: language.pick(sv: "Kategori", en: "Category"), isFlexible: true),
            .init(title: language.pick(sv: "Minsta antal", en: "Least"), alignment: .right),
            .init(title: language.pick(sv: "Anmälda", en: "Registered"), alignment: .right),
            .init(title: language.pick(sv: "Kontaktas", en: "To contact"), alignment: .right),
            .init(title: language.pick(sv: "Summa", en: "Total"), alignment: .right),
            .init(title: language.pick(sv: "Kandidater", en: "Candidates"), alignment: .right),
        ])
        for line in plan.coverage {
            table.add([
                line.name.text(in: language), "\(line.floor)", "\(line.registered)", "\(line.outreach)",
                "\(line.registered + line.outreach)", "\(line.candidates)",
            ])
        }
        page.table(table)
    }

    private func stations(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        guard !plan.stations.isEmpty else { return }
        page.title(sv: "Stationer", en: "Stations")
        var table = Table([
            .init(title: language.pick(sv: "Station", en: "Station"), isFlexible: true),
            .init(title: language.pick(sv: "Rum", en: "Room")),
            .init(title: language.pick(sv: "Åt gången", en: "At once"), alignment: .right),
            .init(title: language.pick(sv: "Besök", en: "Visits"), alignment: .right),
            .init(title: language.pick(sv: "Per pass", en: "By slot")),
        ])
        for line in plan.stations {
            let name = line.name.text(in: language) + (line.owner.map { " (\($0))" } ?? "")
            table.add([
                name, line.room ?? "–", "\(line.seats)", "\(line.visitors.reduce(0, +))",
                line.visitors.map(String.init).joined(separator: ", "),
            ])
        }
        page.table(table)
        let starts = plan.slots.map { "\($0.starts)–\($0.ends)" }.joined(separator: ", ")
        page.paragraph(language.pick(sv: "Pass: ", en: "Slots: ") + starts)
    }

    private func outreach(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        guard !plan.outreach.isEmpty else { return }
        page.title(sv: "Att kontakta särskilt, i ordning", en: "To contact individually, in order")
        var table = Table([
            .init(title: "#", alignment: .right),
            .init(title: language.pick(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: language.pick(sv: "Företag", en: "Company"), isFlexible: true),
            .init(title: language.pick(sv: "Storlek", en: "Size")), .init(title: language.pick(sv: "Ny", en: "New")),
            .init(title: language.pick(sv: "Bord", en: "Table")),
        ])
        let shown = plan.outreach.prefix(parts.outreach ?? plan.outreach.count)
        for line in shown {
            var notes = [line.reason.text(in: language)]
            if line.timesInvited > 0 {
                let times = line.timesInvited
                notes.append(
                    language.pick(
                        sv: "Inbjuden \(times) \(times == 1 ? "gång" : "gånger") förut.",
                        en: "Invited \(times == 1 ? "once" : "\(times) times") before."))
            }
            notes += line.because.map { "· " + $0.text(in: language) }
            table.add(
                [
                    "\(line.order)", language.score(line.score), line.supplier.name,
                    language.size(line.supplier.size), language.new(line.supplier.newcomer),
                    category(line.category, of: plan),
                ], notes: page.notes(notes))
        }
        page.table(table)
        let rest = plan.outreach.count - shown.count
        if rest > 0 {
            page.line(
                terminal.dim(
                    language.pick(
                        sv: "… och \(rest) till; --outreach 0 visar alla.",
                        en: "… and \(rest) more; --outreach 0 shows all.")
                ))
        }
    }

    private func names(_ lines: [CoverageLine]) -> String {
        lines.map { $0.name.text(in: language) }.joined(separator: ", ")
    }

    /// A category by its name.
    private func category(_ id: String?, of plan: MeetingPlan.Result) -> String {
        guard let id else { return "–" }
        return plan.coverage.first { $0.category == id }?.name.text(in: language) ?? id
    }

    private func registrations(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        page.title(sv: "Anmälda, i ordning", en: "Registered, in order")
        for line in plan.seated {
            let category = category(line.category, of: plan)
            page.line("\(TextLayout.right("\(line.arrival)", width: 4))  \(line.supplier.name)  \(category)")
        }
        guard !plan.waiting.isEmpty else { return }
        page.title(sv: "Väntelista", en: "Waiting list")
        for line in plan.waiting { page.line("\(TextLayout.right("\(line.place)", width: 4))  \(line.supplier.name)") }
    }

    private func reserves(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        page.title(sv: "Reserver", en: "Reserves")
        for line in plan.coverage {
            let names = plan.reserves.filter { $0.category == line.category }
                .map { "\($0.supplier.name) (\(language.score($0.score)))" }
            if !names.isEmpty {
                page.paragraph("\(line.name.text(in: language)): \(names.joined(separator: ", "))")
            }
        }
    }

    private func rotas(_ plan: MeetingPlan.Result, _ page: inout PlanPage) {
        page.title(sv: "Scheman", en: "Rotas")
        let slots = Dictionary(plan.slots.map { ($0.id, $0.starts) }) { first, _ in first }
        let stations = Dictionary(plan.stations.map { ($0.station, $0.name.text(in: language)) }) { first, _ in first }
        for rota in plan.rotas {
            var visits = rota.visits.map { "\(slots[$0.slot] ?? $0.slot) \(stations[$0.station] ?? $0.station)" }
            visits += rota.unplaced.map {
                "\(stations[$0] ?? $0) " + language.pick(sv: "(ingen ledig tid)", en: "(no free slot)")
            }
            page.paragraph("\(rota.supplier.name): \(visits.isEmpty ? "–" : visits.joined(separator: "; "))")
        }
    }
}
