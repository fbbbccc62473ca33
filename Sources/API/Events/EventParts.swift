import JSON
import JSONRPC
import Procurement

/// An event without its companies.
@WireType
package struct EventLine: Described {
    /// Its number.
    package var id: Int
    /// What kind of event.
    package var kind: EventKind
    /// Its name.
    package var name: String
    /// Its day; absent where it isn't set.
    package var date: CalendarDate?
    /// Where; absent where it isn't set.
    package var place: String?
    /// Places, in companies; absent where there is no end to them.
    package var capacity: Int?
    /// The dossier with its plan.
    package var dossier: String?
    /// How many companies were invited.
    package var invited: Int
    /// How many are registered, those that wait among them.
    package var registered: Int
    /// How many of them wait for a place.
    package var waiting: Int
    /// How many came.
    package var attended: Int
    /// The user who noted it.
    package var by: String
    /// When it was noted.
    package var at: Moment

    static var example: EventLine {
        EventLine(
            id: 3, kind: .meeting, name: "Leverantörsträff 2026", date: CalendarDate("2026-03-12"),
            place: "Ekby stadshus",
            capacity: 300, dossier: "d-kfhwtbzmrqpn", invited: 240, registered: 301, waiting: 1, attended: 0,
            by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// A company as it is told of: a known supplier by its id, or any other by its name.
@WireType
package struct CompanyQuery: Described {
    /// The id of a known supplier; see suppliers.find. One of this and name.
    @Within(.id) package var supplier: String?
    /// The name of any company. One that is known by its number, or alone has the name, is that supplier.
    @Within(.name) package var name: String?
    /// Its organisation number, where it has one to give.
    @Within(.text(50)) package var number: String?
    /// Its size, where it says so.
    package var size: SupplierSize?
}

/// One company at one event.
@WireType
package struct EventGuest: Described {
    /// Its number, for events.withdraw and events.attend.
    package var guest: Int
    /// The supplier that it is; absent for a company that the data doesn't know.
    package var supplier: String?
    /// Its name.
    package var name: String
    /// Its organisation number; a personal number is masked. Absent when not known.
    package var number: String?
    /// Absent when not known.
    package var size: SupplierSize?
    /// How it was invited; absent where it wasn't.
    package var invitation: EventInvitation?
    /// How it came forward; absent where it didn't.
    package var registration: EventRegistration?
    /// Whether it came; absent where nobody noted it.
    package var attended: Bool?

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
@WireType
package struct EventInvitation: Described {
    /// Why it in particular; absent where nobody said.
    package var reason: String?
    /// The user who noted it.
    package var by: String
    /// When.
    package var at: Moment
}

/// How a company came forward.
@WireType
package struct EventRegistration: Described {
    /// What becomes of a registration.
    package enum Standing: String, WireWord {
        case placed, waiting, withdrawn
    }

    /// Its place in the order of arrival over all events; lower came earlier.
    package var arrival: Int
    /// Whether it has a place, waits for one, or was withdrawn.
    package var standing: Standing
    /// Its place on the waiting list, from 1; absent where it doesn't wait.
    package var place: Int?
    /// The categories that it asks for.
    package var wishes: [String] = []
    /// The user who registered it.
    package var by: String
    /// When it registered.
    package var at: Moment
}

/// Something that came of an event.
@WireType
package struct EventOutcomeLine: Described {
    /// Its number.
    package var id: Int
    /// The company that it is about; absent where it is about the event as a whole.
    package var guest: Int?
    /// What came of it.
    package var text: String
    /// The user who noted it.
    package var by: String
    /// When.
    package var at: Moment

    static var example: EventOutcomeLine {
        EventOutcomeLine(
            id: 5, guest: 17, text: "Vill lämna anbud på nästa e-tjänst.", by: "anna",
            at: Moment(secondsSinceEpoch: 1_773_360_000))
    }
}

/// How often a supplier was part of the dialogue, in events.
@WireType
package struct ParticipationCounts: Described {
    /// Events that it was invited to.
    package var invited: Int
    /// Events that it is registered for.
    package var registered: Int
    /// Events that it came to.
    package var attended: Int
    /// The day of the latest event that it was invited to; absent without one.
    package var lastInvited: CalendarDate?
}
