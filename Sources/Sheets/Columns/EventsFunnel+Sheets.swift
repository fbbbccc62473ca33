import API
import Procurement

extension EventsFunnel.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let through = [
            winsThrough.map {
                BilingualText(sv: "Vinster är kända till och med \($0).", en: "Wins are known through \($0).")
            } ?? BilingualText(sv: "Inga vinster är kända.", en: "No wins are known."),
            tendersThrough.map {
                BilingualText(sv: "Anbud är kända till och med \($0).", en: "Tenders are known through \($0).")
            } ?? BilingualText(sv: "Inga anbud är kända.", en: "No tenders are known."),
        ]
        return Workbook(
            context,
            Ground(
                winsThrough, generation, nil, buyer.map { QuestionSetting(buyer: $0, nuts: nil) },
                remarks: through.map { $0.text(in: language) }),
            [
                Sheet(
                    "events", sv: "Händelser", en: "Events", language,
                    [
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.event) },
                        Column(sv: "Datum", en: "Date") { Cell($0.date) },
                        Column(sv: "Namn", en: "Name", width: 40) { .text($0.name) },
                        Column(sv: "Slag", en: "Kind", width: 18) { .text(language.event($0.kind)) },
                        Column(sv: "Inbjudna", en: "Invited", width: 9) { .whole($0.invited) },
                        Column(sv: "Anmälda", en: "Registered", width: 10) { .whole($0.registered) },
                        Column(sv: "Närvarade", en: "Came", width: 10) { Cell($0.came) },
                        Column(sv: "Lämnade anbud efteråt", en: "Tendered afterwards", width: 12) { Cell($0.tendered) },
                        Column(sv: "Vann efteråt", en: "Won afterwards", width: 10) { Cell($0.won) },
                        Column(sv: "Närvarade och lämnade anbud", en: "Came and tendered", width: 12) {
                            Cell($0.cameTendered)
                        },
                        Column(sv: "Närvarade och vann", en: "Came and won", width: 12) { Cell($0.cameWon) },
                        Column(sv: "Kan inte följas", en: "Can't be followed", width: 10) { .whole($0.unidentified) },
                    ], events),
                Sheet(
                    "years", sv: "År", en: "Years", language,
                    [
                        Column(sv: "År", en: "Year", width: 8) { .whole($0.year) },
                        Column(sv: "Händelser", en: "Events", width: 10) { .whole($0.events) },
                        Column(sv: "Inbjudna", en: "Invited", width: 9) { .whole($0.invited) },
                        Column(sv: "Anmälda", en: "Registered", width: 10) { .whole($0.registered) },
                        Column(sv: "Närvarade", en: "Came", width: 10) { Cell($0.came) },
                        Column(sv: "Närvaro känd för", en: "Attendance known of", width: 12) { .whole($0.cameOf) },
                        Column(sv: "Lämnade anbud efteråt", en: "Tendered afterwards", width: 12) { Cell($0.tendered) },
                        Column(sv: "Anbud kända för", en: "Tenders known of", width: 12) { .whole($0.tenderedOf) },
                        Column(sv: "Vann efteråt", en: "Won afterwards", width: 10) { Cell($0.won) },
                        Column(sv: "Vinster kända för", en: "Wins known of", width: 12) { .whole($0.wonOf) },
                    ], years),
            ])
    }
}
