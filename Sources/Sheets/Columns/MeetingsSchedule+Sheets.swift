import API
import Procurement

extension MeetingsSchedule.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let companyNames = Dictionary(companies.map { ($0.id, $0.name) }) { first, _ in first }
        let hostNames = Dictionary(hosts.map { ($0.id, $0.name) }) { first, _ in first }
        let slotTimes = Dictionary(slots.map { ($0.id, $0) }) { first, _ in first }
        return Workbook(
            context, Ground(dataThrough, generation, dossier, setting),
            [
                Sheet(
                    "meetings", sv: "Möten", en: "Meetings", language,
                    [
                        Column(sv: "Börjar", en: "Starts", width: 9) { Cell(slotTimes[$0.slot]?.starts ?? $0.slot) },
                        Column(sv: "Slutar", en: "Ends", width: 9) { Cell(slotTimes[$0.slot]?.ends) },
                        Column(sv: "Bord", en: "Table", width: 7) { .whole($0.table) },
                        Column(sv: "Värd", en: "Host", width: 30) { .text(hostNames[$0.host] ?? $0.host) },
                        Column(sv: "Företag", en: "Company", width: 40) {
                            .text(companyNames[$0.company] ?? $0.company)
                        },
                        Column(sv: "Värt", en: "Worth", width: 9) { .points($0.worth) },
                        Column(sv: "Satt för hand", en: "Set by hand", width: 9) { .flag($0.pinned) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.company) },
                    ], meetings),
                Sheet(
                    "unscheduled", sv: "Blev inte av", en: "Came to nothing", language,
                    [
                        Column(sv: "Företag", en: "Company", width: 40) {
                            .text(companyNames[$0.company] ?? $0.company)
                        },
                        Column(sv: "Värd", en: "Host", width: 30) { .text(hostNames[$0.host] ?? $0.host) },
                        Column(sv: "Värt", en: "Worth", width: 9) { .points($0.worth) },
                        Column(sv: "Skäl", en: "Reason", width: 80) { .text($0.text.text(in: language)) },
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.company) },
                    ], unscheduled),
            ])
    }
}
