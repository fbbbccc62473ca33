import JSONRPC

/// The kinds of events.
package enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A supplier meeting (leverantörsträff).
    case meeting
    /// A sector council (branschråd).
    case council
    /// Talks between one company and one table at a time.
    case talks
    case other
}

/// An event without its companies.
package struct EventLine: Described {
    package var id: Int
    package var kind: EventKind
    package var name: String
    package var date: Day?
    package var place: String?
    package var capacity: Int?
    package var dossier: String?
    package var invited: Int
    package var registered: Int
    package var waiting: Int
    package var attended: Int
    package var by: String
    package var at: Moment

    package init(
        id: Int, kind: EventKind, name: String, date: Day? = nil, place: String? = nil, capacity: Int? = nil,
        dossier: String? = nil, invited: Int, registered: Int, waiting: Int, attended: Int, by: String, at: Moment
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.date = date
        self.place = place
        self.capacity = capacity
        self.dossier = dossier
        self.invited = invited
        self.registered = registered
        self.waiting = waiting
        self.attended = attended
        self.by = by
        self.at = at
    }

    package static let notes = [
        "id": "Its number.",
        "kind": "What kind of event.",
        "name": "Its name.",
        "date": "Its day; absent where it isn't set.",
        "place": "Where; absent where it isn't set.",
        "capacity": "Places, in companies; absent where there is no end to them.",
        "dossier": "The dossier with its plan.",
        "invited": "How many companies were invited.",
        "registered": "How many are registered, those that wait among them.",
        "waiting": "How many of them wait for a place.",
        "attended": "How many came.",
        "by": "The user who noted it.",
        "at": "When it was noted.",
    ]

    static var example: EventLine {
        EventLine(
            id: 3, kind: .meeting, name: "Leverantörsträff 2026", date: Day("2026-03-12"), place: "Ekby stadshus",
            capacity: 300, dossier: "d-kfhwtbzmrqpn", invited: 240, registered: 301, waiting: 1, attended: 0,
            by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// A company as it is told of: a known supplier by its id, or any other by its name.
package struct CompanyQuery: Described {
    package var supplier: String?
    package var name: String?
    package var number: String?
    package var size: CompanySize?

    package init(supplier: String? = nil, name: String? = nil, number: String? = nil, size: CompanySize? = nil) {
        self.supplier = supplier
        self.name = name
        self.number = number
        self.size = size
    }

    package static let notes = [
        "supplier": "The id of a known supplier; see suppliers.find. One of this and name.",
        "name": "The name of any company. One that is known by its number, or alone has the name, is that supplier.",
        "number": "Its organisation number, where it has one to give.",
        "size": "Its size, where it says so.",
    ]

    package static let bounds: [String: Bound] = [
        "supplier": .id, "name": .name, "number": .text(50),
    ]
}

/// One company at one event.
package struct EventGuest: Described {
    package var guest: Int
    package var supplier: String?
    package var name: String
    package var number: String?
    package var size: CompanySize?
    package var invitation: EventInvitation?
    package var registration: EventRegistration?
    package var attended: Bool?

    package init(
        guest: Int, supplier: String? = nil, name: String, number: String? = nil, size: CompanySize? = nil,
        invitation: EventInvitation? = nil, registration: EventRegistration? = nil, attended: Bool? = nil
    ) {
        self.guest = guest
        self.supplier = supplier
        self.name = name
        self.number = number
        self.size = size
        self.invitation = invitation
        self.registration = registration
        self.attended = attended
    }

    package static let notes = [
        "guest": "Its number, for events.withdraw and events.attend.",
        "supplier": "The supplier that it is; absent for a company that the data doesn't know.",
        "name": "Its name.",
        "number": "Its organisation number; a personal number is masked. Absent when not known.",
        "size": "Absent when not known.",
        "invitation": "How it was invited; absent where it wasn't.",
        "registration": "How it came forward; absent where it didn't.",
        "attended": "Whether it came; absent where nobody noted it.",
    ]

    static var example: EventGuest {
        EventGuest(
            guest: 17, supplier: "SE4999022611", name: "Sundhamra Informationsteknik AB", number: "499902-2611",
            size: .small,
            invitation: EventInvitation(
                reason: "Nykomling inom IT", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600)),
            registration: EventRegistration(
                arrival: 301, standing: .waiting, place: 1, wishes: ["it"], by: "anna",
                at: Moment(secondsSinceEpoch: 1_767_312_000)))
    }
}

/// How a company was invited.
package struct EventInvitation: Described {
    package var reason: String?
    package var by: String
    package var at: Moment

    package init(reason: String? = nil, by: String, at: Moment) {
        self.reason = reason
        self.by = by
        self.at = at
    }

    package static let notes = [
        "reason": "Why it in particular; absent where nobody said.",
        "by": "The user who noted it.",
        "at": "When.",
    ]
}

/// How a company came forward.
package struct EventRegistration: Described {
    /// What becomes of a registration.
    package enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        case placed, waiting, withdrawn
    }

    package var arrival: Int
    package var standing: Standing
    package var place: Int?
    package var wishes: [String]
    package var by: String
    package var at: Moment

    package init(
        arrival: Int, standing: Standing, place: Int? = nil, wishes: [String] = [], by: String, at: Moment
    ) {
        self.arrival = arrival
        self.standing = standing
        self.place = place
        self.wishes = wishes
        self.by = by
        self.at = at
    }

    package static let notes = [
        "arrival": "Its place in the order of arrival over all events; lower came earlier.",
        "standing": "Whether it has a place, waits for one, or was withdrawn.",
        "place": "Its place on the waiting list, from 1; absent where it doesn't wait.",
        "wishes": "The categories that it asks for.",
        "by": "The user who registered it.",
        "at": "When it registered.",
    ]
}

/// Something that came of an event.
package struct EventOutcomeLine: Described {
    package var id: Int
    package var guest: Int?
    package var text: String
    package var by: String
    package var at: Moment

    package init(id: Int, guest: Int? = nil, text: String, by: String, at: Moment) {
        self.id = id
        self.guest = guest
        self.text = text
        self.by = by
        self.at = at
    }

    package static let notes = [
        "id": "Its number.",
        "guest": "The company that it is about; absent where it is about the event as a whole.",
        "text": "What came of it.",
        "by": "The user who noted it.",
        "at": "When.",
    ]

    static var example: EventOutcomeLine {
        EventOutcomeLine(
            id: 5, guest: 17, text: "Vill lämna anbud på nästa e-tjänst.", by: "anna",
            at: Moment(secondsSinceEpoch: 1_773_360_000))
    }
}

/// How often a supplier was part of the dialogue, in events.
package struct ParticipationCounts: Described {
    package var invited: Int
    package var registered: Int
    package var attended: Int
    package var lastInvited: Day?

    package init(invited: Int, registered: Int, attended: Int, lastInvited: Day? = nil) {
        self.invited = invited
        self.registered = registered
        self.attended = attended
        self.lastInvited = lastInvited
    }

    package static let notes = [
        "invited": "Events that it was invited to.",
        "registered": "Events that it is registered for.",
        "attended": "Events that it came to.",
        "lastInvited": "The day of the latest event that it was invited to; absent without one.",
    ]
}
