import JSON
import JSONRPC

/// Keeps a need.
package enum NeedsSave: Method {
    package static let name = "needs.save"
    package static let summary =
        "Keeps a need, or saves one anew: its text, what was found, the route, who took part, and what came of it."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to keep.
    @WireType
    package struct Parameters: Described {
        /// The need, whole. Personal numbers are taken out.
        package var need: NeedDefinition
        /// The number of the one that is saved anew; left out for one that is new.
        @Within(.number) package var id: Int?
        /// The version that the change is made from; left out for one that is new. Where it isn't the latest any more, nothing
        /// is saved, and the error says who changed it meanwhile.
        @Within(.number) package var basedOn: Int?
        /// Something that came of it, to stand beside what is noted already.
        @Within(.text) package var outcome: String?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// As it is kept.
        package var need: NeedDetail
    }

    package static var example: Example<Self> {
        Example(
            Parameters(need: .example, id: 7, basedOn: 1, outcome: "Fyra leverantörer svarade."),
            gives: Result(need: .example))
    }
}
