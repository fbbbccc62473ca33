import JSON
import JSONRPC
import Procurement

/// One watch.
package enum WatchesGet: Method {
    package static let name = "watches.get"
    package static let summary = "Gives one of the caller's own watches."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// Its number; see watches.list.
        @Within(.number) package var watch: Int
    }

    /// The watch.
    @WireType
    package struct Result: Described {
        /// As it is kept.
        package var watch: WatchLine
    }

    package static var example: Example<Self> { Example(Parameters(watch: 4), gives: Result(watch: .example)) }
}
