import JSONRPC

/// Someone from the municipality, or one of its companies, who receives one company a slot.
package struct MeetingHost: Described {
    package var id: String
    package var name: String?
    package var need: NeedQuery?
    package var minimum: Int?
    package var maximum: Int?
    package var unavailable: [String]?

    package init(
        id: String, name: String? = nil, need: NeedQuery? = nil, minimum: Int? = nil, maximum: Int? = nil,
        unavailable: [String]? = nil
    ) {
        self.id = id
        self.name = name
        self.need = need
        self.minimum = minimum
        self.maximum = maximum
        self.unavailable = unavailable
    }

    package static let notes = [
        "id": "What wishes and edits call it.",
        "name": "What people call it; the id where nothing is said.",
        "need": "What it buys: its score for a company is the match. Without one it takes all alike.",
        "minimum": "Meetings that it is promised.",
        "maximum": "Meetings that it can have at most.",
        "unavailable": "Ids of slots that it can't attend.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "name": .name, "minimum": .count, "maximum": .count,
        "unavailable": .list(Programme.most, of: .id),
    ]
}

/// A company that takes part.
package struct CompanyAtTable: Described {
    package var supplier: String?
    package var name: String?
    package var wishes: [String]?
    package var minimum: Int?
    package var maximum: Int?
    package var unavailable: [String]?

    package init(
        supplier: String? = nil, name: String? = nil, wishes: [String]? = nil, minimum: Int? = nil,
        maximum: Int? = nil, unavailable: [String]? = nil
    ) {
        self.supplier = supplier
        self.name = name
        self.wishes = wishes
        self.minimum = minimum
        self.maximum = maximum
        self.unavailable = unavailable
    }

    package static let notes = [
        "supplier": "Its id, see suppliers.find. A company that Torg doesn't know is given by its name alone.",
        "name": "Its name, where it has no id.",
        "wishes":
            "Ids of the hosts that it wants to meet, the dearest first; it meets no others. Where nothing is said "
            + "it wants each host as much as the host wants it.",
        "minimum": "Meetings that it is promised.",
        "maximum": "Meetings that it can have at most.",
        "unavailable": "Ids of slots that it can't attend.",
    ]

    package static let bounds: [String: Bound] = [
        "supplier": .id, "name": .name, "wishes": .ids, "minimum": .count, "maximum": .count,
        "unavailable": .list(Programme.most, of: .id),
    ]
}

/// How much each side wants one meeting.
package struct WishForMeeting: Described {
    package var company: String
    package var host: String
    package var companyScore: Points?
    package var hostScore: Points?

    package init(company: String, host: String, companyScore: Points? = nil, hostScore: Points? = nil) {
        self.company = company
        self.host = host
        self.companyScore = companyScore
        self.hostScore = hostScore
    }

    package static let notes = [
        "company": "The id of the supplier, or the name of a company without one.",
        "host": "The id of the host.",
        "companyScore": "How much the company wants it, 0 to 1; 0 rules it out.",
        "hostScore": "How much the host wants it, 0 to 1; 0 rules it out.",
    ]

    package static let bounds: [String: Bound] = [
        "company": .name, "host": .id, "companyScore": .share, "hostScore": .share,
    ]
}

/// What can be decided by hand of a timetable.
package enum TimetableEditKind: String, Sendable, Hashable, Codable, CaseIterable {
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
package struct EditOfTimetable: Described {
    package var edit: TimetableEditKind
    package var company: String
    package var host: String
    package var with: String?
    package var slot: String?
    package var by: String
    package var note: String

    package init(
        edit: TimetableEditKind, company: String, host: String, with: String? = nil, slot: String? = nil, by: String,
        note: String
    ) {
        self.edit = edit
        self.company = company
        self.host = host
        self.with = with
        self.slot = slot
        self.by = by
        self.note = note
    }

    package static let notes = [
        "edit": "What: pin, ban, move (to a slot), or swap (for another company).",
        "company": "The id of the supplier, or the name of a company without one.",
        "host": "The id of the host.",
        "with": "For swap: which company the host meets in its stead.",
        "slot": "For move, and where one is meant for pin and swap: the id of the slot.",
        "by": "Whose decision it is: a role.",
        "note": "Why. It is shown.",
    ]

    package static let bounds: [String: Bound] = [
        "company": .name, "host": .id, "with": .name, "slot": .id, "by": .name, "note": .line,
    ]
}
