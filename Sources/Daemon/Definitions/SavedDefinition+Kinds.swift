import API
import Matching
import Procurement
import Store
import StrictYAML

extension Category: SavedDefinition {
    static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> [Category] { CategoryFile.read(root, issues) }

    static func members(_ wire: CategoryDefinition) -> [(key: String, value: YAMLNode.Content)] {
        [
            ("id", .text(wire.id)), ("name", byLanguage(wire.names)), ("cpv", list(wire.cpv ?? [])),
            ("keywords", byLanguage(["sv": list(wire.keywords ?? [])])),
        ] + owner(wire.owner)
    }

    static func home(in market: Market) -> Configuration.DefinitionHome { market.categoriesHome }
    static func inUse(in market: Market) -> [Category] { market.categories }

    var query: MatchQuery { MatchQuery(self) }
}

extension Challenge: SavedDefinition {
    static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> [Challenge] {
        ChallengeFile.read(root, issues)
    }

    static func members(_ wire: ChallengeDefinition) -> [(key: String, value: YAMLNode.Content)] {
        [
            ("id", .text(wire.id)), ("name", byLanguage(wire.names)), ("text", .text(wire.text)),
            ("cpv", list(wire.cpv ?? [])), ("goals", list(wire.goals ?? [])),
        ] + owner(wire.owner)
    }

    static func home(in market: Market) -> Configuration.DefinitionHome { market.challengesHome }
    static func inUse(in market: Market) -> [Challenge] { market.challenges }

    var query: MatchQuery { MatchQuery(self) }
}

extension CategoryVersion {
    init(_ version: DefinitionVersion<Category>) {
        self.init(
            category: CategoryLine(version.definition), version: version.version, retired: version.isRetired,
            reason: version.reason, by: version.by, at: Moment(version.at))
    }
}

extension ChallengeVersion {
    init(_ version: DefinitionVersion<Challenge>) {
        self.init(
            challenge: ChallengeLine(version.definition), version: version.version, retired: version.isRetired,
            reason: version.reason, by: version.by, at: Moment(version.at))
    }
}
