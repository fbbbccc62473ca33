import Procurement

/// `categories.yaml`: the fields that the office buys in.
package enum CategoryFile {
    /// The categories in the order of the file.
    package static func read(_ root: YAMLNode, _ issues: ConfigurationIssues) -> [Category] {
        var categories: [Category] = []
        YAMLRecord.each("categories", in: root, issues) { record in
            let id = record.identifier("id")
            let name = record.byLanguage("name")
            let cpv = patterns(record)
            let keywords = record.wordsByLanguage("keywords")
            let owner = record.text("owner", required: false)
            if cpv.isEmpty, keywords.isEmpty {
                record.report("cpv", "nothing can match: no cpv and no keywords", "write cpv: [722*] or keywords:")
            }
            guard let id else { return }
            if categories.contains(where: { $0.id.rawValue == id }) {
                record.report("id", "“\(id)” stands twice", "give each category an id of its own")
            }
            categories.append(Category(id: CategoryID(id), name: name, cpv: cpv, keywords: keywords, owner: owner))
        }
        return categories
    }

    /// The record's `cpv`.
    static func patterns(_ record: YAMLRecord) -> [CPVPattern] {
        record.words("cpv").compactMap { word in
            if let pattern = CPVPattern(word.text) { return pattern }
            record.report(
                "cpv", "“\(word.text)” is no CPV pattern", "write a code or its first digits: 72200000 or 722*",
                at: word.line)
            return nil
        }
    }

    /// The categories as a file that `read` reads as the same. Which language a keyword is in is not kept: all stand under
    /// `sv`, where all are read alike.
    package static func text(_ categories: [Category]) -> String {
        DefinitionText("categories", categories.count).text(
            categories.map { category in
                [
                    ("id", .text(category.id.rawValue)), ("name", .byLanguage(category.name)),
                    ("cpv", .list(category.cpv.map(\.description))), ("keywords", .words(category.keywords)),
                    ("owner", category.owner.map { .text($0) } ?? .nothing),
                ]
            })
    }
}
