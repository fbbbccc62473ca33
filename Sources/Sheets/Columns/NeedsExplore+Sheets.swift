import API
import Procurement

extension NeedsExplore.Result: Listed {
    package var supplierIDs: [String] { (established + newcomers).map(\.supplier.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context,
            Ground(dataThrough, generation, dossier, setting, remarks: [because] + (remarks ?? [])),
            [
                RankedRow.sheet(
                    "suppliers", sv: "Leverantörer", en: "Suppliers", established, newcomers: newcomers, context),
                Sheet(
                    "similar", sv: "Liknande upphandlingar", en: "Similar procurements", context.language,
                    Self.similar(context.language), similar),
                Sheet(
                    "touches", sv: "Behovet rör", en: "The need touches", context.language,
                    [
                        Column(sv: "Slag", en: "Kind", width: 14) { .text($0.kind) },
                        Column(sv: "Namn", en: "Name", width: 50) { Cell($0.name) },
                        Column(sv: "Liknande", en: "Similar", width: 10) { Cell($0.similar) },
                        Column(sv: "Skäl", en: "Reason", width: 80) { .text($0.because) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.id) },
                    ], touches(context.language)),
                Sheet(
                    "questions", sv: "Att fråga", en: "To ask", context.language,
                    [Column(sv: "Fråga", en: "Question", width: 90) { .text($0.question) }], missing),
            ] + (earlier.map { [NeedColumns.earlier(context.language, $0)] } ?? []))
    }

    private typealias Touch = (kind: String, id: String, name: String?, similar: Int?, because: String)

    private func touches(_ language: TextLanguage) -> [Touch] {
        let fields: [Touch] = categories.map {
            (
                language.pick(sv: "kategori", en: "category"), $0.category.id, $0.category.name, $0.similar,
                $0.because
            )
        }
        let aims: [Touch] = challenges.map {
            (language.pick(sv: "utmaning", en: "challenge"), $0.challenge.id, $0.challenge.name, nil, $0.because)
        }
        let branches: [Touch] = cpv.map { ("CPV", $0.code, $0.name, $0.similar, $0.because) }
        return fields + aims + branches
    }

    private static func similar(_ language: TextLanguage) -> [Column<SimilarProcurement>] {
        [
            Column(sv: "Likhet", en: "Similarity", width: 9) { .points($0.similarity) },
            Column(sv: "Upphandling", en: "Procurement", width: 50) { .text($0.title) },
            Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.buyer) },
            Column(sv: "Datum", en: "Date") { Cell($0.date) },
            Column(sv: "CPV", en: "CPV", width: 18) { Cell($0.cpv, by: " ") },
            Column(sv: "Förfarande", en: "Procedure", width: 14) { Cell($0.procedure) },
            Column(sv: "Värde", en: "Value", width: 16) { Cell($0.value) },
            Column(sv: "Valuta", en: "Currency", width: 8) {
                guard case .stated(let amount) = $0.value else { return .none }
                return .text(amount.currency)
            },
            Column(sv: "Utfall", en: "Outcome", width: 14) { .text(language.outcome($0.outcome)) },
            Column(sv: "Delar", en: "Lots", width: 7) { .whole($0.lots.count) },
            Column(sv: "Id", en: "Id", width: 38) { .text($0.noticeId) },
        ]
    }
}
