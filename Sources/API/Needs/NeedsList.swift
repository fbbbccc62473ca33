import JSON
import JSONRPC
import Procurement

/// What needs are kept.
package enum NeedsList: Method {
    package static let name = "needs.list"
    package static let summary = "Lists the needs that are kept, the latest first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only needs that have come so far.
        package var state: NeedState?
        /// Only needs that go this route.
        package var route: NeedRoute?
        /// Only needs that this one answers for, as it is written.
        @Within(.name) package var owner: String?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The needs.
        package var needs: [NeedLine]
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(needs: [.example], next: "Nw"))
    }
}
