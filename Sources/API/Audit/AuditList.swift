import JSONRPC

/// What is on record.
package enum AuditList: Method {
    package static let name = "audit.list"
    package static let summary =
        "Lists what the office must be able to look up: who was denied what, who saw a sole trader's number, what was purged, "
        + "who copied the store. The latest first."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    package struct Parameters: Described {
        package var action: AuditAction?
        package var limit: Limit?
        package var after: String?

        package init(action: AuditAction? = nil, limit: Limit? = nil, after: String? = nil) {
            self.action = action
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "action": "Only entries of this kind.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = ["after": .cursor]
    }

    /// What there is.
    package struct Result: Described {
        package var entries: [AuditEntry]
        package var next: String?

        package init(entries: [AuditEntry], next: String? = nil) {
            self.entries = entries
            self.next = next
        }

        package static let notes = [
            "entries": "The entries.",
            "next": "Where to go on; absent when there is no more.",
        ]
    }

    package static var example: Example<Self> {
        let moment = Moment(secondsSinceEpoch: 1_767_225_600)
        return Example(
            Parameters(limit: 2),
            gives: Result(
                entries: [
                    AuditEntry(
                        id: 8, action: .unmasked, by: "anna", method: "suppliers.get", subject: "p-1bff55ae76863d6e",
                        reason: "Invitation by letter.", count: 1, at: moment, last: moment),
                    AuditEntry(
                        id: 7, action: .denied, by: "bo", method: "feed.import", count: 3, at: moment, last: moment),
                ], next: "7"))
    }
}

/// What an entry of the audit is about.
package enum AuditAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// A call that the caller's role doesn't allow.
    case denied
    /// A sole trader's number was shown.
    case unmasked
    /// A person's data were taken out.
    case purged
    /// The store was copied.
    case backup
}

/// One entry of the audit.
package struct AuditEntry: Described {
    package var id: Int
    package var action: AuditAction
    package var by: String
    package var method: String?
    package var subject: String?
    package var reason: String?
    package var count: Int
    package var at: Moment
    package var last: Moment

    package init(
        id: Int, action: AuditAction, by: String, method: String? = nil, subject: String? = nil, reason: String? = nil,
        count: Int, at: Moment, last: Moment
    ) {
        self.id = id
        self.action = action
        self.by = by
        self.method = method
        self.subject = subject
        self.reason = reason
        self.count = count
        self.at = at
        self.last = last
    }

    package static let notes = [
        "id": "Its number.",
        "action": "What happened.",
        "by": "The user who did it, or uid and number where the machine has no name.",
        "method": "The method that was called.",
        "subject": "What it was about: a supplier's id, or a path. Never a personal number.",
        "reason": "Why, in the user's words, or the decision.",
        "count": "How often. The denials of one user at one method are one entry a day.",
        "at": "When it happened first.",
        "last": "When it happened last.",
    ]
}
