import JSON
import JSONRPC
import Procurement

/// Someone from the municipality, or one of its companies, who receives one company a slot.
@WireType
package struct MeetingHost: Described {
    /// What wishes and edits call it.
    @Within(.id) package var id: String
    /// What people call it; the id where nothing is said.
    @Within(.name) package var name: String?
    /// What it buys: its score for a company is the match. Without one it takes all alike.
    package var need: NeedQuery?
    /// Meetings that it is promised.
    @Within(.count) package var minimum: Int?
    /// Meetings that it can have at most.
    @Within(.count) package var maximum: Int?
    /// Ids of slots that it can't attend.
    @Within(.list(Programme.most, of: .id)) package var unavailable: [String]?
}

/// A company that takes part.
@WireType
package struct CompanyAtTable: Described {
    /// Its id, see suppliers.find. A company that Torg doesn't know is given by its name alone.
    @Within(.id) package var supplier: String?
    /// Its name, where it has no id.
    @Within(.name) package var name: String?
    /// Ids of the hosts that it wants to meet, the dearest first; it meets no others. Where nothing is said it wants
    /// each host as much as the host wants it.
    @Within(.ids) package var wishes: [String]?
    /// Meetings that it is promised.
    @Within(.count) package var minimum: Int?
    /// Meetings that it can have at most.
    @Within(.count) package var maximum: Int?
    /// Ids of slots that it can't attend.
    @Within(.list(Programme.most, of: .id)) package var unavailable: [String]?
}

/// How much each side wants one meeting.
@WireType
package struct WishForMeeting: Described {
    /// The id of the supplier, or the name of a company without one.
    @Within(.name) package var company: String
    /// The id of the host.
    @Within(.id) package var host: String
    /// How much the company wants it, 0 to 1; 0 rules it out.
    @Within(.share) package var companyScore: Points?
    /// How much the host wants it, 0 to 1; 0 rules it out.
    @Within(.share) package var hostScore: Points?
}

/// What can be decided by hand of a timetable.
package enum TimetableEditKind: String, WireWord {
    /// The meeting takes place, in a slot where one is given.
    case pin
    /// It doesn't.
    case ban
    /// It takes place in this slot.
    case move
    /// The host meets another company in its stead.
    case swap
}

/// One decision by hand, with whose it was and why.
@WireType
package struct EditOfTimetable: Described {
    /// What: pin, ban, move (to a slot), or swap (for another company).
    package var edit: TimetableEditKind
    /// The id of the supplier, or the name of a company without one.
    @Within(.name) package var company: String
    /// The id of the host.
    @Within(.id) package var host: String
    /// For swap: which company the host meets in its stead.
    @Within(.name) package var with: String?
    /// For move, and where one is meant for pin and swap: the id of the slot.
    @Within(.id) package var slot: String?
    /// Whose decision it is: a role.
    @Within(.name) package var by: String
    /// Why. It is shown.
    @Within(.line) package var note: String
}
