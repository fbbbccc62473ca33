import API
import JSONRPC
import Procurement
import Sheets

/// The invitations of an event: a letter for each company, to print or to mail, and the text for the tendering portal.
enum InvitationPages {
    static func show(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let parameters = EventsGet.Parameters(event: id)
        let result = try await visit.call(EventsGet.self, parameters)
        let asked = visit.asked
        let invitations = Invitations(
            result,
            MeetingDetails(
                host: asked["host"], registration: asked["registration"],
                registerBefore: try EventMaking.day(asked["before"], visit), contact: asked["contact"]))
        let file = try await visit.file(
            EventsGet.self, parameters, result, name: "invitations-\(id)",
            suppliers: result.guests.compactMap(\.supplier)
        ) { invitations.workbook($0) }
        if let file { return file }
        let here = Address("event", visit.id, "invitations").saying("host", asked["host"])
            .saying("registration", asked["registration"]).saying("before", asked["before"])
            .saying("contact", asked["contact"])
        let guests = invitations.guests
        // Letters are on a page each when printed, and a page of the browser has as many as it can show at once.
        let stretch = Stretch(visit, of: guests.count, size: 40)
        let details = try await visit.details(of: guests[stretch.rows].compactMap(\.supplier))
        let letters = guests[stretch.rows].map { guest -> Fields in
            [
                "guest": Fields.Value(guest.guest), "name": .text(guest.name),
                "reach": .text(word(Invitations.reach(guest, details), visit.reader)),
                "subject": .text(invitations.subject(visit.language)),
                "text": .text(invitations.text(guest, visit.language)),
            ]
        }
        return .page(
            "invitations", title: visit.reader.pick(sv: "Inbjudningar", en: "Invitations"),
            [
                "event": .text(result.event.name), "page": .text(Address("event", visit.id).description),
                "host": Fields.Value(asked["host"]), "registration": Fields.Value(asked["registration"]),
                "before": Fields.Value(asked["before"]), "contact": Fields.Value(asked["contact"]),
                "portal": Fields.Value(try await portal(visit, result.event)),
                "isEmpty": .flag(letters.isEmpty), "letters": Fields.Value(letters),
                "count": .text(visit.reader.count(guests.count)),
                "stretch": Fields.Value(stretch.fields(here, visit.reader)),
                "files": .fields(visit.files(of: here)),
            ])
    }

    private static func word(_ reach: Invitations.Reach, _ reader: Reader) -> String {
        switch reach {
        case .address(let address): address
        case .noAddress: reader.pick(sv: "registret har ingen e-post", en: "no e-mail in the register")
        case .noEntry: reader.pick(sv: "finns inte i registret", en: "not in the register")
        }
    }

    /// The open invitation of the event's plan; `nil` where it has none.
    private static func portal(_ visit: Visit, _ event: EventLine) async throws -> String? {
        guard let dossier = event.dossier else { return nil }
        return try await KeptPlan.latest(MeetingPlan.self, of: dossier, visit)?.invitation.text(in: visit.language)
    }
}

/// The list for the door, to print: who has registered, by name, each with the code of its letter.
enum DoorPage {
    static func show(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let parameters = EventsGet.Parameters(event: id)
        let result = try await visit.call(EventsGet.self, parameters)
        let door = DoorList(result)
        let file = try await visit.file(
            EventsGet.self, parameters, result, name: "door-\(id)", suppliers: []
        ) { door.workbook($0) }
        if let file { return file }
        let stretch = Stretch(visit, of: door.guests.count, size: 300)
        var fields = EventFields.line(result.event, visit.reader)
        fields["isEmpty"] = .flag(door.guests.isEmpty)
        fields["guests"] = Fields.Value(
            door.guests[stretch.rows].map { guest in
                [
                    "code": .text(door.code(guest)), "name": .text(guest.name), "number": Fields.Value(guest.number),
                    "standing": Fields.Value(guest.registration.map { visit.language.standing($0.standing) }),
                    "queue": Fields.Value(guest.registration?.place.map { visit.reader.count($0) }),
                ]
            })
        fields["stretch"] = Fields.Value(stretch.fields(Address("event", visit.id, "door"), visit.reader))
        fields["files"] = .fields(visit.files(of: Address("event", visit.id, "door")))
        return .page("door", title: visit.reader.pick(sv: "Dörrlista", en: "List for the door"), fields)
    }
}
