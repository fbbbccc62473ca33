/// The challenges of the configuration.
package enum ChallengesList: Method {
    package static let name = "challenges.list"
    package static let summary = "Lists the configured challenges."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    package struct Result: Described {
        package var challenges: [ChallengeLine]

        package init(challenges: [ChallengeLine]) {
            self.challenges = challenges
        }

        package static let notes = [
            "challenges": "The challenges, in the order of the configuration."
        ]
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
package struct ChallengeLine: Described {
    package var id: String
    package var name: String
    package var names: SortedMap<String>
    package var text: String
    package var cpv: [String]
    package var goals: [String]
    package var owner: String?

    package init(
        id: String, name: String, names: SortedMap<String>, text: String, cpv: [String] = [], goals: [String] = [],
        owner: String? = nil
    ) {
        self.id = id
        self.name = name
        self.names = names
        self.text = text
        self.cpv = cpv
        self.goals = goals
        self.owner = owner
    }

    package static let notes = [
        "id": "For match.challenge.",
        "name": "Its name, in Swedish where it has one.",
        "names": "Its names, by language.",
        "text": "The need in words.",
        "cpv": "CPV codes and patterns.",
        "goals": "Codes of strategic goals, such as env-imp.",
        "owner": "Who answers for it.",
    ]
}
