import API
import Procurement

extension EventsList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "events", sv: "Händelser", en: "Events", language,
                    [
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "Datum", en: "Date") { Cell($0.date) },
                        Column(sv: "Namn", en: "Name", width: 40) { .text($0.name) },
                        Column(sv: "Slag", en: "Kind", width: 18) { .text(language.event($0.kind)) },
                        Column(sv: "Var", en: "Where", width: 28) { Cell($0.place) },
                        Column(sv: "Platser", en: "Places", width: 8) { Cell($0.capacity) },
                        Column(sv: "Inbjudna", en: "Invited", width: 9) { .whole($0.invited) },
                        Column(sv: "Anmälda", en: "Registered", width: 10) { .whole($0.registered) },
                        Column(sv: "Väntar", en: "Waiting", width: 8) { .whole($0.waiting) },
                        Column(sv: "Kom", en: "Came", width: 8) { .whole($0.attended) },
                        Column(sv: "Noterad av", en: "Noted by", width: 16) { .text($0.by) },
                        Column(sv: "Noterad (UTC)", en: "Noted (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Akt", en: "Dossier", width: 18) { Cell($0.dossier) },
                    ], events)
            ])
    }
}

extension EventsGet.Result: Listed {
    package var supplierIDs: [String] { guests.compactMap(\.supplier) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let names = Dictionary(guests.map { ($0.guest, $0.name) }) { first, _ in first }
        let facts = [event.name, event.date?.description, event.place].compactMap { $0 }.joined(separator: ", ")
        var ground = Ground()
        ground.remarks = [facts]
        return Workbook(
            context, ground,
            [
                Sheet("guests", sv: "Företag", en: "Companies", language, Self.guests(context), guests),
                Sheet(
                    "outcomes", sv: "Utfall", en: "Outcomes", language,
                    [
                        Column(sv: "Företag", en: "Company", width: 40) { Cell($0.guest.flatMap { names[$0] }) },
                        Column(sv: "Vad det blev", en: "What came of it", width: 80) { .text($0.text) },
                        Column(sv: "Noterat av", en: "Noted by", width: 16) { .text($0.by) },
                        Column(sv: "Noterat (UTC)", en: "Noted (UTC)", width: 20) { .moment($0.at) },
                    ], outcomes),
            ])
    }

    private static func guests(_ context: SheetContext) -> [Column<EventGuest>] {
        let language = context.language
        let supplier = SupplierColumns<EventGuest>(context: context) { $0.supplier ?? "" }
        return [
            Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.guest) },
            Column(sv: "Företag", en: "Company", width: 40) { .text($0.name) },
            Column(sv: "Organisationsnummer", en: "Organisation number", width: 16) { Cell($0.number) },
            Column(sv: "Storlek", en: "Size") { Cell($0.size.map { language.size($0) }) },
        ] + supplier.addresses + [
            Column(sv: "Inbjudet", en: "Invited", width: 9) { .flag($0.invitation != nil) },
            Column(sv: "Skäl till inbjudan", en: "Why invited", width: 50) { Cell($0.invitation?.reason) },
            Column(sv: "Anmälan", en: "Registration", width: 13) {
                Cell($0.registration.map { language.standing($0.standing) })
            },
            Column(sv: "Ankomst", en: "Arrival", width: 9) { Cell($0.registration?.arrival) },
            Column(sv: "Nummer i kön", en: "Number in the queue", width: 9) { Cell($0.registration?.place) },
            Column(sv: "Önskemål", en: "Wishes", width: 20) { Cell($0.registration?.wishes ?? []) },
            Column(sv: "Anmält (UTC)", en: "Registered (UTC)", width: 20) {
                $0.registration.map { .moment($0.at) } ?? .none
            },
            Column(sv: "Kom", en: "Came", width: 8) { $0.attended.map(Cell.flag) ?? .none },
            supplier.key,
        ]
    }
}
