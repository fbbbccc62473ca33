import JSON
import JSONRPC

/// One shortlist with its suppliers and notes.
package enum ShortlistsGet: Method {
    package static let name = "shortlists.get"
    package static let summary =
        "Gives a shortlist with its suppliers, the reasons of the moment in which each was added, and the notes on it."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// The number of the shortlist.
        @Within(.number) package var shortlist: Int
    }

    /// The shortlist.
    @WireType
    package struct Result: Described {
        /// The shortlist itself.
        package var shortlist: ShortlistLine
        /// Those that stand on it, in the order in which they were added.
        package var suppliers: [ShortlistedSupplier] = []
        /// Those that were taken off, in the order in which they were added.
        package var removed: [ShortlistedSupplier] = []
        /// The notes on the shortlist and, within it, on its suppliers, the latest first, at most 1000.
        package var notes: [NoteLine] = []
    }

    package static var example: Example<Self> {
        Example(
            Parameters(shortlist: 2), gives: Result(shortlist: .example, suppliers: [.example], notes: [.example]))
    }
}
