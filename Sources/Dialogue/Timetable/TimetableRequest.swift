import Procurement

/// All that a timetable of one-to-one meetings is made from. Kept whole in its dossier: the same request gives the
/// same timetable, byte for byte, whatever the order of the participants and wishes. Nobody is first by asking first.
package struct TimetableRequest: Sendable, Hashable, Codable {
    /// In the order of the day, at most 64.
    package var slots: [TimeSlot]
    package var companies: [TimetableCompany]
    package var hosts: [TimetableHost]
    /// Tables in the room, those kept free included.
    package var tables: Int
    /// Tables kept free in every slot for whoever drops in.
    package var spareTables: Int
    package var wishes: [MeetingWish]
    package var edits: [TimetableEdit]

    package init(
        slots: [TimeSlot], companies: [TimetableCompany], hosts: [TimetableHost], tables: Int, spareTables: Int = 0,
        wishes: [MeetingWish], edits: [TimetableEdit] = []
    ) {
        self.slots = slots
        self.companies = companies
        self.hosts = hosts
        self.tables = tables
        self.spareTables = spareTables
        self.wishes = wishes
        self.edits = edits
    }
}

/// A company that wants meetings.
package struct TimetableCompany: Sendable, Hashable, Codable {
    package var id: SupplierID
    package var name: String
    package var minimum: Int
    /// `nil`: as many as there are slots.
    package var maximum: Int?
    /// Slots that it can't attend.
    package var unavailable: [SlotID]

    package init(id: SupplierID, name: String, minimum: Int = 0, maximum: Int? = nil, unavailable: [SlotID] = []) {
        self.id = id
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.unavailable = unavailable
    }
}

/// Someone from the municipality, or one of its companies, who receives one company a slot.
package struct TimetableHost: Sendable, Hashable, Codable {
    package var id: HostID
    package var name: String
    package var minimum: Int
    package var maximum: Int?
    package var unavailable: [SlotID]

    package init(id: HostID, name: String, minimum: Int = 0, maximum: Int? = nil, unavailable: [SlotID] = []) {
        self.id = id
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.unavailable = unavailable
    }
}

/// The office's own name for a host.
package typealias HostID = Identifier<TimetableHost>

/// How much each side wants one meeting, in micro-units 0…1,000,000. It can only take place when both want it at all;
/// it is worth the sum.
package struct MeetingWish: Sendable, Hashable, Codable {
    package var company: SupplierID
    package var host: HostID
    package var companyScore: Int
    package var hostScore: Int

    package init(company: SupplierID, host: HostID, companyScore: Int, hostScore: Int) {
        self.company = company
        self.host = host
        self.companyScore = companyScore
        self.hostScore = hostScore
    }
}

/// Something that a person decided over the timetable's head.
package struct TimetableEdit: Sendable, Hashable, Codable {
    package enum Change: Sendable, Hashable, Codable {
        /// This meeting takes place, in this slot where one is given.
        case pin(company: SupplierID, host: HostID, slot: SlotID?)
        /// This meeting doesn't take place.
        case forbid(company: SupplierID, host: HostID)
    }

    package var change: Change
    /// A role, such as `mötesvärd`.
    package var by: String
    package var note: String

    package init(_ change: Change, by: String, note: String) {
        self.change = change
        self.by = by
        self.note = note
    }
}
