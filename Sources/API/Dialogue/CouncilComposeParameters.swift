import JSON
import JSONRPC
import Procurement

/// A side of a sector council.
package enum CouncilRole: String, WireWord {
    case supplier, official, politician
}

/// Seats by role.
@WireType
package struct CouncilSeats: Described {
    /// 15 where nothing is said.
    @Within(.integer(0...500)) package var suppliers: Int?
    /// All that are named where nothing is said.
    @Within(.integer(0...500)) package var officials: Int?
    /// All that are named where nothing is said.
    @Within(.integer(0...500)) package var politicians: Int?
}

/// A person who may sit by office.
@WireType
package struct CouncilPerson: Described {
    /// What edits call the person; the name where nothing is said.
    @Within(.id) package var id: String?
    /// The office, with or without whoever holds it.
    @Within(.name) package var name: String
    /// official or politician.
    package var role: CouncilRole
    /// How well the person fits, 0 to 1, where there are more people than seats; 0 where nothing is said.
    @Within(.share) package var score: Points?
    /// A municipal company or an administration of which only one may sit.
    @Within(.name) package var group: String?
}

/// How many of the suppliers' seats go to firms of some sizes.
@WireType
package struct CouncilSizeQuota: Described {
    /// What the answer calls it; the sizes where nothing is said.
    @Within(.id) package var id: String?
    /// What people call it; the sizes where nothing is said.
    package var name: BilingualText?
    /// The sizes that count.
    @Within(.choices) package var sizes: [SupplierSize]
    /// The least number of seats; 0 where nothing is said.
    @Within(.count) package var minimum: Int?
    /// The greatest number of seats; any where nothing is said.
    @Within(.count) package var maximum: Int?
}

/// Companies with one owner.
@WireType
package struct CouncilGroup: Described {
    /// What the group is called.
    @Within(.name) package var name: String
    /// Ids of its suppliers.
    @Within(.ids) package var members: [String]
    /// True in an answer where it is a guess from the names.
    package var byName: Bool?
}

/// Who sat in a council before this one.
@WireType
package struct CouncilBefore: Described {
    /// What it was called, such as IT 2024.
    @Within(.name) package var name: String
    /// Ids of its suppliers.
    @Within(.ids) package var members: [String]
}

/// What can be decided by hand of a council.
package enum CouncilEditKind: String, WireWord {
    /// Has a seat, whatever its score; it doesn't rest either.
    case pin
    /// Has none, and is no alternate.
    case ban
    /// Another has a seat in its stead.
    case swap
}

/// One decision by hand, with whose it was and why.
@WireType
package struct EditOfCouncil: Described {
    /// What: pin, ban, or swap (for another member).
    package var edit: CouncilEditKind
    /// Whom it is about: the id of a supplier or a person.
    @Within(.name) package var member: String
    /// For swap: who has a seat in its stead.
    @Within(.name) package var with: String?
    /// Whose decision it is: a role, such as head of procurement.
    @Within(.name) package var by: String
    /// Why. It is shown.
    @Within(.line) package var note: String
}
