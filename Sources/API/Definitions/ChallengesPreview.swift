import JSON
import JSONRPC
import Procurement

/// What a change of a challenge would do.
package enum ChallengesPreview: Method {
    package static let name = "challenges.preview"
    package static let summary =
        "Tells what a change of a challenge would do to its list: who comes, who leaves, who moves, and why. Nothing is saved."
    package static let role = Role.reader

    /// The change.
    @WireType
    package struct Parameters: Described {
        /// The challenge as it would be, whole.
        package var challenge: ChallengeDefinition
        /// Whether it would be out of use.
        package var retired: Bool?
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        /// How long the lists are that are compared: 1 to 100, 20 where nothing is said.
        @Within(.integer(1...100)) package var limit: Int?
        /// The language of reasons: sv, or en where nothing is said.
        package var language: TextLanguage?
    }

    package typealias Result = DefinitionEffect

    package static var example: Example<Self> {
        Example(Parameters(challenge: ChallengeDefinition.example), gives: DefinitionEffect.example)
    }
}
