import JSON
import JSONRPC
import Procurement

/// Notes what somebody thinks of a supplier for a need.
package enum FeedbackRecord: Method {
    package static let name = "feedback.record"
    package static let summary = "Keeps what became of a supplier for a need: suggested, accepted or rejected, and why."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to keep.
    @WireType
    package struct Parameters: Described {
        /// One of category, challenge and notice, as the match of that name takes it.
        package var need: NeedQuery
        /// The id of the supplier; see suppliers.find.
        @Within(.id) package var supplier: String
        /// What became of it.
        package var verdict: FeedbackVerdict
        /// Why, in your own words; needed for rejected. Personal numbers are taken out.
        @Within(.line) package var reason: String?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// As it is kept, with who and when.
        package var feedback: FeedbackEntry
        /// The generation of the data that holds it: matches for such needs know of it.
        package var generation: Int
    }

    package static var example: Example<Self> {
        let entry = FeedbackEntry.example
        return Example(
            Parameters(need: entry.need, supplier: entry.supplier, verdict: entry.verdict, reason: entry.reason),
            gives: Result(feedback: entry, generation: 8))
    }
}

/// Feedback as it is kept.
@WireType
package struct FeedbackEntry: Described {
    /// Its number.
    package var id: Int
    /// The need as it was given.
    package var need: NeedQuery
    /// The id of the supplier.
    package var supplier: String
    /// What became of it.
    package var verdict: FeedbackVerdict
    /// Why; absent where nobody said.
    package var reason: String?
    /// The user who said so, or uid and number where the machine has no name.
    package var by: String
    /// When it was said.
    package var at: Moment

    static var example: FeedbackEntry {
        FeedbackEntry(
            id: 12, need: .category(.configured("it")), supplier: "SE4999022611", verdict: .rejected,
            reason: "Has left the trade.", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}
