import JSONRPC

/// What was said of suppliers.
package enum FeedbackList: Method {
    package static let name = "feedback.list"
    package static let summary = "Lists the feedback that was recorded, the latest first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    package struct Parameters: Described {
        package var supplier: String?
        package var limit: Limit?
        package var after: String?

        package init(supplier: String? = nil, limit: Limit? = nil, after: String? = nil) {
            self.supplier = supplier
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "supplier": "Only on the supplier with this id.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = [
            "supplier": .id, "after": .cursor,
        ]
    }

    /// What there is.
    package struct Result: Described {
        package var feedback: [FeedbackEntry]
        package var next: String?

        package init(feedback: [FeedbackEntry], next: String? = nil) {
            self.feedback = feedback
            self.next = next
        }

        package static let notes = [
            "feedback": "The feedback.",
            "next": "Where to go on; absent when there is no more.",
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(feedback: [FeedbackEntry.example], next: "12"))
    }
}
