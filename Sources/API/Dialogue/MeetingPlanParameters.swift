import JSONRPC

/// What the invitation says of a meeting.
package struct MeetingDetails: Described {
    package var name: Bilingual?
    package var host: String?
    package var date: Day?
    package var place: String?
    package var registration: String?
    package var registerBefore: Day?
    package var contact: String?

    package init(
        name: Bilingual? = nil, host: String? = nil, date: Day? = nil, place: String? = nil,
        registration: String? = nil, registerBefore: Day? = nil, contact: String? = nil
    ) {
        self.name = name
        self.host = host
        self.date = date
        self.place = place
        self.registration = registration
        self.registerBefore = registerBefore
        self.contact = contact
    }

    package static let notes = [
        "name": "What it is called.",
        "host": "Who invites, such as Norrvika kommun.",
        "date": "The day.",
        "place": "Where.",
        "registration": "Where companies register, such as its address in TendSign.",
        "registerBefore": "The last day to register.",
        "contact": "Where to ask: a function's mailbox, no person's.",
    ]

    package static let bounds: [String: Bound] = [
        "host": .name, "place": .name, "registration": .line, "contact": .line,
    ]
}

/// A category at a meeting.
package struct CategoryAtMeeting: Described {
    package var category: CategoryQuery
    package var id: String?
    package var floor: Int?
    package var seats: Int?

    package init(category: CategoryQuery, id: String? = nil, floor: Int? = nil, seats: Int? = nil) {
        self.category = category
        self.id = id
        self.floor = floor
        self.seats = seats
    }

    package static let notes = [
        "category": "The id of a configured category, or one described here.",
        "id": "What edits and wishes call it: the configured id, or the name, where nothing is said.",
        "floor": "Companies that it has at its table, at least.",
        "seats": "Companies that its station takes at once; sized by demand where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "floor": .count, "seats": .count,
    ]
}

/// A project with a station of its own.
package struct ProjectAtMeeting: Described {
    package var id: String
    package var name: Bilingual
    package var owner: String
    package var categories: [String]?
    package var need: ChallengeQuery?
    package var seats: Int?

    package init(
        id: String, name: Bilingual, owner: String, categories: [String]? = nil, need: ChallengeQuery? = nil,
        seats: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.owner = owner
        self.categories = categories
        self.need = need
        self.seats = seats
    }

    package static let notes = [
        "id": "What edits call its station.",
        "name": "What it is called, such as Spårvägen.",
        "owner": "Whose it is, such as a municipal company.",
        "categories": "Ids of categories at this meeting that it buys in; their companies fit it.",
        "need": "What it needs, in words or as a configured challenge; then its own scores say who fits.",
        "seats": "Companies that its station takes at once; sized by demand where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "owner": .name, "categories": .fewIDs, "seats": .count,
    ]
}

/// A room for stations.
package struct RoomAtMeeting: Described {
    package var name: String
    package var seats: Int

    package init(name: String, seats: Int) {
        self.name = name
        self.seats = seats
    }

    package static let notes = [
        "name": "What it is called.",
        "seats": "Companies that may sit at the stations in it at once.",
    ]

    package static let bounds: [String: Bound] = [
        "name": .name, "seats": .count,
    ]
}

/// A company that has registered.
package struct CompanyRegistration: Described {
    package var supplier: String?
    package var name: String?
    package var size: CompanySize?
    package var newcomer: Bool?
    package var wishes: [String]?

    package init(
        supplier: String? = nil, name: String? = nil, size: CompanySize? = nil, newcomer: Bool? = nil,
        wishes: [String]? = nil
    ) {
        self.supplier = supplier
        self.name = name
        self.size = size
        self.newcomer = newcomer
        self.wishes = wishes
    }

    package static let notes = [
        "supplier": "Its id, see suppliers.find. A company that Torg doesn't know is given by its name alone.",
        "name": "Its name, where it has no id.",
        "size": "Its size, where Torg doesn't know it.",
        "newcomer": "Whether it has no award; what the data say, else true, where nothing is said.",
        "wishes": "Ids of the categories whose table it asks for; where it matches best where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "supplier": .id, "name": .name, "wishes": .fewIDs,
    ]
}

/// What can be decided by hand of a meeting.
package enum MeetingEditKind: String, Sendable, Hashable, Codable, CaseIterable {
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
package struct EditOfMeeting: Described {
    package var edit: MeetingEditKind
    package var supplier: String
    package var with: String?
    package var category: String?
    package var station: String?
    package var slot: String?
    package var by: String
    package var note: String

    package init(
        edit: MeetingEditKind, supplier: String, with: String? = nil, category: String? = nil, station: String? = nil,
        slot: String? = nil, by: String, note: String
    ) {
        self.edit = edit
        self.supplier = supplier
        self.with = with
        self.category = category
        self.station = station
        self.slot = slot
        self.by = by
        self.note = note
    }

    package static let notes = [
        "edit":
            "What: pin, ban, move (to a category), place (at a station in a slot), or swap (with another supplier).",
        "supplier": "Whom it is about.",
        "with": "For swap: who is told in its stead.",
        "category": "For move: the category.",
        "station": "For place: the id of a project, or of a category for its station.",
        "slot": "For place: the id of the slot.",
        "by": "Whose decision it is: a role, such as category manager IT.",
        "note": "Why. It is shown.",
    ]

    package static let bounds: [String: Bound] = [
        "supplier": .name, "with": .name, "category": .name, "station": .name, "slot": .name, "by": .name,
        "note": .line,
    ]
}
