import API
import Procurement

extension ShortlistsList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context, Ground(),
            [
                Sheet(
                    "shortlists", sv: "Urval", en: "Shortlists", context.language,
                    [
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "Namn", en: "Name", width: 40) { .text($0.name) },
                        Column(sv: "Syfte", en: "Purpose", width: 60) { Cell($0.purpose) },
                        Column(sv: "Leverantörer", en: "Suppliers", width: 11) { .whole($0.suppliers) },
                        Column(sv: "Av", en: "By", width: 16) { .text($0.by) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                    ], shortlists)
            ])
    }
}

extension ShortlistsGet.Result: Listed {
    package var supplierIDs: [String] { (suppliers + removed).map(\.supplier) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<ShortlistedSupplier>(context: context) { $0.supplier }
        let name = supplier.name { $0.name }
        let ofThatMoment: [Column<ShortlistedSupplier>] = [
            Column(sv: "Placering då", en: "Rank then", width: 9) { Cell($0.rank) },
            Column(sv: "Poäng då", en: "Score then", width: 9) { $0.score.map(Cell.points) ?? .none },
            Column(sv: "Skäl då", en: "Reasons then", width: 80) { Cell($0.because, by: " ") },
            Column(sv: "Akt", en: "Dossier", width: 18) { Cell($0.dossier) },
            Column(sv: "Varför med", en: "Why added", width: 50) { Cell($0.reason) },
            Column(sv: "Tillagd av", en: "Added by", width: 16) { .text($0.by) },
            Column(sv: "Tillagd (UTC)", en: "Added (UTC)", width: 20) { .moment($0.at) },
        ]
        var ground = Ground()
        ground.remarks = [shortlist.name, shortlist.purpose].compactMap { $0 }
        let noted = Dictionary(grouping: notes.filter { $0.supplier != nil }) { $0.supplier ?? "" }
        return Workbook(
            context,
            ground,
            [
                Sheet(
                    "suppliers", sv: "Leverantörer", en: "Suppliers", language,
                    [name] + supplier.facts { _ in nil } + ofThatMoment + [
                        Column(sv: "Anteckningar", en: "Notes", width: 60) { row in
                            Cell((noted[row.supplier] ?? []).map { "\($0.by): \($0.text)" }, by: " ")
                        }, supplier.key,
                    ], suppliers),
                Sheet(
                    "removed", sv: "Borttagna", en: "Taken off", language,
                    [name] + ofThatMoment + [
                        Column(sv: "Borttagen av", en: "Taken off by", width: 16) { Cell($0.removal?.by) },
                        Column(sv: "Borttagen (UTC)", en: "Taken off (UTC)", width: 20) {
                            $0.removal.map { .moment($0.at) } ?? .none
                        },
                        Column(sv: "Varför borttagen", en: "Why taken off", width: 50) { Cell($0.removal?.reason) },
                        supplier.key,
                    ], removed),
                NoteLine.sheet(notes, language),
            ])
    }
}

extension NotesList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(context, Ground(), [NoteLine.sheet(notes, context.language)])
    }
}

extension NoteLine {
    fileprivate static func sheet(_ notes: [NoteLine], _ language: TextLanguage) -> Sheet {
        Sheet(
            "notes", sv: "Anteckningar", en: "Notes", language,
            [
                Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                Column(sv: "Leverantör", en: "Supplier", width: 40) { Cell($0.name ?? $0.supplier) },
                Column(sv: "Urval", en: "Shortlist", width: 8) { Cell($0.shortlist) },
                Column(sv: "Anteckning", en: "Note", width: 80) { .text($0.text) },
                Column(sv: "Av", en: "By", width: 16) { .text($0.by) },
                Column(sv: "Id", en: "Id", width: 18) { Cell($0.supplier) },
            ], notes)
    }
}
