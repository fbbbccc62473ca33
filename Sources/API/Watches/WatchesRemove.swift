import JSON
import JSONRPC
import Procurement

/// Watches something no more.
package enum WatchesRemove: Method {
    package static let name = "watches.remove"
    package static let summary = "Removes one of the caller's own watches, with its news."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// Its number; see watches.list.
        @Within(.number) package var watch: Int
    }

    /// What is gone.
    @WireType
    package struct Result: Described {
        /// The number of the watch.
        package var removed: Int
    }

    package static var example: Example<Self> { Example(Parameters(watch: 4), gives: Result(removed: 4)) }
}
