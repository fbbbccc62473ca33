import JSONRPC

/// Notes what somebody thinks of a supplier for a need.
package enum FeedbackRecord: Method {
    package static let name = "feedback.record"
    package static let summary = "Keeps what became of a supplier for a need: suggested, accepted or rejected, and why."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to keep.
    package struct Parameters: Described {
        package var need: NeedQuery
        package var supplier: String
        package var verdict: FeedbackVerdict
        package var reason: String?

        package init(need: NeedQuery, supplier: String, verdict: FeedbackVerdict, reason: String? = nil) {
            self.need = need
            self.supplier = supplier
            self.verdict = verdict
            self.reason = reason
        }

        package static let notes = [
            "need": "One of category, challenge and notice, as the match of that name takes it.",
            "supplier": "The id of the supplier; see suppliers.find.",
            "verdict": "What became of it.",
            "reason": "Why, in your own words; needed for rejected. Personal numbers are taken out.",
        ]

        package static let bounds: [String: Bound] = [
            "supplier": .id, "reason": .line,
        ]
    }

    /// What was kept.
    package struct Result: Described {
        package var feedback: FeedbackEntry
        package var generation: Int

        package init(feedback: FeedbackEntry, generation: Int) {
            self.feedback = feedback
            self.generation = generation
        }

        package static let notes = [
            "feedback": "As it is kept, with who and when.",
            "generation": "The generation of the data that holds it: matches for such needs know of it.",
        ]
    }

    package static var example: Example<Self> {
        let entry = FeedbackEntry.example
        return Example(
            Parameters(need: entry.need, supplier: entry.supplier, verdict: entry.verdict, reason: entry.reason),
            gives: Result(feedback: entry, generation: 8))
    }
}

/// What became of a supplier that was put forward.
package enum FeedbackVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Put forward, nothing decided.
    case suggested
    case accepted, rejected
}

/// Feedback as it is kept.
package struct FeedbackEntry: Described {
    package var id: Int
    package var need: NeedQuery
    package var supplier: String
    package var verdict: FeedbackVerdict
    package var reason: String?
    package var by: String
    package var at: Moment

    package init(
        id: Int, need: NeedQuery, supplier: String, verdict: FeedbackVerdict, reason: String? = nil, by: String,
        at: Moment
    ) {
        self.id = id
        self.need = need
        self.supplier = supplier
        self.verdict = verdict
        self.reason = reason
        self.by = by
        self.at = at
    }

    package static let notes = [
        "id": "Its number.",
        "need": "The need as it was given.",
        "supplier": "The id of the supplier.",
        "verdict": "What became of it.",
        "reason": "Why; absent where nobody said.",
        "by": "The user who said so, or uid and number where the machine has no name.",
        "at": "When it was said.",
    ]

    static var example: FeedbackEntry {
        FeedbackEntry(
            id: 12, need: .category(.configured("it")), supplier: "SE4999022611", verdict: .rejected,
            reason: "Has left the trade.", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}
