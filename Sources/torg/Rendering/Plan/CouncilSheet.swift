import API
import Procurement

/// A proposed sector council for whoever decides on it.
struct CouncilSheet {
    let language: TextLanguage
    let terminal: Terminal

    func lines(_ council: CouncilCompose.Result) -> [String] {
        var page = PlanPage(language: language, terminal: terminal)
        page.title(sv: council.name.sv, en: council.name.en)
        page.paragraph(
            language.pick(
                sv: "\(council.seats.count) platser, valda bland \(council.candidates.count) leverantörer med minst "
                    + "\(language.score(council.leastScore)) av \(TextLayout.grouped(council.considered)). Valet: "
                    + "\(language.optimality(council.choice)). Lika poäng avgörs genom lottning (nummer \(council.seed), kan "
                    + "upprepas).",
                en: "\(council.seats.count) seats, chosen among \(council.candidates.count) suppliers with at least "
                    + "\(language.score(council.leastScore)) of \(TextLayout.grouped(council.considered)). The choice: "
                    + "\(language.optimality(council.choice)). Equal scores are drawn with the seed \(council.seed)."))
        let suppliers = council.seats.map(\.member).filter { $0.role == .supplier }
        if !suppliers.isEmpty, !suppliers.contains(where: { $0.newcomer == true }) {
            page.paragraph(
                language.pick(
                    sv: "Ingen av leverantörerna saknar kända vinster; --newcomers ger plats åt nya.",
                    en: "All suppliers have won before; --newcomers makes room for new ones."))
        }
        seats(council, &page)
        balance(council, &page)
        alternates(council, &page)
        rest(council, &page)
        page.ground(council.setting, council.dataThrough, generation: council.generation, council.dossier)
        return page.lines
    }

    private func seats(_ council: CouncilCompose.Result, _ page: inout PlanPage) {
        page.title(sv: "Förslag", en: "Proposal")
        var table = Table([
            .init(title: "#", alignment: .right),
            .init(title: language.pick(sv: "Poäng", en: "Score"), alignment: .right),
            .init(title: language.pick(sv: "Namn", en: "Name"), isFlexible: true),
            .init(title: language.pick(sv: "Storlek", en: "Size")), .init(title: language.pick(sv: "Ny", en: "New")),
            .init(title: language.pick(sv: "Roll", en: "Role")),
        ])
        for (index, seat) in council.seats.enumerated() {
            let isSupplier = seat.member.role == .supplier
            table.add(
                [
                    "\(index + 1)", isSupplier ? language.score(seat.netScore) : "–", seat.member.name,
                    language.size(seat.member.size), language.new(seat.member.newcomer ?? false),
                    role(seat.member.role),
                ],
                notes: page.notes(
                    [seat.reason.text(in: language)] + seat.because.map { "· " + $0.text(in: language) }))
        }
        page.table(table)
    }

    private func role(_ side: CouncilRole) -> String {
        switch side {
        case .supplier: language.pick(sv: "leverantör", en: "supplier")
        case .official: language.pick(sv: "tjänsteperson", en: "official")
        case .politician: language.pick(sv: "förtroendevald", en: "politician")
        }
    }

    private func balance(_ council: CouncilCompose.Result, _ page: inout PlanPage) {
        page.title(sv: "Balans", en: "Balance")
        for line in council.balance where line.actual > 0 || line.maximum != 0 {
            let bounds: String
            if let maximum = line.maximum {
                bounds =
                    maximum == line.minimum
                    ? "\(maximum)" : "\(line.minimum)–\(maximum)"
            } else {
                bounds = language.pick(sv: "minst \(line.minimum)", en: "at least \(line.minimum)")
            }
            page.line("– \(line.name.text(in: language)): \(line.actual) (\(bounds))")
        }
    }

    private func alternates(_ council: CouncilCompose.Result, _ page: inout PlanPage) {
        guard !council.alternates.isEmpty else { return }
        page.title(sv: "Ersättare", en: "Alternates")
        for line in council.alternates {
            let whom = whom(line, in: council)
            let score = line.member.role == .supplier ? " (\(language.score(line.netScore)))" : ""
            page.paragraph(
                language.pick(
                    sv: "– \(line.member.name)\(score), \(role(line.member.role)), kan ersätta \(whom).",
                    en: "– \(line.member.name)\(score), \(role(line.member.role)), can stand in for \(whom)."))
        }
    }

    /// Whose seat an alternate could take, told the shorter way.
    private func whom(_ line: CouncilAlternateLine, in council: CouncilCompose.Result) -> String {
        let members = council.seats.map(\.member).filter { $0.role == line.member.role }
        let open = Set(line.canReplace)
        let others = members.filter { !open.contains($0.id) }
        if others.isEmpty { return language.pick(sv: "vem som helst", en: "anyone") }
        if others.count < open.count {
            let names = others.map(\.name).joined(separator: ", ")
            return language.pick(sv: "alla utom \(names)", en: "all but \(names)")
        }
        return members.filter { open.contains($0.id) }.map(\.name).joined(separator: ", ")
    }

    private func rest(_ council: CouncilCompose.Result, _ page: inout PlanPage) {
        let names = Dictionary(
            (council.seats.map(\.member) + council.alternates.map(\.member)).map { ($0.id, $0.name) }
        ) { first, _ in first }
        if !council.draws.isEmpty {
            page.title(sv: "Lottat", en: "Drawn by lot")
            for draw in council.draws {
                page.paragraph(
                    language.pick(
                        sv:
                            "– På \(language.score(draw.score)): \(list(draw.seated, names)) fick plats, \(list(draw.passedOver, names)) inte.",
                        en:
                            "– At \(language.score(draw.score)): \(list(draw.seated, names)) got a seat, \(list(draw.passedOver, names)) not."
                    ))
            }
        }
        if !council.resting.isEmpty {
            page.title(sv: "Vilar efter ett tidigare råd", en: "Rest after an earlier council")
            page.paragraph(council.resting.map(\.name).joined(separator: ", "))
        }
        let seated = Set(council.seats.compactMap(\.member.group))
        let groups = council.groups.filter { seated.contains($0.name) && $0.members.count > 1 }
        if !groups.isEmpty {
            page.title(sv: "Koncerner med en plats och fler kandidater", en: "Groups with one seat and more candidates")
            for group in groups {
                let guess =
                    group.byName == true
                    ? language.pick(sv: ", antagen efter namnen", en: ", guessed from the names") : ""
                page.line("– \(group.name): \(group.members.count)\(guess)")
            }
        }
        page.edits(council.edits, names: names)
    }

    private func list(_ ids: [String], _ names: [String: String]) -> String {
        let shown = ids.prefix(5).map { names[$0] ?? $0 }.joined(separator: ", ")
        return ids.count > 5
            ? shown + language.pick(sv: " och \(ids.count - 5) till", en: " and \(ids.count - 5) more") : shown
    }
}
