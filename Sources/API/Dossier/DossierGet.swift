import JSON
import JSONRPC

/// One entry with what was asked and answered.
package enum DossierGet: Method {
    package static let name = "dossier.get"
    package static let summary =
        "Gives one entry whole: who asked what and when, on which ground, and what was answered. Personal numbers are "
        + "masked."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// A dossier: its latest entry. One of this and sequence.
        @Within(.id) package var dossier: String?
        /// The number of an entry.
        @Within(.number) package var sequence: Int?
    }

    /// The entry.
    @WireType
    package struct Result: Described {
        /// Its place in the chain.
        package var entry: DossierEntryLine
        /// The version of Torg that answered; absent where the content was removed.
        package var version: String?
        /// The weights, and the categories and challenges as they were defined; absent where removed.
        package var basis: AnyJSON?
        /// What was asked, as it came; absent where it was removed.
        package var request: AnyJSON?
        /// What was answered, as it went; absent where it was removed.
        package var result: AnyJSON?
        /// Places where a personal number is masked. What is kept has it, so the hash covers it.
        package var masked: [DossierMaskedPlace] = []
        /// Whether dossier.replay can answer it anew.
        package var replayable: Bool
    }

    package static var example: Example<Self> {
        Example(
            Parameters(sequence: 42),
            gives: Result(
                entry: .example, version: "0.1.0", basis: AnyJSON(["weights": ["experience": 1]]),
                request: AnyJSON(["category": "it", "keep": true, "limit": 1]),
                result: AnyJSON(["considered": 0, "generation": 7, "matches": [], "weights": ["experience": 1]]),
                replayable: true))
    }
}
