import JSONRPC

/// A side of a sector council.
package enum CouncilSide: String, Sendable, Hashable, Codable, CaseIterable {
    case supplier, official, politician
}

/// Seats by role.
package struct CouncilSeats: Described {
    package var suppliers: Int?
    package var officials: Int?
    package var politicians: Int?

    package init(suppliers: Int? = nil, officials: Int? = nil, politicians: Int? = nil) {
        self.suppliers = suppliers
        self.officials = officials
        self.politicians = politicians
    }

    package static let notes = [
        "suppliers": "15 where nothing is said.",
        "officials": "All that are named where nothing is said.",
        "politicians": "All that are named where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "suppliers": .integer(0...500), "officials": .integer(0...500), "politicians": .integer(0...500),
    ]
}

/// A person who may sit by office.
package struct CouncilPerson: Described {
    package var id: String?
    package var name: String
    package var role: CouncilSide
    package var score: Points?
    package var group: String?

    package init(id: String? = nil, name: String, role: CouncilSide, score: Points? = nil, group: String? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.score = score
        self.group = group
    }

    package static let notes = [
        "id": "What edits call the person; the name where nothing is said.",
        "name": "The office, with or without whoever holds it.",
        "role": "official or politician.",
        "score": "How well the person fits, 0 to 1, where there are more people than seats; 0 where nothing is said.",
        "group": "A municipal company or an administration of which only one may sit.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "name": .name, "score": .share, "group": .name,
    ]
}

/// How many of the suppliers' seats go to firms of some sizes.
package struct CouncilSizeQuota: Described {
    package var id: String?
    package var name: Bilingual?
    package var sizes: [CompanySize]
    package var minimum: Int?
    package var maximum: Int?

    package init(
        id: String? = nil, name: Bilingual? = nil, sizes: [CompanySize], minimum: Int? = nil, maximum: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.sizes = sizes
        self.minimum = minimum
        self.maximum = maximum
    }

    package static let notes = [
        "id": "What the answer calls it; the sizes where nothing is said.",
        "name": "What people call it; the sizes where nothing is said.",
        "sizes": "The sizes that count.",
        "minimum": "The least number of seats; 0 where nothing is said.",
        "maximum": "The greatest number of seats; any where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "sizes": .choices, "minimum": .count, "maximum": .count,
    ]
}

/// Companies with one owner.
package struct CouncilGroup: Described {
    package var name: String
    package var members: [String]
    package var byName: Bool?

    package init(name: String, members: [String], byName: Bool? = nil) {
        self.name = name
        self.members = members
        self.byName = byName
    }

    package static let notes = [
        "name": "What the group is called.",
        "members": "Ids of its suppliers.",
        "byName": "True in an answer where it is a guess from the names.",
    ]

    package static let bounds: [String: Bound] = [
        "name": .name, "members": .ids,
    ]
}

/// Who sat in a council before this one.
package struct CouncilBefore: Described {
    package var name: String
    package var members: [String]

    package init(name: String, members: [String]) {
        self.name = name
        self.members = members
    }

    package static let notes = [
        "name": "What it was called, such as IT 2024.",
        "members": "Ids of its suppliers.",
    ]

    package static let bounds: [String: Bound] = [
        "name": .name, "members": .ids,
    ]
}

/// What can be decided by hand of a council.
package enum CouncilEditKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Has a seat, whatever its score; it doesn't rest either.
    case pin
    /// Has none, and is no alternate.
    case ban
    /// Another has a seat in its stead.
    case swap
}

/// One decision by hand, with whose it was and why.
package struct EditOfCouncil: Described {
    package var edit: CouncilEditKind
    package var member: String
    package var with: String?
    package var by: String
    package var note: String

    package init(edit: CouncilEditKind, member: String, with: String? = nil, by: String, note: String) {
        self.edit = edit
        self.member = member
        self.with = with
        self.by = by
        self.note = note
    }

    package static let notes = [
        "edit": "What: pin, ban, or swap (for another member).",
        "member": "Whom it is about: the id of a supplier or a person.",
        "with": "For swap: who has a seat in its stead.",
        "by": "Whose decision it is: a role, such as head of procurement.",
        "note": "Why. It is shown.",
    ]

    package static let bounds: [String: Bound] = [
        "member": .name, "with": .name, "by": .name, "note": .line,
    ]
}
