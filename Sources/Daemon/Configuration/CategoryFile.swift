import Procurement

/// `categories.yaml`: the fields that the office buys in.
enum CategoryFile {
    /// The categories in the order of the file, what is wrong added to `issues`.
    static func read(_ root: ConfigurationNode, file: String, issues: inout [ConfigurationIssue]) -> [Category] {
        var categories: [Category] = []
        for var record in RecordReader.records("categories", in: root, file: file, issues: &issues) {
            let id = record.identifier("id")
            let name = record.byLanguage("name")
            let cpv = patterns(&record)
            let keywords = record.wordsByLanguage("keywords")
            let owner = record.text("owner", required: false)
            if cpv.isEmpty, keywords.isEmpty {
                record.report("cpv", "nothing can match: no cpv and no keywords", "write cpv: [722*] or keywords:")
            }
            if let id {
                if categories.contains(where: { $0.id.rawValue == id }) {
                    record.report("id", "“\(id)” stands twice", "give each category an id of its own")
                }
                categories.append(
                    Category(id: CategoryID(id), name: name, cpv: cpv, keywords: keywords, owner: owner))
            }
            issues += record.allIssues()
        }
        return categories
    }

    /// The record's `cpv`.
    static func patterns(_ record: inout RecordReader) -> [CPVPattern] {
        var patterns: [CPVPattern] = []
        for word in record.words("cpv") {
            if let pattern = CPVPattern(word.text) {
                patterns.append(pattern)
            } else {
                record.report(
                    "cpv", "“\(word.text)” is no CPV pattern", "write a code or its first digits: 72200000 or 722*",
                    at: word.line)
            }
        }
        return patterns
    }
}
