import API
import JSONRPC
import Procurement
import Sheets

/// Meetings, councils and talks: all of them, and one with its companies.
enum EventPages {
    static func list(_ visit: Visit) async throws -> Answer {
        let parameters = EventsList.Parameters(
            kind: visit.asked["kind"].flatMap(EventKind.init(rawValue:)), limit: 100, after: visit.asked["after"])
        let result = try await visit.call(EventsList.self, parameters)
        let title = visit.reader.pick(sv: "Träffar", en: "Meetings")
        if let file = try await visit.file(EventsList.self, parameters, result, name: "events") { return file }
        return .page(
            "events", title: title,
            [
                "isEmpty": .flag(result.events.isEmpty),
                "events": Fields.Value(result.events.map { EventFields.line($0, visit.reader) }),
                "next": Fields.Value(result.next.map { Address("events").saying("after", $0).description }),
                "files": .fields(visit.files(of: Address("events"))),
            ])
    }

    /// One event; with what is looked for in its list at the door.
    static func show(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let parameters = EventsGet.Parameters(event: id)
        let result = try await visit.call(EventsGet.self, parameters)
        if let file = try await visit.file(EventsGet.self, parameters, result, name: "event-\(id)") { return file }
        let sought = visit.asked["find"]?.lowercased()
        let guests = result.guests.filter { guest in
            guard let sought else { return true }
            return guest.name.lowercased().contains(sought) || "\(guest.guest)" == sought
                || CheckInCode.of(event: id, guest: guest.guest).lowercased() == sought
        }
        let here = Address("event", visit.id).saying("find", visit.asked["find"])
        let stretch = Stretch(visit, of: guests.count, size: 50)
        var fields = EventFields.line(result.event, visit.reader)
        fields["find"] = Fields.Value(visit.asked["find"])
        fields["shown"] = .text(visit.reader.count(guests.count))
        fields["isEmpty"] = .flag(result.guests.isEmpty)
        fields["isNobody"] = .flag(guests.isEmpty && !result.guests.isEmpty)
        fields["guests"] = Fields.Value(guests[stretch.rows].map { EventFields.guest($0, event: id, visit) })
        fields["stretch"] = Fields.Value(stretch.fields(here, visit.reader))
        fields["from"] = Fields.Value(stretch.rows.lowerBound > 0 ? "\(stretch.rows.lowerBound)" : nil)
        fields["all"] = Fields.Value(
            result.guests.prefix(500).map { ["guest": Fields.Value($0.guest), "name": .text($0.name)] })
        fields["shortlists"] = Fields.Value(
            (try await visit.callWhereAllowed(ShortlistsList.self, .init(limit: Limit(clamping: 100)))?.shortlists ?? [])
                .map { ["id": Fields.Value($0.id), "name": .text($0.name)] })
        fields["funnel"] = Fields.Value(try await FunnelPage.line(of: result.event, visit))
        fields["hasDay"] = .flag(result.event.date != nil)
        for part in ["invitations", "door", "calendar", "invite", "register"] {
            fields["\(part)Page"] = .text(Address("event", visit.id, part).description)
        }
        fields["treatmentPage"] = Fields.Value(
            result.event.dossier.map { _ in Address("treatment").saying("event", visit.id).description })
        fields["hasOutcomes"] = .flag(!result.outcomes.isEmpty)
        fields["outcomes"] = Fields.Value(
            result.outcomes.suffix(100).map { line in
                let name = result.guests.first { $0.guest == line.guest }?.name
                return [
                    "text": .text(line.text), "by": .text(line.by), "at": .text(visit.reader.moment(line.at)),
                    "about": Fields.Value(name),
                ]
            })
        fields["files"] = .fields(visit.files(of: Address("event", visit.id)))
        return .page("event", title: result.event.name, fields)
    }

    /// Notes that a company came, or that it didn't. Said twice, it is noted once: what is sent says how it is to be, and not
    /// that it changes.
    static func attend(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id), let guest = visit.sent["guest"].flatMap(Int.init) else { throw PageNotFound() }
        _ = try await visit.call(
            EventsAttend.self,
            EventsAttend.Parameters(event: id, guest: guest, attended: visit.sent["came"] != "no"))
        return .seeOther(
            Address("event", visit.id).saying("find", visit.sent["find"]).saying("from", visit.sent["from"]))
    }

    /// Notes what came of an event.
    static func outcome(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        _ = try await visit.call(
            EventsOutcome.self,
            EventsOutcome.Parameters(
                event: id, text: visit.sent["text"] ?? "", guest: visit.sent["guest"].flatMap(Int.init)))
        return .seeOther(Address("event", visit.id))
    }
}

/// Events as pages show them.
enum EventFields {
    static func line(_ event: EventLine, _ reader: Reader) -> Fields {
        [
            "event": Fields.Value(event.id), "name": .text(event.name),
            "page": .text(Address("event", "\(event.id)").description),
            "kind": .text(reader.language.event(event.kind)),
            "date": Fields.Value(event.date.map(reader.day)), "place": Fields.Value(event.place),
            "capacity": Fields.Value(event.capacity.map(reader.count)), "invited": .text(reader.count(event.invited)),
            "registered": .text(reader.count(event.registered)),
            "waiting": Fields.Value(event.waiting > 0 ? reader.count(event.waiting) : nil),
            "attended": .text(reader.count(event.attended)),
            "dossier": Fields.Value(event.dossier),
            "record": Fields.Value(event.dossier.map { Address("record", $0).description }),
        ]
    }

    static func guest(_ guest: EventGuest, event: Int, _ visit: Visit) -> Fields {
        [
            "guest": Fields.Value(guest.guest), "name": .text(guest.name),
            "code": .text(CheckInCode.of(event: event, guest: guest.guest)),
            "supplier": Fields.Value(guest.supplier.map { Address("supplier", $0).description }),
            "size": Fields.Value(visit.reader.size(guest.size)),
            "toRegister": Fields.Value(
                guest.supplier.flatMap { guest.invitation != nil && guest.registration == nil ? $0 : nil }),
            "isInvited": .flag(guest.invitation != nil), "reason": Fields.Value(guest.invitation?.reason),
            "standing": Fields.Value(guest.registration.map { visit.language.standing($0.standing) }),
            "queue": Fields.Value(guest.registration?.place.map { visit.reader.count($0) }),
            "wishes": Fields.Value(guest.registration?.wishes.prefix(5).joined(separator: ", ")),
            "came": .flag(guest.attended == true), "stayedAway": .flag(guest.attended == false),
        ]
    }
}
