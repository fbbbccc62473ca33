import FoundationEssentials
import Procurement
import Yams

extension FeedMapping {
    /// Reads a mapping file.
    ///
    /// - Parameters:
    ///   - path: such as `config/feeds/tendsign.yaml`.
    /// - Throws: `FeedMappingError` with everything that is wrong in it.
    package static func load(_ path: String) throws(FeedMappingError) -> FeedMapping {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FeedMappingError(problems: [
                FeedMappingProblem(file: path, message: "can't be opened; it must be a readable file")
            ])
        }
        guard let yaml = String(validating: data, as: UTF8.self) else {
            throw FeedMappingError(problems: [FeedMappingProblem(file: path, message: "isn't UTF-8; save it as UTF-8")])
        }
        return try read(yaml, file: path)
    }

    /// Reads a mapping from its YAML.
    ///
    /// - Parameter file: its name, for the problems found.
    /// - Throws: `FeedMappingError` with everything that is wrong in it.
    package static func read(_ yaml: String, file: String) throws(FeedMappingError) -> FeedMapping {
        var reader = FeedMappingFile(file: file)
        let mapping = reader.mapping(yaml)
        guard let mapping, reader.problems.list.isEmpty else {
            throw FeedMappingError(problems: reader.problems.list.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        return mapping
    }
}

/// Reads one mapping file to its end, whatever is wrong with it on the way.
struct FeedMappingFile {
    private(set) var problems: MappingProblems

    init(file: String) { problems = MappingProblems(file: file) }

    private static let keys = [
        "mapping", "notice", "namespace", "defaults", "formats", "fields", "buyers", "lots", "awards",
    ]

    /// - Returns: `nil` where it is no mapping file at all.
    mutating func mapping(_ yaml: String) -> FeedMapping? {
        guard let node = compose(yaml), let root = MappingNode(node, key: "", line: 1, problems: &problems) else {
            return nil
        }
        root.refuseUnknown(Self.keys, problems: &problems)
        var mapping = FeedMapping(name: "", notice: "")
        mapping.name = root.text("mapping", needed: true, problems: &problems) ?? ""
        mapping.notice = elementName("notice", of: root)
        mapping.namespace = root.text("namespace", problems: &problems)
        if let defaults = root.child("defaults", problems: &problems) { mapping.defaults = read(defaults) }
        if let formats = root.child("formats", problems: &problems) { mapping.formats = read(formats) }
        var groups = MappingGroups(problems: problems, defaults: mapping.defaults)
        groups.read(root, into: &mapping)
        problems = groups.problems
        return mapping
    }

    private mutating func compose(_ yaml: String) -> Node? {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
            problems.add("is empty; docs/formats/mapped-exports.md says what belongs in it", key: nil, line: 1)
        } catch let error as YamlError {
            let (words, line) = error.forPeople
            problems.add("isn't YAML: \(words)", key: nil, line: line)
        } catch {
            problems.add("isn't YAML", key: nil, line: 1)
        }
        return nil
    }

    private mutating func elementName(_ name: String, of root: MappingNode) -> String {
        guard let text = root.text(name, needed: true, problems: &problems) else { return "" }
        if ElementPath(text) == nil || text.contains("/") || text.hasPrefix("@") || text == "." {
            problems.add(
                "needs the name of one element, without prefix or path, such as Annons", key: name,
                line: root[name]?.line)
        }
        return text
    }

    private mutating func read(_ node: MappingNode) -> FeedMapping.Defaults {
        node.refuseUnknown(["language", "country", "currency"], problems: &problems)
        var defaults = FeedMapping.Defaults()
        if let text = node.text("language", problems: &problems) {
            defaults.language = TEDLanguage.code(text)
            if defaults.language?.count != 3 {
                problems.add(
                    "needs a language of ISO 639 such as SWE or sv", key: node.path("language"),
                    line: node["language"]?.line)
            }
        }
        if let text = node.text("country", problems: &problems) {
            defaults.country = CountryCode.alpha2(text)
            if defaults.country == nil {
                problems.add("needs a country such as SE", key: node.path("country"), line: node["country"]?.line)
            }
        }
        if let text = node.text("currency", problems: &problems) {
            defaults.currency = CurrencyCode.read(text) ?? text
            if CurrencyCode.read(text) == nil {
                problems.add("needs a currency such as SEK", key: node.path("currency"), line: node["currency"]?.line)
            }
        }
        return defaults
    }

    private mutating func read(_ node: MappingNode) -> ValueFormats {
        node.refuseUnknown(["dates", "decimal", "thousands", "yes", "no"], problems: &problems)
        var formats = ValueFormats()
        if node["dates"] != nil {
            formats.dates = node.texts("dates", problems: &problems).compactMap { text in
                let pattern = DatePattern(text)
                if pattern == nil {
                    problems.add(
                        "“\(text)” is no date; use yyyy, MM or M, dd or d and what stands between them, such as yyyy-MM-dd",
                        key: node.path("dates"), line: node["dates"]?.line)
                }
                return pattern
            }
        }
        let marks = node.texts("decimal", problems: &problems)
        if let mark = marks.first?.first, marks.count == 1, marks[0].count == 1 {
            formats.decimalMark = mark
        } else if node["decimal"] != nil {
            problems.add("needs one character, such as \",\"", key: node.path("decimal"), line: node["decimal"]?.line)
        }
        let thousands = node.texts("thousands", problems: &problems)
        if thousands.contains(where: { $0.count != 1 || $0.first == formats.decimalMark }) {
            problems.add(
                "needs characters other than the decimal mark, such as \" \"", key: node.path("thousands"),
                line: node["thousands"]?.line)
        }
        formats.thousands = Set(thousands.compactMap(\.first))
        if node["yes"] != nil { formats.yes = Set(node.texts("yes", problems: &problems).map { $0.lowercased() }) }
        if node["no"] != nil { formats.no = Set(node.texts("no", problems: &problems).map { $0.lowercased() }) }
        if let word = formats.yes.intersection(formats.no).min() {
            problems.add(
                "“\(word)” can't mean both yes and no", key: node.path("no"), line: node["no"]?.line ?? node.line)
        }
        return formats
    }
}

extension YamlError {
    /// What the parser says, and the line.
    fileprivate var forPeople: (words: String, line: Int?) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("the key \(duplicates.sorted().joined(separator: ", ")) stands here twice", context.mark.line)
        case .reader(let problem, _, _, _): (problem, nil)
        default: ("it can't be read", nil)
        }
    }
}
