import JSON
import JSONRPC

/// The challenges of the configuration.
package enum ChallengesList: Method {
    package static let name = "challenges.list"
    package static let summary = "Lists the configured challenges."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The challenges, in the order of the configuration.
        package var challenges: [ChallengeLine]
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(challenges: [
                ChallengeLine(
                    id: "fossilfria-transporter", name: "Fossilfria transporter",
                    names: ["sv": "Fossilfria transporter", "en": "Fossil-free transport"],
                    text: "Transporter utan fossila bränslen", cpv: ["60*"], goals: ["env-imp"])
            ]))
    }
}

/// A long-term aim in search of suppliers.
@WireType
package struct ChallengeLine: Described {
    /// For match.challenge.
    package var id: String
    /// Its name, in Swedish where it has one.
    package var name: String
    /// Its names, by language.
    package var names: SortedMap<String>
    /// The need in words.
    package var text: String
    /// CPV codes and patterns.
    package var cpv: [String] = []
    /// Codes of strategic goals, such as env-imp.
    package var goals: [String] = []
    /// Who answers for it.
    package var owner: String?
}
