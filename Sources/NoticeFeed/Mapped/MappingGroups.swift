import Procurement
import Yams

/// Reads the groups of fields of a mapping file: `fields`, `buyers`, `lots`, `awards` and their `winners`.
struct MappingGroups {
    private(set) var problems: MappingProblems
    private let defaults: FeedMapping.Defaults

    init(problems: MappingProblems, defaults: FeedMapping.Defaults) {
        self.problems = problems
        self.defaults = defaults
    }

    mutating func read(_ root: MappingNode, into mapping: inout FeedMapping) {
        if let node = root.child("fields", problems: &problems) {
            mapping.fields = group(node, repeats: false)
        } else if root["fields"] == nil {
            problems.add("is missing: it says where id and title stand", key: "fields", line: root.line)
        }
        mapping.buyers = root.child("buyers", problems: &problems).map { group($0, repeats: true) }
        mapping.lots = root.child("lots", problems: &problems).map { group($0, repeats: true) }
        guard let awards = root.child("awards", problems: &problems) else { return }
        mapping.awards = group(awards, repeats: true, also: ["winners"])
        mapping.winners = awards.child("winners", problems: &problems).map { group($0, repeats: true) }
    }

    /// - Parameters:
    ///   - repeats: whether the group needs `each`, the elements it is read from.
    ///   - also: keys that belong to no field.
    private mutating func group<Field: MappedField>(
        _ node: MappingNode, repeats: Bool, also: [String] = []
    ) -> FieldGroup<Field> {
        let fields = Field.allCases.map(\.rawValue)
        node.refuseUnknown(fields + (repeats ? ["each"] : []) + also, problems: &problems)
        var group = FieldGroup<Field>()
        if repeats { group.each = each(node) }
        for (name, entry) in node.keys {
            guard let field = Field(rawValue: name), let rule = rule(entry, field, key: node.path(name)) else {
                continue
            }
            group.rules[field] = rule
        }
        for field in Field.required where node[field.rawValue] == nil {
            problems.add("is missing", key: node.path(field.rawValue), line: node.line)
        }
        checkCurrency(node)
        return group
    }

    private mutating func each(_ node: MappingNode) -> ElementPath? {
        guard let text = node.text("each", needed: true, problems: &problems) else { return nil }
        let path = ElementPath(text)
        if path == nil || path?.isAttribute == true {
            problems.add(
                "“\(text)” is no path to an element; write names with / between them", key: node.path("each"),
                line: node["each"]?.line)
        }
        return path
    }

    private mutating func checkCurrency(_ node: MappingNode) {
        guard node["value"] != nil, node["value-currency"] == nil, defaults.currency == nil else { return }
        problems.add(
            "needs value-currency beside it, or defaults.currency", key: node.path("value"), line: node["value"]?.line)
    }

    // MARK: One field

    private static let ruleKeys = ["path", "constant", "values", "separator", "language"]

    private mutating func rule(_ entry: MappingNode.Entry, _ field: some MappedField, key: String) -> FieldRule? {
        var rule = FieldRule()
        if case .mapping = entry.value {
            guard let node = MappingNode(entry.value, key: key, line: entry.line, problems: &problems) else {
                return nil
            }
            node.refuseUnknown(Self.ruleKeys, problems: &problems)
            rule.paths = paths(
                node.texts("path", problems: &problems), key: node.path("path"), line: node["path"]?.line)
            rule.constant = node.text("constant", problems: &problems)
            if (node["path"] == nil) == (node["constant"] == nil) {
                problems.add("needs either path or constant", key: key, line: entry.line)
            }
            readValues(node, field, into: &rule)
            rule.separator = node.text("separator", problems: &problems)
            if rule.separator != nil, !field.isList {
                problems.add(
                    "has one value only, so nothing parts them", key: node.path("separator"),
                    line: node["separator"]?.line)
            }
            readLanguage(node, field, into: &rule)
        } else if let text = entry.value.plainText {
            rule.paths = paths([text], key: key, line: entry.line)
        } else if case .sequence(let items) = entry.value, !items.isEmpty, items.allSatisfy({ $0.plainText != nil }) {
            rule.paths = paths(items.compactMap(\.plainText), key: key, line: entry.line)
        } else {
            problems.add(
                "needs a path, a list of paths, or path, values and so on below it", key: key, line: entry.line)
            return nil
        }
        if let constant = rule.constant, !isValid(constant, field.kind) {
            problems.add("“\(constant)” \(expectation(field.kind))", key: key, line: entry.line)
        }
        return rule
    }

    private mutating func paths(_ texts: [String], key: String, line: Int?) -> [ElementPath] {
        texts.compactMap { text in
            let path = ElementPath(text)
            if path == nil {
                problems.add(
                    "“\(text)” is no path; write names with / between them, @name for an attribute, . for the element itself",
                    key: key, line: line)
            }
            return path
        }
    }

    private mutating func readValues(_ node: MappingNode, _ field: some MappedField, into rule: inout FieldRule) {
        guard let table = node.child("values", problems: &problems) else { return }
        for (word, entry) in table.keys {
            guard let value = entry.value.plainText else {
                problems.add("needs one text", key: table.path(word), line: entry.line)
                continue
            }
            if case .code(let codes) = field.kind, !codes.contains(value) {
                problems.addUnknown("code “\(value)”", value, among: codes, key: table.path(word), line: entry.line)
            }
            rule.values[word.asTableKey] = value
        }
        for word in table.keys.map(\.key) { rule.valuesAsWritten[word] = rule.values[word.asTableKey] }
        switch field.kind {
        case .text, .code: break
        default:
            problems.add(
                "only codes and texts have a table of values", key: node.path("values"), line: node["values"]?.line)
        }
    }

    private mutating func readLanguage(_ node: MappingNode, _ field: some MappedField, into rule: inout FieldRule) {
        guard let text = node.text("language", problems: &problems) else { return }
        if field.kind != .words {
            problems.add(
                "only titles, descriptions and names have a language", key: node.path("language"),
                line: node["language"]?.line)
        } else if let path = ElementPath(text), path.isAttribute {
            rule.language = .at(path)
        } else if TEDLanguage.code(text).count == 3 {
            rule.language = .code(TEDLanguage.code(text))
        } else {
            problems.add(
                "needs a language such as SWE, or the attribute that has it, such as @språk",
                key: node.path("language"),
                line: node["language"]?.line)
        }
    }

    private func isValid(_ constant: String, _ kind: FieldKind) -> Bool {
        switch kind {
        case .code(let codes): codes.contains(constant)
        case .currency: CurrencyCode.read(constant) != nil
        case .cpv: CPVCode(constant) != nil
        case .nuts: NUTSCode(constant) != nil
        case .integer: Int(constant) != nil
        case .text, .words: true
        case .date, .answer, .flag, .amount: false
        }
    }

    private func expectation(_ kind: FieldKind) -> String {
        switch kind {
        case .code(let codes): "is not one of \(codes.joined(separator: ", "))"
        case .currency: "is no currency such as SEK"
        case .cpv: "is no CPV code such as 72000000"
        case .nuts: "is no NUTS code such as SE121"
        case .integer: "is no whole number"
        case .text, .words, .date, .answer, .flag, .amount: "can't be the same in every notice; give a path"
        }
    }
}

extension String {
    /// How words are looked up in a table of values: in lower case, with single spaces.
    var asTableKey: String { lowercased().withSingleSpaces }
}
