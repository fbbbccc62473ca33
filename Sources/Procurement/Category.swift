/// A field that the municipality buys in (IT, care, food …): `config/categories.yaml`.
package struct Category: Sendable, Hashable, Codable {
    package var id: CategoryID
    /// By language: `sv`, `en`.
    package var name: [String: String]
    package var cpv: [CPVPattern]
    package var keywords: [String]
    /// Who answers for it, such as a role or a mailbox.
    package var owner: String?

    package init(
        id: CategoryID, name: [String: String], cpv: [CPVPattern], keywords: [String] = [], owner: String? = nil
    ) {
        self.id = id
        self.name = name
        self.cpv = cpv
        self.keywords = keywords
        self.owner = owner
    }
}

/// A long-term aim in search of suppliers (fossil-free transport …): `config/challenges.yaml`.
package struct Challenge: Sendable, Hashable, Codable {
    package var id: ChallengeID
    /// By language: `sv`, `en`.
    package var name: [String: String]
    /// The need in words, as free text.
    package var text: String
    package var cpv: [CPVPattern]
    /// Codes of `StrategicGoal` in any of its lists, such as `env-imp`.
    package var goals: [String]
    package var owner: String?

    package init(
        id: ChallengeID, name: [String: String], text: String, cpv: [CPVPattern] = [], goals: [String] = [],
        owner: String? = nil
    ) {
        self.id = id
        self.name = name
        self.text = text
        self.cpv = cpv
        self.goals = goals
        self.owner = owner
    }
}
