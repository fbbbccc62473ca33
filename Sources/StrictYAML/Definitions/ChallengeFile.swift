import Procurement

/// `challenges.yaml`: the long-term aims that suppliers are sought for.
package enum ChallengeFile {
    /// Codes of eForms' lists strategic-procurement (BT-06), environmental-impact (BT-774), social-objective (BT-775)
    /// and innovative-acquisition (BT-776). The lists grow, so a code that isn't here is only refused when it looks
    /// like a slip for one that is.
    private static let goals = [
        "env-imp", "soc-obj", "inn-pur",
        "biodiv-eco", "circ-econ", "clim-adapt", "clim-mitig", "pollu-prev", "water-mar", "emas-com", "ene-ef-com",
        "acc-all", "et-eq", "gen-eq", "hum-right", "opp", "work-cond",
        "buy-eff", "fp-requ", "mar-nov", "proc-innov", "prod-innov", "rd-act", "other",
    ]

    /// The challenges in the order of the file.
    package static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> [Challenge] {
        var challenges: [Challenge] = []
        YAMLRecord.each("challenges", in: root, issues) { record in
            let id = record.identifier("id")
            let name = record.byLanguage("name")
            let text = record.text("text", required: true)
            let cpv = CategoryFile.patterns(record)
            let goals = goals(record)
            let owner = record.text("owner", required: false)
            guard let id else { return }
            if challenges.contains(where: { $0.id.rawValue == id }) {
                record.report("id", "“\(id)” stands twice", "give each challenge an id of its own")
            }
            challenges.append(
                Challenge(id: ChallengeID(id), name: name, text: text ?? "", cpv: cpv, goals: goals, owner: owner))
        }
        return challenges
    }

    /// The challenges as a file that `read` reads as the same.
    package static func text(_ challenges: [Challenge]) -> String {
        DefinitionText("challenges", challenges.count).text(
            challenges.map { challenge in
                [
                    ("id", .text(challenge.id.rawValue)), ("name", .byLanguage(challenge.name)),
                    ("text", .text(challenge.text)), ("cpv", .list(challenge.cpv.map(\.description))),
                    ("goals", .list(challenge.goals)), ("owner", challenge.owner.map { .text($0) } ?? .nothing),
                ]
            })
    }

    private static func goals(_ record: YAMLRecord) -> [String] {
        record.words("goals").compactMap { goal in
            guard !goals.contains(goal.text), let meant = NearestWord.question(goal.text, among: goals) else {
                return goal.text
            }
            record.report("goals", "“\(goal.text)” is no goal", meant, at: goal.line)
            return nil
        }
    }
}
