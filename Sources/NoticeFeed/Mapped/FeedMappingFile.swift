import Procurement
import StrictYAML

extension FeedMapping {
    /// Reads a mapping file.
    ///
    /// - Parameters:
    ///   - path: such as `config/feeds/tendsign.yaml`.
    /// - Throws: everything that is wrong in it.
    package static func load(_ path: String) throws(ConfigurationError) -> FeedMapping {
        try read(YAMLFile.text(path), file: path)
    }

    /// Reads a mapping from its YAML.
    ///
    /// - Parameter file: its name, for messages.
    /// - Throws: everything that is wrong in it.
    package static func read(_ yaml: String, file: String) throws(ConfigurationError) -> FeedMapping {
        let issues = ConfigurationIssues()
        let mapping = FeedMappingFile(issues: issues).mapping(yaml, file: file)
        try issues.check()
        return mapping
    }
}

/// Reads one mapping file to its end, whatever is wrong with it on the way.
struct FeedMappingFile {
    let issues: ConfigurationIssues

    func mapping(_ yaml: String, file: String) -> FeedMapping {
        var mapping = FeedMapping(name: "", notice: "")
        guard let root = root(yaml, file: file) else { return mapping }
        mapping.name = root.text("mapping", needed: true) ?? ""
        mapping.notice = elementName("notice", of: root)
        mapping.namespace = root.text("namespace")
        if let defaults = root.child("defaults") { mapping.defaults = read(defaults) }
        if let formats = root.child("formats") { mapping.formats = read(formats) }
        MappingGroups(defaults: mapping.defaults).read(root, into: &mapping)
        root.refuseUnknownKeys()
        return mapping
    }

    /// `nil` where it is no mapping file at all.
    private func root(_ yaml: String, file: String) -> YAMLRecord? {
        let place = ConfigurationIssue.Place(file: file, line: 1)
        do {
            let node = try YAMLNode(parsing: yaml, file: file)
            if case .nothing = node.content {
                issues.add(place, "is empty", "docs/formats/mapped-exports.md says what belongs in it")
                return nil
            }
            return YAMLRecord(node, at: place, of: issues)
        } catch {
            switch error {
            case .syntax(let problem, let line):
                issues.add(.init(file: file, line: line), "isn't YAML: \(problem)")
            case .repeated(let keys, let line):
                let names = keys.sorted().joined(separator: ", ")
                issues.add(.init(file: file, line: line), "isn't YAML: the key \(names) stands here twice")
            }
            return nil
        }
    }

    private func elementName(_ key: String, of root: YAMLRecord) -> String {
        guard let text = root.text(key, needed: true) else { return "" }
        if ElementPath(text) == nil || text.contains("/") || text.hasPrefix("@") || text == "." {
            root.report(key, "needs the name of one element, without prefix or path, such as Annons")
        }
        return text
    }

    private func read(_ record: YAMLRecord) -> FeedMapping.Defaults {
        var defaults = FeedMapping.Defaults()
        if let text = record.text("language") {
            defaults.language = TEDLanguage.code(text)
            if defaults.language?.count != 3 {
                record.report("language", "needs a language of ISO 639 such as SWE or sv")
            }
        }
        if let text = record.text("country") {
            defaults.country = CountryCode.alpha2(text)
            if defaults.country == nil { record.report("country", "needs a country such as SE") }
        }
        if let text = record.text("currency") {
            defaults.currency = CurrencyCode.read(text) ?? text
            if CurrencyCode.read(text) == nil { record.report("currency", "needs a currency such as SEK") }
        }
        record.refuseUnknownKeys()
        return defaults
    }

    private func read(_ record: YAMLRecord) -> ValueFormats {
        var formats = ValueFormats()
        if record.entry("dates") != nil {
            formats.dates = record.texts("dates").compactMap { text in
                if let pattern = DatePattern(text) { return pattern }
                record.report(
                    "dates", "“\(text)” is no date",
                    "use yyyy, MM or M, dd or d and what stands between them, such as yyyy-MM-dd")
                return nil
            }
        }
        let marks = record.texts("decimal")
        if let mark = marks.first?.first, marks.count == 1, marks[0].count == 1 {
            formats.decimalMark = mark
        } else if record.entry("decimal") != nil {
            record.report("decimal", "needs one character, such as \",\"")
        }
        let thousands = record.texts("thousands")
        if thousands.contains(where: { $0.count != 1 || $0.first == formats.decimalMark }) {
            record.report("thousands", "needs characters other than the decimal mark, such as \" \"")
        }
        formats.thousands = Set(thousands.compactMap(\.first))
        if record.entry("yes") != nil { formats.yes = Set(record.texts("yes").map { $0.lowercased() }) }
        if record.entry("no") != nil { formats.no = Set(record.texts("no").map { $0.lowercased() }) }
        if let word = formats.yes.intersection(formats.no).min() {
            record.report("no", "“\(word)” can't mean both yes and no")
        }
        record.refuseUnknownKeys()
        return formats
    }
}
