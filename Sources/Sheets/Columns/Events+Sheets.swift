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
                        Column("Nummer", "Number", width: 8) { .whole($0.id) },
                        Column("Datum", "Date") { Cell($0.date) },
                        Column("Namn", "Name", width: 40) { .text($0.name) },
                        Column("Slag", "Kind", width: 18) { .text(language.event($0.kind)) },
                        Column("Var", "Where", width: 28) { Cell($0.place) },
                        Column("Platser", "Places", width: 8) { Cell($0.capacity) },
                        Column("Inbjudna", "Invited", width: 9) { .whole($0.invited) },
                        Column("Anmälda", "Registered", width: 10) { .whole($0.registered) },
                        Column("Väntar", "Waiting", width: 8) { .whole($0.waiting) },
                        Column("Kom", "Came", width: 8) { .whole($0.attended) },
                        Column("Noterad av", "Noted by", width: 16) { .text($0.by) },
                        Column("Noterad (UTC)", "Noted (UTC)", width: 20) { .moment($0.at) },
                        Column("Akt", "Dossier", width: 18) { Cell($0.dossier) },
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
                        Column("Företag", "Company", width: 40) { Cell($0.guest.flatMap { names[$0] }) },
                        Column("Vad det blev", "What came of it", width: 80) { .text($0.text) },
                        Column("Noterat av", "Noted by", width: 16) { .text($0.by) },
                        Column("Noterat (UTC)", "Noted (UTC)", width: 20) { .moment($0.at) },
                    ], outcomes),
            ])
    }

    private static func guests(_ context: SheetContext) -> [Column<EventGuest>] {
        let language = context.language
        let supplier = SupplierColumns<EventGuest>(context: context) { $0.supplier ?? "" }
        return [
            Column("Nummer", "Number", width: 8) { .whole($0.guest) },
            Column("Företag", "Company", width: 40) { .text($0.name) },
            Column("Organisationsnummer", "Organisation number", width: 16) { Cell($0.number) },
            Column("Storlek", "Size") { Cell($0.size.map { language.size($0) }) },
        ] + supplier.addresses + [
            Column("Inbjudet", "Invited", width: 9) { .flag($0.invitation != nil) },
            Column("Skäl till inbjudan", "Why invited", width: 50) { Cell($0.invitation?.reason) },
            Column("Anmälan", "Registration", width: 13) {
                Cell($0.registration.map { language.standing($0.standing) })
            },
            Column("Ankomst", "Arrival", width: 9) { Cell($0.registration?.arrival) },
            Column("Nummer i kön", "Number in the queue", width: 9) { Cell($0.registration?.place) },
            Column("Önskemål", "Wishes", width: 20) { Cell($0.registration?.wishes ?? []) },
            Column("Anmält (UTC)", "Registered (UTC)", width: 20) {
                $0.registration.map { .moment($0.at) } ?? .none
            },
            Column("Kom", "Came", width: 8) { $0.attended.map(Cell.flag) ?? .none },
            supplier.key,
        ]
    }
}
