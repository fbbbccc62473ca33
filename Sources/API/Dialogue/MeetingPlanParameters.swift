import JSON
import JSONRPC
import Procurement

/// What the invitation says of a meeting.
@WireType
package struct MeetingDetails: Described {
    /// What it is called.
    package var name: BilingualText?
    /// Who invites, such as Norrvika kommun.
    @Within(.name) package var host: String?
    /// The day.
    package var date: CalendarDate?
    /// Where.
    @Within(.name) package var place: String?
    /// Where companies register, such as its address in TendSign.
    @Within(.line) package var registration: String?
    /// The last day to register.
    package var registerBefore: CalendarDate?
    /// Where to ask: a function's mailbox, no person's.
    @Within(.line) package var contact: String?
}

/// A category at a meeting.
@WireType
package struct CategoryAtMeeting: Described {
    /// The id of a configured category, or one described here.
    package var category: CategoryQuery
    /// What edits and wishes call it: the configured id, or the name, where nothing is said.
    @Within(.id) package var id: String?
    /// Companies that it has at its table, at least.
    @Within(.count) package var floor: Int?
    /// Companies that its station takes at once; sized by demand where nothing is said.
    @Within(.count) package var seats: Int?
}

/// A project with a station of its own.
@WireType
package struct ProjectAtMeeting: Described {
    /// What edits call its station.
    @Within(.id) package var id: String
    /// What it is called, such as Spårvägen.
    package var name: BilingualText
    /// Whose it is, such as a municipal company.
    @Within(.name) package var owner: String
    /// Ids of categories at this meeting that it buys in; their companies fit it.
    @Within(.fewIDs) package var categories: [String]?
    /// What it needs, in words or as a configured challenge; then its own scores say who fits.
    package var need: ChallengeQuery?
    /// Companies that its station takes at once; sized by demand where nothing is said.
    @Within(.count) package var seats: Int?
}

/// A room for stations.
@WireType
package struct RoomAtMeeting: Described {
    /// What it is called.
    @Within(.name) package var name: String
    /// Companies that may sit at the stations in it at once.
    @Within(.count) package var seats: Int
}

/// A company that has registered.
@WireType
package struct CompanyRegistration: Described {
    /// Its id, see suppliers.find. A company that Torg doesn't know is given by its name alone.
    @Within(.id) package var supplier: String?
    /// Its name, where it has no id.
    @Within(.name) package var name: String?
    /// Its size, where Torg doesn't know it.
    package var size: SupplierSize?
    /// Whether it has no award; what the data say, else true, where nothing is said.
    package var newcomer: Bool?
    /// Ids of the categories whose table it asks for; where it matches best where nothing is said.
    @Within(.fewIDs) package var wishes: [String]?
}

/// What can be decided by hand of a meeting.
package enum MeetingEditKind: String, WireWord {
    /// Tell this supplier, whatever its score.
    case pin
    /// Don't tell it in particular. It may register like anyone else.
    case ban
    /// Seat it at a category's table.
    case move
    /// Let it visit a station in a slot.
    case place
    /// Tell another supplier in its stead.
    case swap
}

/// One decision by hand, with whose it was and why.
@WireType
package struct EditOfMeeting: Described {
    /// What: pin, ban, move (to a category), place (at a station in a slot), or swap (with another supplier).
    package var edit: MeetingEditKind
    /// Whom it is about.
    @Within(.name) package var supplier: String
    /// For swap: who is told in its stead.
    @Within(.name) package var with: String?
    /// For move: the category.
    @Within(.name) package var category: String?
    /// For place: the id of a project, or of a category for its station.
    @Within(.name) package var station: String?
    /// For place: the id of the slot.
    @Within(.name) package var slot: String?
    /// Whose decision it is: a role, such as category manager IT.
    @Within(.name) package var by: String
    /// Why. It is shown.
    @Within(.line) package var note: String
}
