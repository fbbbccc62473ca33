import JSON
import JSONRPC
import Procurement

/// What the caller watches.
package enum WatchesList: Method {
    package static let name = "watches.list"
    package static let summary = "Lists the caller's own watches, by name."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    package typealias Parameters = NoParameters

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The watches.
        package var watches: [WatchLine]
    }

    package static var example: Example<Self> {
        Example(NoParameters(), gives: Result(watches: [.example]))
    }
}
