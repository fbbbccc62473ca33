import API
import Procurement

// The histories of categories and challenges, and what a change would do.

extension CategoriesHistory.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "versions", sv: "Versioner", en: "Versions", language,
                    [
                        Column(sv: "Version", en: "Version", width: 9) { .whole($0.version) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Vem", en: "Who", width: 16) { .text($0.by) },
                        Column(sv: "Skäl", en: "Reason", width: 50) { .text($0.reason) },
                        Column(sv: "I bruk", en: "In use", width: 8) { .flag(!$0.retired) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.category.id) },
                        Column(sv: "Kategori", en: "Category", width: 40) {
                            Cell($0.category.names[language.rawValue] ?? $0.category.name)
                        },
                        Column(sv: "CPV", en: "CPV", width: 30) { Cell($0.category.cpv, by: " ") },
                        Column(sv: "Ord", en: "Words", width: 40) { Cell($0.category.keywords) },
                        Column(sv: "Ansvarig", en: "Owner", width: 28) { Cell($0.category.owner) },
                    ], versions)
            ])
    }
}

extension ChallengesHistory.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "versions", sv: "Versioner", en: "Versions", language,
                    [
                        Column(sv: "Version", en: "Version", width: 9) { .whole($0.version) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Vem", en: "Who", width: 16) { .text($0.by) },
                        Column(sv: "Skäl", en: "Reason", width: 50) { .text($0.reason) },
                        Column(sv: "I bruk", en: "In use", width: 8) { .flag(!$0.retired) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.challenge.id) },
                        Column(sv: "Utmaning", en: "Challenge", width: 40) {
                            Cell($0.challenge.names[language.rawValue] ?? $0.challenge.name)
                        },
                        Column(sv: "I ord", en: "In words", width: 60) { .text($0.challenge.text) },
                        Column(sv: "CPV", en: "CPV", width: 30) { Cell($0.challenge.cpv, by: " ") },
                        Column(sv: "Mål", en: "Goals", width: 18) { Cell($0.challenge.goals, by: " ") },
                        Column(sv: "Ansvarig", en: "Owner", width: 28) { Cell($0.challenge.owner) },
                    ], versions)
            ])
    }
}

extension DefinitionEffect: Listed {
    /// A supplier with what becomes of it.
    private struct Row: Sendable {
        var effect: BilingualText
        var move: DefinitionMove
    }

    package var supplierIDs: [String] { (entered + left + moved).map(\.supplier.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<Row>(context: context) { $0.move.supplier.id }
        let rows =
            entered.map { Row(effect: BilingualText(sv: "tillkommer", en: "enters"), move: $0) }
            + left.map { Row(effect: BilingualText(sv: "lämnar listan", en: "leaves"), move: $0) }
            + moved.map { Row(effect: BilingualText(sv: "flyttas", en: "moves"), move: $0) }
        let ground = Ground(dataThrough, generation, nil, setting, remarks: remarks ?? [])
        return Workbook(
            context, ground,
            [
                Sheet(
                    "effect", sv: "Följder", en: "Effect", language,
                    [
                        Column(sv: "Följd", en: "Effect", width: 14) { .text($0.effect.text(in: language)) },
                        supplier.name { $0.move.supplier.name },
                        Column(sv: "Plats nu", en: "Place now", width: 9) { Cell($0.move.from) },
                        Column(sv: "Plats efter", en: "Place after", width: 11) { Cell($0.move.to) },
                        Column(sv: "Poäng nu", en: "Score now", width: 10) { row in
                            row.move.before.map { .points($0) } ?? .none
                        },
                        Column(sv: "Poäng efter", en: "Score after", width: 11) { row in
                            row.move.after.map { .points($0) } ?? .none
                        },
                        Column(sv: "Skäl", en: "Reasons", width: 80) { row in
                            Cell(
                                row.move.changes.map { "\(language.signal($0.name)): \($0.because)" }, by: "\n")
                        },
                        supplier.key,
                    ], rows)
            ])
    }
}
