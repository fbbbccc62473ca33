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
    package struct Parameters: Described {
        package var dossier: String?
        package var sequence: Int?
        package var limit: Limit?

        package init(dossier: String? = nil, sequence: Int? = nil, limit: Limit? = nil) {
            self.dossier = dossier
            self.sequence = sequence
            self.limit = limit
        }

        package static let notes = [
            "dossier": "A dossier: its latest entry. One of this and sequence.",
            "sequence": "The number of an entry.",
            "limit": "How many changes to list at most: 1 to 1000, 20 where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "dossier": .id, "sequence": .number,
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var entry: DossierEntryLine
        package var same: Bool
        package var generation: DossierThenNow
        package var version: DossierThenNow
        package var configurationChanged: Bool
        package var refused: String?
        package var changes: [DossierChange]
        package var changeCount: Int

        package init(
            entry: DossierEntryLine, same: Bool, generation: DossierThenNow, version: DossierThenNow,
            configurationChanged: Bool, refused: String? = nil, changes: [DossierChange] = [], changeCount: Int
        ) {
            self.entry = entry
            self.same = same
            self.generation = generation
            self.version = version
            self.configurationChanged = configurationChanged
            self.refused = refused
            self.changes = changes
            self.changeCount = changeCount
        }

        package static let notes = [
            "entry": "What was asked again.",
            "same": "True where the answer now is the kept one, byte for byte.",
            "generation": "The generation of the data.",
            "version": "The version of Torg.",
            "configurationChanged":
                "Whether weights or definitions are others now than the recorded ones. The replay uses the recorded.",
            "refused": "Why the request can't be answered any more; absent where it can.",
            "changes": "The places where the two answers differ, in order. Personal numbers are masked.",
            "changeCount": "How many places differ in all.",
        ]
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
package struct DossierThenNow: Described {
    package var then: String
    package var now: String

    package init(then: String, now: String) {
        self.then = then
        self.now = now
    }

    package static let notes = ["then": "When it was kept.", "now": "Now."]
}

/// One place where two answers differ.
package struct DossierChange: Described {
    package var path: String
    package var before: AnyJSON?
    package var after: AnyJSON?

    package init(path: String, before: AnyJSON? = nil, after: AnyJSON? = nil) {
        self.path = path
        self.before = before
        self.after = after
    }

    package static let notes = [
        "path": "Where in the result, such as matches[3].score.",
        "before": "What stood there; absent where nothing did.",
        "after": "What stands there now; absent where nothing does.",
    ]
}
