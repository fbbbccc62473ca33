import JSON
import JSONRPC

/// Asks again what was asked before.
package enum DossierReplay: Method {
    package static let name = "dossier.replay"
    package static let summary =
        "Answers a kept request anew, on the data as it is now with the recorded weights and definitions, and says that "
        + "the bytes are the same or exactly what changed."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// A dossier: its latest entry. One of this and sequence.
        @Within(.id) package var dossier: String?
        /// The number of an entry.
        @Within(.number) package var sequence: Int?
        /// How many changes to list at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// What was asked again.
        package var entry: DossierEntryLine
        /// True where the answer now is the kept one, byte for byte.
        package var same: Bool
        /// The generation of the data.
        package var generation: DossierThenNow
        /// The version of Torg.
        package var version: DossierThenNow
        /// Whether weights or definitions are others now than the recorded ones. The replay uses the recorded.
        package var configurationChanged: Bool
        /// Why the request can't be answered any more; absent where it can.
        package var refused: String?
        /// The places where the two answers differ, in order. Personal numbers are masked.
        package var changes: [DossierChange] = []
        /// How many places differ in all.
        package var changeCount: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(dossier: "d-kfhwtbzmrqpn", limit: 1),
            gives: Result(
                entry: .example, same: false, generation: DossierThenNow(then: "7", now: "9"),
                version: DossierThenNow(then: "0.1.0", now: "0.1.0"), configurationChanged: false,
                changes: [
                    DossierChange(
                        path: "matches[0].supplier.name", before: AnyJSON("Sundhamra Informationsteknik AB"),
                        after: AnyJSON("Bitverket AB"))
                ], changeCount: 12))
    }
}

/// What something was when the answer was kept, and what it is now.
@WireType
package struct DossierThenNow: Described {
    /// When it was kept.
    package var then: String
    /// Now.
    package var now: String
}

/// One place where two answers differ.
@WireType
package struct DossierChange: Described {
    /// Where in the result, such as matches[3].score.
    package var path: String
    /// What stood there; absent where nothing did.
    package var before: AnyJSON?
    /// What stands there now; absent where nothing does.
    package var after: AnyJSON?
}
