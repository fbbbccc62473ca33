import JSON
import JSONRPC
import Procurement

/// What events there are.
package enum EventsList: Method {
    package static let name = "events.list"
    package static let summary = "Lists the events with their counts, the latest noted first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only events of this kind.
        package var kind: EventKind?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The events.
        package var events: [EventLine] = []
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(events: [.example], next: "Mw"))
    }
}
