import JSON
import JSONRPC

/// The challenges that are in use.
package enum ChallengesList: Method {
    package static let name = "challenges.list"
    package static let summary = "Lists the challenges in use, and those out of use where they are asked for."
    package static let role = Role.reader

    /// Which ones.
    @WireType
    package struct Parameters: Described {
        /// Whether those out of use are listed too.
        package var retired: Bool?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The challenges, in the order of the file, or that in which they first came to the store.
        package var challenges: [ChallengeLine]
        /// The file that has them, which torg.yaml names; absent where the store does and they can be saved.
        package var file: String?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(),
            gives: Result(challenges: [
                ChallengeLine(
                    id: "fossilfria-transporter", name: "Fossilfria transporter",
                    names: ["sv": "Fossilfria transporter", "en": "Fossil-free transport"],
                    text: "Transporter utan fossila bränslen", cpv: ["60*"], goals: ["env-imp"], version: 1)
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
    /// The number of its latest version, to base a change on; absent where a file has it, and in a version of a history.
    package var version: Int?
    /// True where it is out of use; absent where it is in use.
    package var retired: Bool?
}
