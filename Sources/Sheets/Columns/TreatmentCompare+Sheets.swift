import API
import Procurement

extension TreatmentCompare.Result: Listed {
    package var supplierIDs: [String] { lines.map(\.supplier) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<TreatmentLine>(context: context) { $0.supplier }
        return Workbook(
            context, Ground(nil, generation, dossier, nil),
            [
                Sheet(
                    "candidates", sv: "Likabehandling", en: "Equal treatment", language,
                    [
                        Column(sv: "Kategori", en: "Category", width: 30) { Cell($0.category?.text(in: language)) },
                        Column(sv: "Placering", en: "Rank", width: 9) { Cell($0.place) },
                        supplier.name { context.details[$0.supplier]?.name ?? $0.name },
                        Column(sv: "Poäng", en: "Score", width: 9) { $0.score.map(Cell.points) ?? .none },
                        Column(sv: "Vald", en: "Chosen", width: 9) { .flag($0.chosen) },
                        Column(sv: "Inbjuden", en: "Invited", width: 9) { $0.invited.map(Cell.flag) ?? .none },
                        Column(sv: "Skäl", en: "Reason", width: 80) { .text($0.reason.text(in: language)) },
                        supplier.key,
                    ], lines)
            ])
    }
}
