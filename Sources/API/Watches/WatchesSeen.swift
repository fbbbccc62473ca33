import JSON
import JSONRPC
import Procurement

/// Notes news as seen.
package enum WatchesSeen: Method {
    package static let name = "watches.seen"
    package static let summary = "Notes the caller's own news as seen, up to one of them."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What was seen.
    @WireType
    package struct Parameters: Described {
        /// The number of the last that was seen; what came meanwhile stays unseen.
        @Within(.number) package var through: Int
        /// The number of the first that was seen; where nothing is said, all before the last were.
        @Within(.number) package var from: Int?
        /// Only of the watch of this number.
        @Within(.number) package var watch: Int?
    }

    /// What was noted.
    @WireType
    package struct Result: Described {
        /// How many were unseen before.
        package var marked: Int
    }

    package static var example: Example<Self> { Example(Parameters(through: 31), gives: Result(marked: 1)) }
}
