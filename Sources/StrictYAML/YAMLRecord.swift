/// Reads the keys of one mapping: a key that was never asked for is an unknown one.
///
/// So there is one list of keys, the code that reads them. Mistakes go to `issues`, and reading goes on.
package final class YAMLRecord {
    /// The record's key in messages, such as `categories[2]`, and its line.
    package let place: ConfigurationIssue.Place
    package let issues: ConfigurationIssues
    private let entries: [YAMLEntry]
    private var known: [String] = []

    /// - Parameter place: for messages about the record as a whole.
    package init(_ entries: [YAMLEntry], at place: ConfigurationIssue.Place, _ issues: ConfigurationIssues) {
        self.entries = entries
        self.place = place
        self.issues = issues
    }

    // MARK: Lists of records

    /// Reads each record of the list under `key`, the only key that the file may have.
    package static func each(
        _ key: String, in root: YAMLNode, _ issues: ConfigurationIssues, read: (YAMLRecord) -> Void
    ) {
        guard let list = Self.only(key, in: root, expected: "a list", issues) else { return }
        guard case .list(let items) = list.value.content else {
            return issues.add(list.place, "is \(list.value.noun)", "write a list: each begins with “- id:”")
        }
        for item in items {
            guard case .mapping(let entries) = item.content else {
                issues.add(item.place, "is \(item.noun)", "write its keys: id, name …")
                continue
            }
            let record = YAMLRecord(entries, at: item.place, issues)
            read(record)
            record.refuseUnknown()
        }
    }

    /// The entry `key` of a file that has no other; `nil` with an issue where it isn't there.
    package static func only(
        _ key: String, in root: YAMLNode, expected: String, _ issues: ConfigurationIssues
    ) -> YAMLEntry? {
        guard case .mapping(let entries) = root.content else {
            issues.add(root.place, "holds \(root.noun)", "write \(key): and below it \(expected)")
            return nil
        }
        for entry in entries where entry.key != key {
            issues.add(
                entry.place, "unknown key",
                NearestWord.question(entry.key, among: [key]) ?? "the only key here is \(key)")
        }
        if entries.isEmpty {
            var place = root.place
            place.key = key
            issues.add(place, "is missing", "write \(expected)")
        }
        return entries.first { $0.key == key }
    }

    // MARK: Asking

    /// The entry of a key, which is a known one from now on.
    package func entry(_ key: String) -> YAMLEntry? {
        if !known.contains(key) { known.append(key) }
        return entries.first { $0.key == key }
    }

    /// The entry of a key that must be there.
    ///
    /// - Parameter expected: what to write, for messages: `text`.
    package func entry(required key: String, expected: String) -> YAMLEntry? {
        if let entry = entry(key) { return entry }
        report(key, "is missing", "write \(expected)", at: place.line)
        return nil
    }

    package func text(_ key: String, required: Bool) -> String? {
        guard let entry = required ? entry(required: key, expected: "text") : entry(key) else { return nil }
        if entry.value.text == nil { issues.add(entry.place, "is \(entry.value.noun)", "write text") }
        return entry.value.text
    }

    /// An id for the command line and the wire: `vard-omsorg`.
    package func identifier(_ key: String) -> String? {
        guard let entry = entry(required: key, expected: "a short word such as vard-omsorg") else { return nil }
        guard let text = entry.value.text, let first = text.utf8.first, (97...122).contains(first),
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else {
            issues.add(entry.place, "\(entry.value.noun) is no id", "write a-z, 0-9 and -, beginning with a letter")
            return nil
        }
        return text
    }

    /// A list of words, each with its line.
    package func words(_ key: String) -> [(text: String, line: Int?)] {
        entry(key).map { words(of: $0.value, in: $0, expected: "a list") } ?? []
    }

    /// Texts by language: `{sv: …, en: …}`; `sv` must be there.
    package func byLanguage(_ key: String, required: Bool = true) -> [String: String] {
        let found = required ? entry(required: key, expected: "sv: and en: below it") : entry(key)
        guard let entry = found else { return [:] }
        var texts: [String: String] = [:]
        for (language, value) in languages(of: entry) {
            texts[language] = value.text
            if value.text == nil {
                report(key, "\(language) is \(value.noun)", "write text", at: value.place.line)
            }
        }
        if texts["sv"] == nil { issues.add(entry.place, "has no Swedish text", "write sv: below it") }
        return texts
    }

    /// Lists of words by language, as one list in the order of the file.
    package func wordsByLanguage(_ key: String) -> [String] {
        guard let entry = entry(key) else { return [] }
        return languages(of: entry).flatMap { _, value in
            words(of: value, in: entry, expected: "a list of words").map(\.text)
        }
    }

    private func languages(of entry: YAMLEntry) -> [(String, YAMLNode)] {
        guard case .mapping(let pairs) = entry.value.content else {
            issues.add(entry.place, "is \(entry.value.noun)", "write sv: and en: below it")
            return []
        }
        return pairs.compactMap { pair in
            guard pair.key.utf8.count == 2, pair.key.utf8.allSatisfy({ (97...122).contains($0) }) else {
                report(
                    entry.key, "“\(pair.key)” is no language", "write two letters such as sv or en", at: pair.place.line
                )
                return nil
            }
            return (pair.key, pair.value)
        }
    }

    private func words(of node: YAMLNode, in entry: YAMLEntry, expected: String) -> [(text: String, line: Int?)] {
        guard case .list(let items) = node.content else {
            report(entry.key, "is \(node.noun)", "write \(expected), such as [a, b]", at: node.place.line)
            return []
        }
        return items.compactMap { item in
            if let text = item.text { return (text, item.place.line) }
            report(entry.key, "\(item.noun) stands in the list", "write text only", at: item.place.line)
            return nil
        }
    }

    // MARK: Reporting

    /// Reports a mistake of a key.
    ///
    /// - Parameter line: where it stands; otherwise the key's line, or the record's.
    package func report(_ key: String, _ problem: String, _ remedy: String? = nil, at line: Int? = nil) {
        let line = line ?? entries.first { $0.key == key }?.place.line ?? place.line
        issues.add(.init(file: place.file, line: line, key: path(key)), problem, remedy)
    }

    /// Reports each key that was never asked for. To be called when all have been.
    ///
    /// - Parameter remedy: what to say of an unknown key, given the known ones.
    package func refuseUnknown(remedy: (_ key: String, _ known: [String]) -> String = YAMLRecord.remedy) {
        for entry in entries where !known.contains(entry.key) {
            issues.add(entry.place, "unknown key", remedy(entry.key, known))
        }
    }

    /// The key of something in the record, such as `categories[2].cpv`.
    package func path(_ key: String) -> String { place.key.isEmpty ? key : "\(place.key).\(key)" }

    /// What is said of an unknown key where nothing else is asked for.
    package static func remedy(_ key: String, _ known: [String]) -> String {
        NearestWord.question(key, among: known) ?? "the keys are \(known.joined(separator: ", "))"
    }
}
