import API
import Procurement

/// The invitations of an event: a row for each company that is invited, with what a mail merge needs, and a text for each.
package struct Invitations {
    private let event: EventsGet.Result
    private let details: MeetingDetails

    /// - Parameter details: what the texts say; where they are silent, what is known of the event.
    package init(_ event: EventsGet.Result, _ details: MeetingDetails) {
        self.event = event
        var details = details
        details.date = details.date ?? event.event.date
        details.place = details.place ?? event.event.place
        self.details = details
    }

    /// The companies that are invited, in the order of the event.
    package var guests: [EventGuest] { event.guests.filter { $0.invitation != nil } }

    /// How a company can be reached by mail.
    package enum Reach: Sendable, Hashable {
        case address(String)
        /// It stands in the register, which has no address of it.
        case noAddress
        /// It doesn't stand in the register.
        case noEntry
    }

    /// - Parameter details: what is known of suppliers, by id.
    package static func reach(_ guest: EventGuest, _ details: [String: SupplierDetail]) -> Reach {
        guard let entry = guest.supplier.flatMap({ details[$0]?.register }) else { return .noEntry }
        guard let address = entry.email, !address.isEmpty else { return .noAddress }
        return .address(address)
    }

    /// The table for a mail merge.
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<EventGuest>(context: context) { $0.supplier ?? "" }
        let columns: [Column<EventGuest>] = [
            Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.guest) },
            Column(sv: "Företag", en: "Company", width: 40) { .text($0.name) },
            Column(sv: "Organisationsnummer", en: "Organisation number", width: 16) { Cell($0.number) },
            Column(sv: "E-post", en: "E-mail", width: 28) {
                if case .address(let address) = Self.reach($0, context.details) { return .text(address) }
                return .none
            },
            Column(sv: "Når", en: "Reach", width: 26) {
                switch Self.reach($0, context.details) {
                case .address: .text(language.pick(sv: "e-post", en: "e-mail"))
                case .noAddress:
                    .text(language.pick(sv: "registret har ingen e-post", en: "no e-mail in the register"))
                case .noEntry: .text(language.pick(sv: "finns inte i registret", en: "not in the register"))
                }
            },
            Column(sv: "Webbplats", en: "Website", width: 24) { guest in
                Cell(guest.supplier.flatMap { context.details[$0]?.register?.website })
            },
            Column(sv: "Kod", en: "Code", width: 8) { .text(code($0)) },
            Column(sv: "Skäl", en: "Reason", width: 40) { Cell($0.invitation?.reason) },
            Column(sv: "Ämne på svenska", en: "Subject in Swedish", width: 40) { _ in .text(subject(.sv)) },
            Column(sv: "Text på svenska", en: "Text in Swedish", width: 60) { .text(text($0, .sv)) },
            Column(sv: "Ämne på engelska", en: "Subject in English", width: 40) { _ in .text(subject(.en)) },
            Column(sv: "Text på engelska", en: "Text in English", width: 60) { .text(text($0, .en)) },
            supplier.key,
        ]
        return Workbook(
            context, Ground(),
            [Sheet("invitations", sv: "Inbjudningar", en: "Invitations", language, columns, guests)])
    }

    package func subject(_ language: TextLanguage) -> String {
        let day = details.date.map { ", \($0)" } ?? ""
        return language.pick(sv: "Inbjudan: ", en: "Invitation: ") + name(language) + day
    }

    /// The text for one company.
    package func text(_ guest: EventGuest, _ language: TextLanguage) -> String {
        language == .sv ? swedish(guest) : english(guest)
    }

    private func name(_ language: TextLanguage) -> String {
        details.name?.text(in: language) ?? event.event.name
    }

    private func code(_ guest: EventGuest) -> String {
        CheckInCode.of(event: event.event.id, guest: guest.guest)
    }

    private func swedish(_ guest: EventGuest) -> String {
        var lines = ["Till \(guest.name)", ""]
        lines.append("\(details.host ?? "Vi") bjuder in er till \(name(.sv)).")
        if let reason = guest.invitation?.reason {
            lines.append("Vi hör av oss till just er därför att: \(reason)")
        }
        lines.append("")
        if let date = details.date { lines.append("Dag: \(date)") }
        if let place = details.place { lines.append("Plats: \(place)") }
        if let registration = details.registration { lines.append("Anmälan: \(registration)") }
        if let before = details.registerBefore { lines.append("Anmäl er senast: \(before)") }
        lines.append("Er kod vid incheckningen: \(code(guest))")
        lines += [
            "",
            "Inbjudan är öppen för alla företag, också dem som aldrig har lämnat anbud till oss, och platserna går i den ordning "
                + "som anmälningarna kommer. Träffen är inte en del av någon upphandling: att delta, eller att avstå, "
                + "påverkar inget anbud.",
        ]
        if let contact = details.contact { lines += ["", "Frågor: \(contact)"] }
        return lines.joined(separator: "\n")
    }

    private func english(_ guest: EventGuest) -> String {
        var lines = ["To \(guest.name)", ""]
        lines.append(
            details.host.map { "\($0) invites you to \(name(.en))." }
                ?? "You are invited to \(name(.en)).")
        if let reason = guest.invitation?.reason {
            lines.append("Why we turn to you in particular: \(reason)")
        }
        lines.append("")
        if let date = details.date { lines.append("Date: \(date)") }
        if let place = details.place { lines.append("Place: \(place)") }
        if let registration = details.registration { lines.append("Register: \(registration)") }
        if let before = details.registerBefore { lines.append("Register no later than: \(before)") }
        lines.append("Your code at the door: \(code(guest))")
        lines += [
            "",
            "The invitation is open to every company, also to those who never tendered to us, and places go in the order in which "
                + "registrations come. The event is not part of any procurement: taking part, or not, affects no tender.",
        ]
        if let contact = details.contact { lines += ["", "Questions: \(contact)"] }
        return lines.joined(separator: "\n")
    }
}

/// The list for the door: who has registered, by name, with the code and a field to tick.
package struct DoorList {
    private let event: EventsGet.Result

    package init(_ event: EventsGet.Result) { self.event = event }

    /// Those that are registered and haven't withdrawn, by name.
    package var guests: [EventGuest] {
        event.guests.filter { $0.registration.map { $0.standing != .withdrawn } ?? false }
            .sorted { ($0.name.lowercased(), $0.guest) < ($1.name.lowercased(), $1.guest) }
    }

    package func code(_ guest: EventGuest) -> String {
        CheckInCode.of(event: event.event.id, guest: guest.guest)
    }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "door", sv: "Dörrlista", en: "Door", language,
                    [
                        Column(sv: "Kod", en: "Code", width: 8) { .text(code($0)) },
                        Column(sv: "Företag", en: "Company", width: 40) { .text($0.name) },
                        Column(sv: "Organisationsnummer", en: "Organisation number", width: 16) { Cell($0.number) },
                        Column(sv: "Anmälan", en: "Registration", width: 13) {
                            Cell($0.registration.map { language.standing($0.standing) })
                        },
                        Column(sv: "Nummer i kön", en: "Number in the queue", width: 9) {
                            Cell($0.registration?.place)
                        },
                        Column(sv: "Önskemål", en: "Wishes", width: 20) { Cell($0.registration?.wishes ?? []) },
                        Column(sv: "Kom", en: "Came", width: 8) { $0.attended.map(Cell.flag) ?? .none },
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.guest) },
                    ], guests)
            ])
    }
}
