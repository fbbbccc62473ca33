import API
import Procurement

extension CouncilCompose.Result: Listed {
    package var supplierIDs: [String] { (seats.map(\.member) + alternates.map(\.member)).map(\.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(dataThrough, generation, dossier, setting, considered: considered),
            [
                Sheet("seats", sv: "Platser", en: "Seats", language, Self.seats(context), seats),
                Sheet("alternates", sv: "Ersättare", en: "Alternates", language, alternates(context), alternates),
                Sheet(
                    "balance", sv: "Sammansättning", en: "Balance", language,
                    [
                        Column(sv: "Vad", en: "What", width: 30) { .text($0.name.text(in: language)) },
                        Column(sv: "Minst", en: "At least", width: 9) { .whole($0.minimum) },
                        Column(sv: "Högst", en: "At most", width: 9) { Cell($0.maximum) },
                        Column(sv: "Förslaget", en: "Proposal", width: 9) { .whole($0.actual) },
                    ], balance),
                Sheet(
                    "candidates", sv: "Kandidater", en: "Candidates", language,
                    [
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.supplier) },
                        Column(sv: "Poäng", en: "Score", width: 9) { .points($0.score) },
                    ], candidates),
            ])
    }

    private static func seats(_ context: SheetContext) -> [Column<CouncilSeatLine>] {
        let language = context.language
        let supplier = SupplierColumns<CouncilSeatLine>(context: context) { $0.member.id }
        return [
            Column(sv: "Roll", en: "Role", width: 14) { .text(language.role($0.member.role)) },
            Column(sv: "Namn", en: "Name", width: 40) { .text($0.member.name) },
        ] + supplier.facts { $0.member.size } + [
            Column(sv: "Utan kända vinster", en: "No known win", width: 10) {
                $0.member.newcomer.map(Cell.flag) ?? .none
            },
            Column(sv: "Koncern", en: "Group", width: 20) { Cell($0.member.group) },
            Column(sv: "Poäng", en: "Score", width: 9) { $0.member.role == .supplier ? .points($0.score) : .none },
            Column(sv: "Efter avdrag", en: "Net score", width: 9) {
                $0.member.role == .supplier ? .points($0.netScore) : .none
            },
            Column(sv: "Placering", en: "Rank", width: 7) { $0.member.role == .supplier ? .whole($0.rank) : .none },
            Column(sv: "Tidigare råd", en: "Earlier seats", width: 9) { .whole($0.earlierSeats) },
            Column(sv: "På egna poäng", en: "On score alone", width: 9) { .flag($0.onScoreAlone) },
            Column(sv: "Skäl", en: "Reasons", width: 80) {
                Cell(([$0.reason] + $0.because).map { $0.text(in: language) }, by: " ")
            },
            supplier.key,
        ]
    }

    private func alternates(_ context: SheetContext) -> [Column<CouncilAlternateLine>] {
        let language = context.language
        let names = Dictionary(seats.map { ($0.member.id, $0.member.name) }) { first, _ in first }
        let supplier = SupplierColumns<CouncilAlternateLine>(context: context) { $0.member.id }
        return [
            Column(sv: "Roll", en: "Role", width: 14) { .text(language.role($0.member.role)) },
            Column(sv: "Namn", en: "Name", width: 40) { .text($0.member.name) },
        ] + supplier.facts { $0.member.size } + [
            Column(sv: "Efter avdrag", en: "Net score", width: 9) { .points($0.netScore) },
            Column(sv: "Kan ersätta", en: "Can replace", width: 60) {
                Cell($0.canReplace.map { names[$0] ?? $0 }, by: "; ")
            },
            supplier.key,
        ]
    }
}
