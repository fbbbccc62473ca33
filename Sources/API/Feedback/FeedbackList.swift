import JSON
import JSONRPC

/// What was said of suppliers.
package enum FeedbackList: Method {
    package static let name = "feedback.list"
    package static let summary = "Lists the feedback that was recorded, the latest first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only on the supplier with this id.
        @Within(.id) package var supplier: String?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The feedback.
        package var feedback: [FeedbackEntry]
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(feedback: [FeedbackEntry.example], next: "12"))
    }
}
