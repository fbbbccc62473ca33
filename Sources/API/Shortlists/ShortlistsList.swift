import JSON
import JSONRPC

/// What shortlists there are.
package enum ShortlistsList: Method {
    package static let name = "shortlists.list"
    package static let summary = "Lists the shortlists, the latest made first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only those that the supplier with this id stands on.
        @Within(.id) package var supplier: String?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The shortlists.
        package var shortlists: [ShortlistLine] = []
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(shortlists: [.example], next: "Mg"))
    }
}
