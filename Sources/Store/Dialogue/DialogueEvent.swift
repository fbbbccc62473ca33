import Foundation
import Procurement

/// An occasion at which the municipality and companies meet.
package struct DialogueEvent: Sendable, Hashable {
    package var kind: EventKind
    package var name: String
    package var date: CalendarDate?
    package var place: String?
    /// Places, in companies; `nil` where there is no end to them.
    package var capacity: Int?
    /// The dossier with its plan.
    package var dossier: String?
    /// The user who noted it.
    package var by: String

    package init(
        kind: EventKind, name: String, date: CalendarDate? = nil, place: String? = nil, capacity: Int? = nil,
        dossier: String? = nil, by: String
    ) {
        self.kind = kind
        self.name = name
        self.date = date
        self.place = place
        self.capacity = capacity
        self.dossier = dossier
        self.by = by
    }
}

/// An event as it is kept, and how many companies it concerns.
package struct StoredEvent: Sendable, Hashable {
    package var id: Int64
    package var event: DialogueEvent
    package var at: Date
    package var invited: Int
    /// Standing registrations, with a place or waiting.
    package var registered: Int
    package var attended: Int

    /// Standing registrations beyond the places.
    package var waiting: Int { event.capacity.map { max(0, registered - $0) } ?? 0 }
}

/// What is said of a company that is invited or registers. One of `supplier` and `name` must be there.
package struct GuestCompany: Sendable, Hashable {
    /// Of a supplier that the store knows.
    package var supplier: SupplierID?
    package var name: String?
    package var number: OrganisationNumber?
    package var size: SupplierSize?

    package init(
        supplier: SupplierID? = nil, name: String? = nil, number: OrganisationNumber? = nil, size: SupplierSize? = nil
    ) {
        self.supplier = supplier
        self.name = name
        self.number = number
        self.size = size
    }

    /// The name as it is kept: without any number in it. `nil` where none was given, or nothing but a number.
    package var shownName: String? {
        name.map(NormalizedName.display).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// One company at one event.
package struct Guest: Sendable, Hashable {
    package struct Invitation: Sendable, Hashable {
        package var reason: String?
        package var by: String
        package var at: Date
    }

    package struct Registration: Sendable, Hashable {
        /// Its place in the order of arrival, over all events; lower came earlier.
        package var arrival: Int
        /// The categories that it asks for.
        package var wishes: [String]
        /// The user who registered it.
        package var by: String
        package var at: Date
        package var standing: Standing
    }

    package enum Standing: Sendable, Hashable {
        case placed
        /// Its place on the waiting list, from 1.
        case waiting(Int)
        case withdrawn(Date)
    }

    package var id: Int64
    /// The supplier that it is by what is known now; `nil` for a company that the store doesn't know.
    package var supplier: SupplierID?
    package var name: String
    /// May be a personal number.
    package var number: OrganisationNumber?
    package var size: SupplierSize?
    package var invitation: Invitation?
    /// The latest.
    package var registration: Registration?
    /// `nil` where nobody noted it.
    package var attended: Bool?
}

/// Something that came of an event.
package struct EventOutcome: Sendable, Hashable {
    package var id: Int64
    /// The company that it is about; `nil` for the event as a whole.
    package var guest: Int64?
    package var text: String
    package var by: String
    package var at: Date
}

/// How often a supplier was part of the dialogue, in events.
package struct Participation: Sendable, Hashable {
    package var invited = 0
    /// With a registration that it didn't withdraw.
    package var registered = 0
    package var attended = 0
    /// The day of the latest event that it was invited to; `nil` without one.
    package var lastInvited: CalendarDate?

    package init(invited: Int = 0, registered: Int = 0, attended: Int = 0, lastInvited: CalendarDate? = nil) {
        self.invited = invited
        self.registered = registered
        self.attended = attended
        self.lastInvited = lastInvited
    }
}
