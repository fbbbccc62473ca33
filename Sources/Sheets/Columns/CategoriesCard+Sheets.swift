import API
import Procurement

extension CategoriesCard.Result: Listed {
    package var supplierIDs: [String] { suppliers.map(\.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let facts = BilingualText(
            sv: "\(category.name) den \(asOf): \(procurements) upphandlingar, \(supplierCount) leverantörer.",
            en: "\(category.name) on \(asOf): \(procurements) procurements, \(supplierCount) suppliers.")
        return Workbook(
            context, Ground(dataThrough, generation, dossier, remarks: [facts.text(in: language)]),
            [
                Sheet("suppliers", sv: "Leverantörer", en: "Suppliers", language, Self.suppliers(context), suppliers),
                Sheet(
                    "contracts", sv: "Avtal som löper ut", en: "Contracts that run out", language,
                    [
                        Column(sv: "Slutar", en: "Ends") { .day($0.ends) },
                        Column(sv: "Annons", en: "Notice", width: 50) { .text($0.title) },
                        Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.buyer) },
                        Column(sv: "Leverantörer", en: "Suppliers", width: 50) {
                            $0.suppliers.isEmpty ? .withheld : Cell($0.suppliers.map(\.name), by: "; ")
                        },
                        Column(sv: "Id", en: "Id", width: 38) { .text($0.noticeId) },
                    ], runningOut),
                Sheet(
                    "coming", sv: "På väg", en: "To come", language,
                    [
                        Column(sv: "Sista dag", en: "Deadline") { Cell($0.deadline) },
                        Column(sv: "Annons", en: "Notice", width: 50) { .text($0.title) },
                        Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.buyer) },
                        Column(sv: "Slag", en: "Purpose", width: 18) { .text(language.purpose($0.purpose)) },
                        Column(sv: "Datum", en: "Date") { Cell($0.date) },
                        Column(sv: "Id", en: "Id", width: 38) { .text($0.noticeId) },
                    ], coming),
                Self.tenders(tenders, language),
                Sheet(
                    "years", sv: "År för år", en: "Year by year", language,
                    [
                        Column(sv: "År", en: "Year", width: 7) { .whole($0.year) },
                        Column(sv: "Upphandlingar", en: "Procurements") { .whole($0.procurements) },
                        Column(sv: "Leverantörer", en: "Suppliers") { .whole($0.suppliers) },
                        Column(sv: "Nya", en: "New", width: 8) { .whole($0.newcomers) },
                    ], years),
            ])
    }

    private static func tenders(_ tenders: CardTenders?, _ language: TextLanguage) -> Sheet {
        typealias Line = (name: BilingualText, tenderers: CardTenderers)
        let lines: [Line] =
            tenders.map {
                [
                    (BilingualText(sv: "Alla", en: "All"), $0.all),
                    (BilingualText(sv: "Nya (12 månader)", en: "New (12 months)"), $0.newcomers),
                    (BilingualText(sv: "Övriga", en: "Others"), $0.established),
                ]
            } ?? []
        return Sheet(
            "tenders", sv: "Anbud", en: "Tenders", language,
            [
                Column<Line>(sv: "Anbudsgivare", en: "Tenderers", width: 20) { .text($0.name.text(in: language)) },
                Column(sv: "Antal", en: "Number") { .whole($0.tenderers.suppliers) },
                Column(sv: "Har vunnit", en: "Have won") { .whole($0.tenderers.winners) },
                Column(sv: "Anbud", en: "Tenders") { .whole($0.tenderers.tenders) },
                Column(sv: "Antagna", en: "Won") { .whole($0.tenderers.won) },
                Column(sv: "Andel", en: "Share") { $0.tenderers.success.map(Cell.points) ?? .none },
            ], lines)
    }

    private static func suppliers(_ context: SheetContext) -> [Column<CardSupplier>] {
        let supplier = SupplierColumns<CardSupplier>(context: context) { $0.id }
        return [supplier.name { $0.name }] + supplier.facts { _ in nil } + [
            Column(sv: "Vinster", en: "Wins", width: 9) { .whole($0.wins) },
            Column(sv: "Andel", en: "Share", width: 9) { .points($0.share) },
            // Most have won in one currency; where there are more, the largest sum isn't guessed at: all stand in words.
            Column(sv: "Värde", en: "Value", width: 16) {
                $0.values.count == 1
                    ? .decimal($0.values[0].amount) : Cell($0.values.map { "\($0.amount) \($0.currency)" }, by: "; ")
            },
            Column(sv: "Valuta", en: "Currency", width: 8) {
                $0.values.count == 1 ? .text($0.values[0].currency) : .none
            },
            Column(sv: "Senaste vinst", en: "Latest win") { Cell($0.lastWin) },
            Column(sv: "Ny i kategorin", en: "New in the category", width: 10) { .flag($0.newcomer) },
            supplier.key,
        ]
    }
}
