import API
import Procurement
import Sheets

/// A need on a page or two: how far the answer reaches, what it touches, how others went about it, suppliers, questions.
struct NeedSheet: Speaking {
    /// How many reasons stand under a supplier.
    let reasons: Int
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ result: NeedsExplore.Result) -> [String] {
        var lines = TextLayout.wrap(result.because, width: terminal.width).map(terminal.bold)
        if let warning = result.names.warning {
            lines += section(pick(sv: "Namn i texten", en: "Names in the text"))
            lines += wrapped(warning)
            lines += result.names.found.map { "  \($0.name): \(language.finding($0.kind, $0.certainty))" }
        }
        if !result.categories.isEmpty || !result.challenges.isEmpty || !result.cpv.isEmpty {
            lines += section(pick(sv: "Vad behovet gäller", en: "What the need is about"))
            for touched in result.categories {
                lines += wrapped("\(touched.category.name) (\(touched.category.id)): \(touched.because)")
            }
            for touched in result.challenges {
                lines += wrapped(
                    pick(sv: "Utmaning ", en: "Challenge ")
                        + "\(touched.challenge.name) (\(touched.challenge.id)): \(touched.because)")
            }
            for touched in result.cpv {
                lines += wrapped("\(touched.code) \(touched.name ?? ""): \(touched.because)".replacing(" :", with: ":"))
            }
        }
        if !result.similar.isEmpty {
            lines += section(pick(sv: "Hur andra har gjort", en: "How others went about it"))
            lines += SummaryText(language: language).sentences(result.summary).flatMap(wrapped)
            lines += [""] + similar(result.similar).lines(for: terminal)
        }
        if result.reach != .nothing {
            lines += suppliers(
                result.established,
                pick(sv: "Leverantörer med kända vinster i underlaget", en: "Suppliers with known wins in the data"))
            lines += suppliers(result.newcomers, RankedList.newcomers(language))
        }
        if !result.missing.isEmpty {
            lines += section(pick(sv: "Vad texten inte säger", en: "What the text doesn't say"))
            lines += result.missing.map { "- \($0.question)" }
        }
        lines += KeptNeedSheet(terminal: terminal, language: language).earlier(result.earlier ?? [])
        let age = DataAge(language: language)
        lines.append("")
        lines += (result.remarks ?? []).flatMap(wrapped)
        let ground = [age.setting(result.setting), age.sentence(result.dataThrough, generation: result.generation)]
        lines += wrapped(ground.compactMap { $0 }.joined(separator: " ")).map(terminal.dim)
        return lines + RankedList.kept(result.dossier, language)
    }

    private func similar(_ procurements: [SimilarProcurement]) -> Table {
        var table = Table([
            .init(title: pick(sv: "Datum", en: "Date")),
            .init(title: pick(sv: "Upphandling", en: "Procurement"), isFlexible: true),
            .init(title: pick(sv: "Köpare", en: "Buyer")), .init(title: pick(sv: "Förfarande", en: "Procedure")),
            .init(title: pick(sv: "Värde", en: "Value"), alignment: .right),
            .init(title: pick(sv: "Anbud", en: "Tenders"), alignment: .right),
            .init(title: pick(sv: "Utfall", en: "Ended")),
        ])
        let text = SummaryText(language: language)
        for procurement in procurements {
            table.add([
                procurement.date?.description ?? "–", procurement.title,
                TextLayout.wrap(procurement.buyer ?? "–", width: 24).first ?? "–",
                procurement.procedure.map(text.procedure) ?? "–",
                text.value(procurement.value), text.tenders(procurement.lots), text.outcome(procurement.outcome),
            ])
        }
        return table
    }

    private func suppliers(_ matches: [SupplierMatch], _ title: String) -> [String] {
        guard !matches.isEmpty else { return section(title) + [pick(sv: "Inga.", en: "None.")] }
        let list = RankedList(reasons: reasons, terminal: terminal, language: language)
        return section(title) + list.table(matches, tellsNew: false)
    }

    private func section(_ title: String) -> [String] { ["", terminal.bold(title)] }
    private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: terminal.width) }
}
