import JSON
import JSONRPC
import Procurement

/// One company with one host, when and where.
@WireType
package struct MeetingLine: Described {
    /// The id of the slot.
    package var slot: String
    /// The table, from 1.
    package var table: Int
    /// The id of the company.
    package var company: String
    /// The id of the host.
    package var host: String
    /// Both sides' scores together, 0 to 2.
    package var worth: Points
    /// Whether a person put it in.
    package var pinned: Bool
}

/// Why a wish came to nothing.
package enum UnscheduledReason: String, WireWord {
    /// A person ruled it out.
    case forbidden
    /// One side doesn't want it at all.
    case oneSided
    /// The two are never there at the same time.
    case neverTogether
    /// The company has all the meetings that it can have.
    case companyFull
    /// The host has all the meetings that it can have.
    case hostFull
    /// Every table is taken in every slot.
    case tablesFull
    /// Both have time left, but not the same, or a table is missing just then.
    case noCommonTime
}

/// A wish that came to nothing.
@WireType
package struct UnscheduledLine: Described {
    /// The id of the company.
    package var company: String
    /// The id of the host.
    package var host: String
    /// Both sides' scores together, 0 to 2.
    package var worth: Points
    /// Why, in a word.
    package var reason: UnscheduledReason
    /// Why, for people.
    package var text: BilingualText
}

/// Tables that nobody sits at.
@WireType
package struct SpareLine: Described {
    /// The id of the slot.
    package var slot: String
    /// The numbers of the free tables.
    package var tables: [Int]
}
