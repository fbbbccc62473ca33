/// One company with one host, when and where.
package struct MeetingLine: Described {
    package var slot: String
    package var table: Int
    package var company: String
    package var host: String
    package var worth: Points
    package var pinned: Bool

    package init(slot: String, table: Int, company: String, host: String, worth: Points, pinned: Bool) {
        self.slot = slot
        self.table = table
        self.company = company
        self.host = host
        self.worth = worth
        self.pinned = pinned
    }

    package static let notes = [
        "slot": "The id of the slot.",
        "table": "The table, from 1.",
        "company": "The id of the company.",
        "host": "The id of the host.",
        "worth": "Both sides' scores together, 0 to 2.",
        "pinned": "Whether a person put it in.",
    ]
}

/// Why a wish came to nothing.
package enum UnscheduledReason: String, Sendable, Hashable, Codable, CaseIterable {
    case forbidden, oneSided, neverTogether, companyFull, hostFull, tablesFull, noCommonTime
}

/// A wish that came to nothing.
package struct UnscheduledLine: Described {
    package var company: String
    package var host: String
    package var worth: Points
    package var reason: UnscheduledReason
    package var text: Bilingual

    package init(company: String, host: String, worth: Points, reason: UnscheduledReason, text: Bilingual) {
        self.company = company
        self.host = host
        self.worth = worth
        self.reason = reason
        self.text = text
    }

    package static let notes = [
        "company": "The id of the company.",
        "host": "The id of the host.",
        "worth": "Both sides' scores together, 0 to 2.",
        "reason": "Why, in a word.",
        "text": "Why, for people.",
    ]
}

/// Tables that nobody sits at.
package struct SpareLine: Described {
    package var slot: String
    package var tables: [Int]

    package init(slot: String, tables: [Int]) {
        self.slot = slot
        self.tables = tables
    }

    package static let notes = ["slot": "The id of the slot.", "tables": "The numbers of the free tables."]
}
