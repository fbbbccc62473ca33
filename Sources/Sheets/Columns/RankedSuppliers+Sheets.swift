import API
import Procurement

/// A supplier in its place, on one of the two lists.
struct RankedRow: Sendable {
    var match: SupplierMatch
    /// On the list of suppliers without a known win.
    var isApart: Bool

    /// One table of both lists: which one is a column, where there are two.
    static func sheet(
        _ id: String, sv: String, en: String, _ matches: [SupplierMatch], newcomers: [SupplierMatch]?,
        _ context: SheetContext
    ) -> Sheet {
        let rows =
            matches.map { RankedRow(match: $0, isApart: false) }
            + (newcomers ?? []).map { RankedRow(match: $0, isApart: true) }
        let supplier = SupplierColumns<RankedRow>(context: context) { $0.match.supplier.id }
        var columns: [Column<RankedRow>] = [Column(sv: "Placering", en: "Rank", width: 7) { .whole($0.match.rank) }]
        if newcomers != nil {
            columns.append(
                Column(sv: "Lista", en: "List", width: 18) {
                    .text(
                        $0.isApart
                            ? context.language.pick(sv: "utan kända vinster", en: "no known win")
                            : context.language.pick(sv: "leverantörer", en: "suppliers"))
                })
        }
        columns += [supplier.name { $0.match.supplier.name }] + supplier.facts { $0.match.supplier.size }
        columns += [
            Column(sv: "Utan kända vinster", en: "No known win", width: 10) { .flag($0.match.supplier.newcomer) },
            Column(sv: "Poäng", en: "Score", width: 9) { .points($0.match.score) },
        ]
        if rows.contains(where: { $0.match.group != nil }) {
            columns.append(
                Column(sv: "Fler i koncernen", en: "More of the group", width: 40) { row in
                    Cell((row.match.group?.members ?? []).map { "\($0.name) (\($0.rank))" }, by: "; ")
                })
        }
        let hasFeedback = rows.contains { $0.match.feedback != nil }
        columns += SignalColumns.points(rows, apart: hasFeedback ? FeedbackShare.signal : nil) { $0.match.signals }
        columns += FeedbackColumns.all(rows, { $0.match.signals }, { $0.match.feedback })
        columns += [
            SignalColumns.reasons(context.language) { $0.match.signals },
            SignalColumns.evidence(context.language) { $0.match.evidence }, supplier.key,
        ]
        return Sheet(id, sv: sv, en: en, context.language, columns, rows)
    }
}

extension RankedSuppliers: Listed {
    package var supplierIDs: [String] { (matches + (newcomers ?? [])).map(\.supplier.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context,
            Ground(
                dataThrough, generation, dossier, setting, considered: considered,
                remarks: (question.map { [$0.because] } ?? []) + (remarks ?? [])),
            [
                RankedRow.sheet(
                    "suppliers", sv: "Leverantörer", en: "Suppliers", matches, newcomers: newcomers, context)
            ])
    }
}

extension MatchSupplier.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        func sheet<Row: Sendable>(
            _ id: String, sv: String, en: String, _ rows: [Row], _ named: [Column<Row>],
            score: @escaping @Sendable (Row) -> (rank: Int, score: Points, signals: [Signal], evidence: [Evidence])
        ) -> Sheet {
            let head: [Column<Row>] = [Column(sv: "Placering", en: "Rank", width: 7) { .whole(score($0).rank) }]
            let points: [Column<Row>] = [Column(sv: "Poäng", en: "Score", width: 9) { .points(score($0).score) }]
            return Sheet(
                id, sv: sv, en: en, language,
                head + named + points + SignalColumns.points(rows) { score($0).signals } + [
                    SignalColumns.reasons(language) { score($0).signals },
                    SignalColumns.evidence(context.language) { score($0).evidence },
                ], rows)
        }
        let about = BilingualText(
            sv: "Gäller \(supplier.name) (\(supplier.id)).", en: "About \(supplier.name) (\(supplier.id)).")
        return Workbook(
            context,
            Ground(dataThrough, generation, dossier, setting, remarks: [about.text(in: language)]),
            [
                sheet(
                    "categories", sv: "Kategorier", en: "Categories", categories,
                    [
                        Column(sv: "Kategori", en: "Category", width: 40) { .text($0.category.name) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.category.id) },
                    ]
                ) { ($0.rank, $0.score, $0.signals, $0.evidence) },
                sheet(
                    "challenges", sv: "Utmaningar", en: "Challenges", challenges,
                    [
                        Column(sv: "Utmaning", en: "Challenge", width: 40) { .text($0.challenge.name) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.challenge.id) },
                    ]
                ) { ($0.rank, $0.score, $0.signals, $0.evidence) },
                sheet(
                    "notices", sv: "Öppna annonser", en: "Open notices", notices,
                    [
                        Column(sv: "Annons", en: "Notice", width: 50) { .text($0.notice.title) },
                        Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.notice.buyer) },
                        Column(sv: "Datum", en: "Date") { Cell($0.notice.date) },
                        Column(sv: "Id", en: "Id", width: 38) { .text($0.notice.id) },
                    ]
                ) { ($0.rank, $0.score, $0.signals, $0.evidence) },
            ])
    }
}
