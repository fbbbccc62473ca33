import Procurement

/// All that a supplier meeting (leverantörsträff) is planned from. Kept whole in its dossier: the same request gives
/// the same plan, byte for byte, whatever the order of the candidates and registrations.
package struct MeetingRequest: Sendable, Hashable, Codable {
    package var event: MeetingEvent
    /// Places, in companies.
    package var capacity: Int
    package var categories: [MeetingCategory]
    package var stations: [Station]
    /// Where the stations stand. Empty: rooms are not planned.
    package var rooms: [Room]
    /// The programme's slots in the order of the day, at most 64.
    package var slots: [TimeSlot]
    /// Stations that one company visits, at most one a slot.
    package var visitsPerCompany: Int
    /// Small firms among the companies on the plan, in permille, rounded up to whole companies.
    package var smallSharePermille: Int
    /// The sizes that count as small.
    package var smallSizes: [SupplierSize]
    package var newcomerSharePermille: Int
    /// What an earlier invitation takes off each score, in micro-units.
    package var invitationPenalty: Int
    /// How many further names to list per category, for when someone declines.
    package var reservesPerCategory: Int
    package var candidates: [MeetingCandidate]
    package var registrations: [MeetingRegistration]
    package var edits: [MeetingEdit]

    package init(
        event: MeetingEvent, capacity: Int = 300, categories: [MeetingCategory], stations: [Station] = [],
        rooms: [Room] = [], slots: [TimeSlot] = [], visitsPerCompany: Int = 2, smallSharePermille: Int = 0,
        smallSizes: [SupplierSize] = [.micro, .small], newcomerSharePermille: Int = 0, invitationPenalty: Int = 0,
        reservesPerCategory: Int = 5, candidates: [MeetingCandidate], registrations: [MeetingRegistration] = [],
        edits: [MeetingEdit] = []
    ) {
        self.event = event
        self.capacity = capacity
        self.categories = categories
        self.stations = stations
        self.rooms = rooms
        self.slots = slots
        self.visitsPerCompany = visitsPerCompany
        self.smallSharePermille = smallSharePermille
        self.smallSizes = smallSizes
        self.newcomerSharePermille = newcomerSharePermille
        self.invitationPenalty = invitationPenalty
        self.reservesPerCategory = reservesPerCategory
        self.candidates = candidates
        self.registrations = registrations
        self.edits = edits
    }
}

/// What the invitation says of the event itself.
package struct MeetingEvent: Sendable, Hashable, Codable {
    package var name: BilingualText
    /// Who invites, such as `Exempelköpings kommun`.
    package var host: String
    package var date: CalendarDate?
    package var place: String?
    /// Where companies register, such as the procurement's address in TendSign.
    package var registration: String?
    package var registerBefore: CalendarDate?
    /// A function's mailbox, not a person's.
    package var contact: String?

    package init(
        name: BilingualText, host: String, date: CalendarDate? = nil, place: String? = nil,
        registration: String? = nil, registerBefore: CalendarDate? = nil, contact: String? = nil
    ) {
        self.name = name
        self.host = host
        self.date = date
        self.place = place
        self.registration = registration
        self.registerBefore = registerBefore
        self.contact = contact
    }
}

/// A category at the meeting and how many companies it needs at its table.
package struct MeetingCategory: Sendable, Hashable, Codable {
    package var id: CategoryID
    package var name: BilingualText
    package var floor: Int

    package init(id: CategoryID, name: BilingualText, floor: Int = 0) {
        self.id = id
        self.name = name
        self.floor = floor
    }
}

/// A supplier that might be told of the meeting in particular.
package struct MeetingCandidate: Sendable, Hashable, Codable {
    package var company: Company
    package var scores: [CategoryScore]
    /// How well it matches a project's station. Where nothing is said, the best of the project's categories counts.
    package var stationScores: [StationScore]
    /// How often it was invited to earlier events.
    package var timesInvited: Int

    package init(
        company: Company, scores: [CategoryScore], stationScores: [StationScore] = [], timesInvited: Int = 0
    ) {
        self.company = company
        self.scores = scores
        self.stationScores = stationScores
        self.timesInvited = timesInvited
    }
}

/// How well a supplier matches one station, in micro-units 0…1,000,000.
package struct StationScore: Sendable, Hashable, Codable {
    package var station: StationID
    package var score: Int

    package init(_ station: StationID, _ score: Int) {
        self.station = station
        self.score = score
    }
}

/// One company that has registered. It gets its place by arrival, whatever its score.
package struct MeetingRegistration: Sendable, Hashable, Codable {
    package var company: Company
    /// The number in which it came; lower is earlier. Equal numbers are ordered by supplier id.
    package var arrival: Int
    /// The categories whose table it asks for; empty: where it matches best.
    package var wishes: [CategoryID]

    package init(company: Company, arrival: Int, wishes: [CategoryID] = []) {
        self.company = company
        self.arrival = arrival
        self.wishes = wishes
    }
}

/// Something that a person decided over the planner's head. It is kept to, and shown with its note.
package struct MeetingEdit: Sendable, Hashable, Codable {
    package enum Change: Sendable, Hashable, Codable {
        /// Tell this supplier, whatever its score.
        case pin(supplier: SupplierID)
        /// Don't tell this supplier in particular. It may still register like anyone else.
        case exclude(supplier: SupplierID)
        /// Seat it at this category's table; pins it too.
        case move(supplier: SupplierID, category: CategoryID)
        /// Let it visit this station in this slot; pins it too.
        case place(supplier: SupplierID, station: StationID, slot: SlotID)
    }

    package var change: Change
    /// A role, such as `kategoriansvarig it`.
    package var by: String
    package var note: String

    package init(_ change: Change, by: String, note: String) {
        self.change = change
        self.by = by
        self.note = note
    }

    /// The supplier that it is about.
    package var supplier: SupplierID {
        switch change {
        case .pin(let supplier), .exclude(let supplier), .move(let supplier, _), .place(let supplier, _, _): supplier
        }
    }
}
