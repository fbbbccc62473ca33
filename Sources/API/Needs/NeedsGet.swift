import JSON
import JSONRPC

/// One need that is kept.
package enum NeedsGet: Method {
    package static let name = "needs.get"
    package static let summary =
        "Shows one need with what came of it, what its route asks for, and other needs that are like it."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// Its number; see needs.list.
        @Within(.number) package var id: Int
    }

    /// The need.
    @WireType
    package struct Result: Described {
        /// As it is kept.
        package var need: NeedDetail
        /// Other needs that have what it seeks, the most alike first, at most five.
        package var earlier: [EarlierNeed]
    }

    package static var example: Example<Self> {
        var other = EarlierNeed.example
        other.need.id = 3
        return Example(Parameters(id: 7), gives: Result(need: .example, earlier: [other]))
    }
}
