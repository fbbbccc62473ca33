import API
import Procurement

/// A timetable of one-to-one meetings, with every wish that came to nothing explained.
package struct Timetable: Sendable, Hashable, Codable {
    /// By slot, then table.
    package let meetings: [ScheduledMeeting]
    /// By company, then host.
    package let unscheduled: [UnscheduledMeeting]
    /// The tables free in each slot, those kept free included.
    package let spare: [SpareTables]
    package let edits: [AppliedTimetableEdit]
    /// Of the worth of all meetings together. Exact when nobody is away and no slot is pinned.
    package let optimality: Optimality
}

/// One company with one host, when and where.
package struct ScheduledMeeting: Sendable, Hashable, Codable {
    package let slot: SlotID
    /// From 1.
    package let table: Int
    package let company: SupplierID
    package let host: HostID
    /// Both sides' scores together, 0…2,000,000.
    package let worth: Int
    package let isPinned: Bool
}

/// A wish that came to nothing, and why.
package struct UnscheduledMeeting: Sendable, Hashable, Codable {
    package let company: SupplierID
    package let host: HostID
    package let worth: Int
    package let reason: UnscheduledReason
    package let text: BilingualText
}

/// Tables that nobody sits at in one slot.
package struct SpareTables: Sendable, Hashable, Codable {
    package let slot: SlotID
    package let tables: [Int]
}

/// An edit and what came of it.
package struct AppliedTimetableEdit: Sendable, Hashable, Codable {
    package let edit: TimetableEdit
    package let effect: BilingualText
}
