import Procurement

/// `challenges.yaml`: the long-term aims that suppliers are sought for.
enum ChallengeFile {
    /// Codes of eForms' lists strategic-procurement (BT-06), environmental-impact (BT-774), social-objective (BT-775)
    /// and innovative-acquisition (BT-776). The lists grow, so a code that isn't here is only refused when it looks
    /// like a slip for one that is.
    private static let goals = [
        "env-imp", "soc-obj", "inn-pur",
        "biodiv-eco", "circ-econ", "clim-adapt", "clim-mitig", "pollu-prev", "water-mar", "emas-com", "ene-ef-com",
        "acc-all", "et-eq", "gen-eq", "hum-right", "opp", "work-cond",
        "buy-eff", "fp-requ", "mar-nov", "proc-innov", "prod-innov", "rd-act", "other",
    ]

    /// The challenges in the order of the file, what is wrong added to `issues`.
    static func read(_ root: ConfigurationNode, file: String, issues: inout [ConfigurationIssue]) -> [Challenge] {
        var challenges: [Challenge] = []
        for var record in RecordReader.records("challenges", in: root, file: file, issues: &issues) {
            let id = record.identifier("id")
            let name = record.byLanguage("name")
            let text = record.text("text", required: true)
            let cpv = CategoryFile.patterns(&record)
            let goals = goals(&record)
            let owner = record.text("owner", required: false)
            if let id {
                if challenges.contains(where: { $0.id.rawValue == id }) {
                    record.report("id", "“\(id)” stands twice", "give each challenge an id of its own")
                }
                challenges.append(
                    Challenge(
                        id: ChallengeID(id), name: name, text: text ?? "", cpv: cpv, goals: goals, owner: owner))
            }
            issues += record.allIssues()
        }
        return challenges
    }

    private static func goals(_ record: inout RecordReader) -> [String] {
        record.words("goals").compactMap { goal in
            if goals.contains(goal.text) { return goal.text }
            if let meant = NearestWord.to(goal.text, among: goals) {
                record.report("goals", "“\(goal.text)” is no goal", "did you mean \(meant)?", at: goal.line)
                return nil
            }
            return goal.text
        }
    }
}
