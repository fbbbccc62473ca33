import API
import Procurement

extension MeetingPlan.Result: Listed {
    package var supplierIDs: [String] {
        outreach.map(\.supplier.id) + seated.map(\.supplier.id) + waiting.map(\.supplier.id)
            + reserves.map(\.supplier.id)
    }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(dataThrough, generation, dossier, setting, considered: considered),
            [
                Sheet("outreach", sv: "Att tipsa", en: "To tell", language, outreach(context), outreach),
                Sheet(
                    "registrations", sv: "Anmälda", en: "Registered", language, Self.registrations(context),
                    seated.map { Registered(supplier: $0.supplier, arrival: $0.arrival, category: $0.category) }
                        + waiting.map { Registered(supplier: $0.supplier, arrival: $0.arrival, place: $0.place) }),
                Sheet("reserves", sv: "Reserver", en: "Reserves", language, reserves(context), reserves),
                Sheet(
                    "coverage", sv: "Bord", en: "Tables", language,
                    [
                        Column(sv: "Kategori", en: "Category", width: 40) { .text($0.name.text(in: language)) },
                        Column(sv: "Minst", en: "Floor", width: 8) { .whole($0.floor) },
                        Column(sv: "Anmälda", en: "Registered", width: 10) { .whole($0.registered) },
                        Column(sv: "Att tipsa", en: "To tell", width: 10) { .whole($0.outreach) },
                        Column(sv: "Kandidater", en: "Candidates", width: 11) { .whole($0.candidates) },
                        Column(sv: "Lägsta poäng", en: "Least score", width: 12) { .points($0.leastScore) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.category) },
                    ], coverage),
                Sheet(
                    "rotas", sv: "Scheman", en: "Programmes", language, rotaColumns(context),
                    rotas.flatMap { rota in rota.visits.map { Visit(supplier: rota.supplier, visit: $0) } }),
            ])
    }

    private struct Registered: Sendable {
        var supplier: SupplierReference
        var arrival: Int
        var category: String?
        /// Its number in the queue; absent where it has a place.
        var place: Int?
    }

    private struct Visit: Sendable {
        var supplier: SupplierReference
        var visit: VisitLine
    }

    /// What the categories are called.
    private func names(_ language: TextLanguage) -> [String: String] {
        Dictionary(coverage.map { ($0.category, $0.name.text(in: language)) }) { first, _ in first }
    }

    private func outreach(_ context: SheetContext) -> [Column<OutreachLine>] {
        let (language, names) = (context.language, names(context.language))
        let supplier = SupplierColumns<OutreachLine>(context: context) { $0.supplier.id }
        return [
            Column(sv: "Ordning", en: "Order", width: 8) { .whole($0.order) },
            supplier.name { $0.supplier.name },
        ] + supplier.facts { $0.supplier.size } + [
            Column(sv: "Utan kända vinster", en: "No known win", width: 10) { .flag($0.supplier.newcomer) },
            Column(sv: "Bord", en: "Table", width: 30) { Cell($0.category.map { names[$0] ?? $0 }) },
            Column(sv: "Poäng", en: "Score", width: 9) { .points($0.score) },
            Column(sv: "Placering i kategorin", en: "Rank in category", width: 9) { Cell($0.rank) },
            Column(sv: "Tidigare inbjudningar", en: "Earlier invitations", width: 11) { .whole($0.timesInvited) },
            Column(sv: "På egna poäng", en: "On score alone", width: 9) { .flag($0.onScoreAlone) },
            Column(sv: "Skäl", en: "Reasons", width: 80) {
                Cell(([$0.reason] + $0.because).map { $0.text(in: language) }, by: " ")
            },
            supplier.key,
        ]
    }

    private static func registrations(_ context: SheetContext) -> [Column<Registered>] {
        let language = context.language
        let supplier = SupplierColumns<Registered>(context: context) { $0.supplier.id }
        return [
            Column(sv: "Anmälan", en: "Arrival", width: 9) { .whole($0.arrival) },
            supplier.name { $0.supplier.name },
        ] + supplier.facts { $0.supplier.size } + [
            Column(sv: "Står", en: "Standing", width: 12) {
                .text(language.standing($0.place == nil ? .placed : .waiting))
            },
            Column(sv: "Nummer i kön", en: "Number in the queue", width: 9) { Cell($0.place) },
            Column(sv: "Bord", en: "Table", width: 18) { Cell($0.category) },
            supplier.key,
        ]
    }

    private func reserves(_ context: SheetContext) -> [Column<ReserveLine>] {
        let names = names(context.language)
        let supplier = SupplierColumns<ReserveLine>(context: context) { $0.supplier.id }
        return [
            Column(sv: "Bord", en: "Table", width: 30) { .text(names[$0.category] ?? $0.category) },
            supplier.name { $0.supplier.name },
        ] + supplier.facts { $0.supplier.size } + [
            Column(sv: "Poäng", en: "Score", width: 9) { .points($0.score) }, supplier.key,
        ]
    }

    private func rotaColumns(_ context: SheetContext) -> [Column<Visit>] {
        let slots = Dictionary(slots.map { ($0.id, $0) }) { first, _ in first }
        let stations = Dictionary(stations.map { ($0.station, $0) }) { first, _ in first }
        return [
            Column(sv: "Företag", en: "Company", width: 40) { .text($0.supplier.name) },
            Column(sv: "Börjar", en: "Starts", width: 9) { Cell(slots[$0.visit.slot]?.starts ?? $0.visit.slot) },
            Column(sv: "Slutar", en: "Ends", width: 9) { Cell(slots[$0.visit.slot]?.ends) },
            Column(sv: "Station", en: "Station", width: 40) {
                Cell(stations[$0.visit.station]?.name.text(in: context.language) ?? $0.visit.station)
            },
            Column(sv: "Rum", en: "Room", width: 20) { Cell(stations[$0.visit.station]?.room) },
            Column(sv: "Id", en: "Id", width: 18) { .text($0.supplier.id) },
        ]
    }
}
