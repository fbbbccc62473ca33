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
    package struct Parameters: Described {
        package var dossier: String?
        package var sequence: Int?

        package init(dossier: String? = nil, sequence: Int? = nil) {
            self.dossier = dossier
            self.sequence = sequence
        }

        package static let notes = [
            "dossier": "A dossier: its latest entry. One of this and sequence.",
            "sequence": "The number of an entry.",
        ]

        package static let bounds: [String: Bound] = [
            "dossier": .id, "sequence": .number,
        ]
    }

    /// The entry.
    package struct Result: Described {
        package var entry: DossierEntryLine
        package var version: String?
        package var basis: AnyJSON?
        package var request: AnyJSON?
        package var result: AnyJSON?
        package var masked: [DossierMaskedPlace]
        package var replayable: Bool

        package init(
            entry: DossierEntryLine, version: String? = nil, basis: AnyJSON? = nil, request: AnyJSON? = nil,
            result: AnyJSON? = nil, masked: [DossierMaskedPlace] = [], replayable: Bool
        ) {
            self.entry = entry
            self.version = version
            self.basis = basis
            self.request = request
            self.result = result
            self.masked = masked
            self.replayable = replayable
        }

        package static let notes = [
            "entry": "Its place in the chain.",
            "version": "The version of Torg that answered; absent where the content was removed.",
            "basis": "The weights, and the categories and challenges as they were defined; absent where removed.",
            "request": "What was asked, as it came; absent where it was removed.",
            "result": "What was answered, as it went; absent where it was removed.",
            "masked": "Places where a personal number is masked. What is kept has it, so the hash covers it.",
            "replayable": "Whether dossier.replay can answer it anew.",
        ]
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
