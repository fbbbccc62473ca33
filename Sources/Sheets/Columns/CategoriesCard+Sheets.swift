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
                        Column("Slutar", "Ends") { .day($0.ends) },
                        Column("Annons", "Notice", width: 50) { .text($0.title) },
                        Column("Köpare", "Buyer", width: 28) { Cell($0.buyer) },
                        Column("Leverantörer", "Suppliers", width: 50) {
                            $0.suppliers.isEmpty ? .withheld : Cell($0.suppliers.map(\.name), by: "; ")
                        },
                        Column("Id", "Id", width: 38) { .text($0.noticeId) },
                    ], runningOut),
                Sheet(
                    "coming", sv: "På väg", en: "To come", language,
                    [
                        Column("Sista dag", "Deadline") { Cell($0.deadline) },
                        Column("Annons", "Notice", width: 50) { .text($0.title) },
                        Column("Köpare", "Buyer", width: 28) { Cell($0.buyer) },
                        Column("Slag", "Purpose", width: 18) { .text(language.purpose($0.purpose)) },
                        Column("Datum", "Date") { Cell($0.date) },
                        Column("Id", "Id", width: 38) { .text($0.noticeId) },
                    ], coming),
                Sheet(
                    "years", sv: "År för år", en: "Year by year", language,
                    [
                        Column("År", "Year", width: 7) { .whole($0.year) },
                        Column("Upphandlingar", "Procurements") { .whole($0.procurements) },
                        Column("Leverantörer", "Suppliers") { .whole($0.suppliers) },
                        Column("Nya", "New", width: 8) { .whole($0.newcomers) },
                    ], years),
            ])
    }

    private static func suppliers(_ context: SheetContext) -> [Column<CardSupplier>] {
        let supplier = SupplierColumns<CardSupplier>(context: context) { $0.id }
        return [supplier.name { $0.name }] + supplier.facts { _ in nil } + [
            Column("Vinster", "Wins", width: 9) { .whole($0.wins) },
            Column("Andel", "Share", width: 9) { .points($0.share) },
            // Most have won in one currency; where there are more, the largest sum isn't guessed at: all stand in words.
            Column("Värde", "Value", width: 16) {
                $0.values.count == 1
                    ? .decimal($0.values[0].amount) : Cell($0.values.map { "\($0.amount) \($0.currency)" }, by: "; ")
            },
            Column("Valuta", "Currency", width: 8) { $0.values.count == 1 ? .text($0.values[0].currency) : .none },
            Column("Senaste vinst", "Latest win") { Cell($0.lastWin) },
            Column("Ny i kategorin", "New in the category", width: 10) { .flag($0.newcomer) },
            supplier.key,
        ]
    }
}
