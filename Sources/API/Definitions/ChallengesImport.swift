import JSON
import JSONRPC

/// Takes a list of challenges in.
package enum ChallengesImport: Method {
    package static let name = "challenges.import"
    package static let summary =
        "Takes a list of challenges in, as a file of them has it: each that differs from what is kept becomes a new version, all of "
        + "them or none."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to take in.
    @WireType
    package struct Parameters: Described {
        /// The challenges, each id once.
        @Within(.list(1000)) package var challenges: [ChallengeDefinition]
        /// Why, in your own words. Personal numbers are taken out, here and in the challenges.
        @Within(.line) package var reason: String
        /// Whether those in use that the list doesn't have are out of use from now on; they stay where nothing is said.
        package var retireOthers: Bool?
    }

    package typealias Result = DefinitionImport

    package static var example: Example<Self> {
        var result = DefinitionImport.example
        result.saved[0].id = ChallengeDefinition.example.id
        result.others = []
        result.dossier?.id = "challenges"
        return Example(
            Parameters(challenges: [ChallengeDefinition.example], reason: "Ny kategoristrategi, KS 2026/14."),
            gives: result)
    }
}
