import JSON
import JSONRPC

/// What was noted.
package enum NotesList: Method {
    package static let name = "notes.list"
    package static let summary = "Lists the notes on suppliers and shortlists, the latest first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only on the supplier with this id.
        @Within(.id) package var supplier: String?
        /// Only those of the shortlist with this number.
        @Within(.number) package var shortlist: Int?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The notes.
        package var notes: [NoteLine] = []
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(notes: [.example], next: "NQ"))
    }
}
