import API
import Procurement

// The needs that are kept.

/// Columns of needs that are kept, for every list that has them.
enum NeedColumns {
    static func columns<Row>(
        _ language: TextLanguage, _ line: @escaping @Sendable (Row) -> NeedLine
    ) -> [Column<Row>] {
        [
            Column(sv: "Nummer", en: "Number", width: 8) { .whole(line($0).id) },
            Column(sv: "Behov", en: "Need", width: 40) { .text(line($0).name) },
            Column(sv: "Läge", en: "State", width: 12) { .text(line($0).state.name.text(in: language)) },
            Column(sv: "Väg", en: "Route", width: 28) { Cell(line($0).route?.name.text(in: language)) },
            Column(sv: "Ansvarig", en: "Owner", width: 28) { Cell(line($0).owner) },
            Column(sv: "Senaste utfall", en: "Latest outcome", width: 50) { Cell(line($0).lastOutcome) },
            Column(sv: "Upplagt av", en: "Kept by", width: 16) { .text(line($0).by) },
            Column(sv: "Upplagt (UTC)", en: "Kept (UTC)", width: 20) { .moment(line($0).at) },
            Column(sv: "Ändrat av", en: "Changed by", width: 16) { .text(line($0).changedBy) },
            Column(sv: "Ändrat (UTC)", en: "Changed (UTC)", width: 20) { .moment(line($0).changedAt) },
        ]
    }

    /// Needs that are like another.
    static func earlier(_ language: TextLanguage, _ needs: [EarlierNeed]) -> Sheet {
        let own: [Column<EarlierNeed>] = [
            Column(sv: "Likhet", en: "Similarity", width: 10) { .points($0.similarity) },
            Column(sv: "Gemensamma ord", en: "Shared words", width: 30) { Cell($0.words) },
        ]
        return Sheet(
            "earlier", sv: "Tidigare behov", en: "Earlier needs", language, own + columns(language) { $0.need }, needs)
    }
}

extension NeedsList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context, Ground(),
            [
                Sheet(
                    "needs", sv: "Behov", en: "Needs", context.language, NeedColumns.columns(context.language) { $0 },
                    needs)
            ])
    }
}

extension NeedsGet.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let own: [Column<NeedDetail>] = [
            Column(sv: "Text", en: "Text", width: 60) { .text($0.text) },
            Column(sv: "Vad som hittades", en: "Found", width: 50) { Cell($0.found) },
            Column(sv: "Akt", en: "Dossier", width: 18) { Cell($0.dossier) },
            Column(sv: "Varför den vägen", en: "Why this route", width: 40) { Cell($0.route?.reason) },
            Column(sv: "Vägen kräver", en: "The route asks for", width: 60) { detail in
                Cell((detail.route?.asks ?? []).map { $0.text(in: language) }, by: "\n")
            },
            Column(sv: "Deltog", en: "Took part", width: 40) { Cell($0.participants) },
        ]
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "need", sv: "Behovet", en: "The need", language, NeedColumns.columns(language) { $0.line } + own,
                    [need]),
                Sheet(
                    "outcomes", sv: "Utfall", en: "Outcomes", language,
                    [
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Vad som hände", en: "What came of it", width: 80) { .text($0.text) },
                        Column(sv: "Av", en: "By", width: 16) { .text($0.by) },
                    ], need.outcomes), NeedColumns.earlier(language, earlier),
            ])
    }
}
