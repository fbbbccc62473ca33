import Procurement
import StrictYAML

/// Reads the groups of fields of a mapping file: `fields`, `buyers`, `lots`, `awards` and their `winners`.
struct MappingGroups {
    let defaults: FeedMapping.Defaults

    func read(_ root: YAMLRecord, into mapping: inout FeedMapping) {
        if let record = root.child("fields") {
            mapping.fields = group(record, repeats: false)
        } else if root.entry("fields") == nil {
            root.report("fields", "is missing: it says where id and title stand")
        }
        mapping.buyers = root.child("buyers").map { group($0, repeats: true) }
        mapping.lots = root.child("lots").map { group($0, repeats: true) }
        guard let awards = root.child("awards") else { return }
        mapping.winners = awards.child("winners").map { group($0, repeats: true) }
        mapping.awards = group(awards, repeats: true)
    }

    /// - Parameter repeats: whether the group needs `each`, the elements it is read from.
    private func group<Field: MappedField>(_ record: YAMLRecord, repeats: Bool) -> FieldGroup<Field> {
        var group = FieldGroup<Field>()
        if repeats { group.each = each(record) }
        for field in Field.allCases {
            group.rules[field] = record.entry(field.rawValue).flatMap { rule($0, field, of: record) }
        }
        record.refuseUnknownKeys()
        for field in Field.required where record.entry(field.rawValue) == nil {
            record.report(field.rawValue, "is missing")
        }
        checkCurrency(record)
        return group
    }

    private func each(_ record: YAMLRecord) -> ElementPath? {
        guard let text = record.text("each", needed: true) else { return nil }
        let path = ElementPath(text)
        if path == nil || path?.isAttribute == true {
            record.report("each", "“\(text)” is no path to an element", "write names with / between them")
        }
        return path
    }

    private func checkCurrency(_ record: YAMLRecord) {
        let hasValue = record.entry("value") != nil
        guard hasValue, record.entry("value-currency") == nil, defaults.currency == nil else { return }
        record.report("value", "needs value-currency beside it, or defaults.currency")
    }

    // MARK: One field

    private func rule(_ entry: YAMLEntry, _ field: some MappedField, of group: YAMLRecord) -> FieldRule? {
        let issues = group.issues
        var rule = FieldRule()
        if case .mapping(let entries) = entry.value.content {
            let record = YAMLRecord(entries, at: entry.place, issues)
            rule.paths = paths(
                record.texts("path"), at: record.entry("path")?.place ?? entry.place, issues)
            rule.constant = record.text("constant")
            if (record.entry("path") == nil) == (record.entry("constant") == nil) {
                issues.add(entry.place, "needs either path or constant")
            }
            readValues(record, field, into: &rule)
            rule.separator = record.text("separator")
            if rule.separator != nil, !field.isList {
                record.report("separator", "has one value only, so nothing parts them")
            }
            readLanguage(record, field, into: &rule)
            record.refuseUnknownKeys()
        } else if let texts = entry.value.texts {
            rule.paths = paths(texts, at: entry.place, issues)
        } else {
            issues.add(entry.place, "needs a path, a list of paths, or path, values and so on below it")
            return nil
        }
        if let constant = rule.constant, !isValid(constant, field.kind) {
            let (problem, remedy) = expectation(field.kind)
            issues.add(entry.place, "“\(constant)” \(problem)", remedy)
        }
        return rule
    }

    private func paths(
        _ texts: [String], at place: ConfigurationIssue.Place, _ issues: ConfigurationIssues
    ) -> [ElementPath] {
        texts.compactMap { text in
            if let path = ElementPath(text) { return path }
            issues.add(
                place, "“\(text)” is no path",
                "write names with / between them, @name for an attribute, . for the element itself")
            return nil
        }
    }

    private func readValues(_ record: YAMLRecord, _ field: some MappedField, into rule: inout FieldRule) {
        guard let entry = record.entry("values") else { return }
        guard case .mapping(let words) = entry.value.content else {
            return record.report("values", "needs keys and values below it")
        }
        for word in words {
            guard let value = word.value.text else {
                record.issues.add(word.place, "needs one text")
                continue
            }
            if case .code(let codes) = field.kind, !codes.contains(value) {
                record.issues.add(word.place, "unknown code “\(value)”", YAMLRecord.known(value, among: codes))
            }
            rule.values[word.key.asTableKey] = value
        }
        for word in words { rule.valuesAsWritten[word.key] = rule.values[word.key.asTableKey] }
        switch field.kind {
        case .text, .code: break
        default: record.report("values", "only codes and texts have a table of values")
        }
    }

    private func readLanguage(_ record: YAMLRecord, _ field: some MappedField, into rule: inout FieldRule) {
        guard let text = record.text("language") else { return }
        if field.kind != .words {
            record.report("language", "only titles, descriptions and names have a language")
        } else if let path = ElementPath(text), path.isAttribute {
            rule.language = .at(path)
        } else if TEDLanguage.code(text).count == 3 {
            rule.language = .code(TEDLanguage.code(text))
        } else {
            record.report("language", "needs a language such as SWE, or the attribute that has it, such as @språk")
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

    private func expectation(_ kind: FieldKind) -> (problem: String, remedy: String?) {
        switch kind {
        case .code(let codes): ("is not one of \(codes.joined(separator: ", "))", nil)
        case .currency: ("is no currency such as SEK", nil)
        case .cpv: ("is no CPV code such as 72000000", nil)
        case .nuts: ("is no NUTS code such as SE121", nil)
        case .integer: ("is no whole number", nil)
        case .text, .words, .date, .answer, .flag, .amount: ("can't be the same in every notice", "give a path")
        }
    }
}

extension String {
    /// How words are looked up in a table of values: in lower case, with single spaces.
    var asTableKey: String { lowercased().withSingleSpaces }
}
