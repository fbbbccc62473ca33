/// Reads the keys of one record in a list (`categories`, `challenges`), gathering what is wrong.
///
/// As with `Settings`, a key that was never asked for is an unknown one.
struct RecordReader {
    let file: String
    /// The record's name in messages: `categories[2]`, counted from 1.
    let name: String
    let line: Int
    private let entries: [ConfigurationNode.Entry]
    private var known: [String] = []
    private(set) var issues: [ConfigurationIssue] = []

    /// The records of the list under `key`, the only key that the file may have.
    static func records(_ key: String, in root: ConfigurationNode, file: String, issues: inout [ConfigurationIssue])
        -> [RecordReader]
    {
        guard let list = Self.only(key, in: root, file: file, expected: "a list", issues: &issues) else { return [] }
        guard case .list(let items) = list.value.content else {
            issues.append(
                ConfigurationIssue(
                    file: file, line: list.line, key: key, problem: "is \(list.value.noun)",
                    remedy: "write a list: each begins with “- id:”"))
            return []
        }
        return items.enumerated().compactMap { index, item in
            guard case .mapping(let entries) = item.content else {
                issues.append(
                    ConfigurationIssue(
                        file: file, line: item.line, key: "\(key)[\(index + 1)]", problem: "is \(item.noun)",
                        remedy: "write its keys: id, name …"))
                return nil
            }
            return RecordReader(file: file, name: "\(key)[\(index + 1)]", line: item.line, entries: entries)
        }
    }

    /// The entry `key` of a file that has no other; `nil` with an issue where it isn't there.
    static func only(
        _ key: String, in root: ConfigurationNode, file: String, expected: String, issues: inout [ConfigurationIssue]
    ) -> ConfigurationNode.Entry? {
        guard case .mapping(let entries) = root.content else {
            // A file that could not be read has been told of already.
            if !issues.contains(where: { $0.file == file }) {
                issues.append(
                    ConfigurationIssue(
                        file: file, line: root.line, problem: "holds \(root.noun)",
                        remedy: "write \(key): and below it \(expected)"))
            }
            return nil
        }
        for entry in entries where entry.key != key {
            issues.append(
                ConfigurationIssue(
                    file: file, line: entry.line, key: entry.key, problem: "unknown key",
                    remedy: NearestWord.to(entry.key, among: [key]).map { "did you mean \($0)?" }
                        ?? "the only key here is \(key)"))
        }
        if let entry = entries.first(where: { $0.key == key }) { return entry }
        if entries.isEmpty {
            issues.append(
                ConfigurationIssue(file: file, line: 1, key: key, problem: "is missing", remedy: "write \(expected)"))
        }
        return nil
    }

    private init(file: String, name: String, line: Int, entries: [ConfigurationNode.Entry]) {
        self.file = file
        self.name = name
        self.line = line
        self.entries = entries
    }

    // MARK: Asking

    mutating func text(_ key: String, required: Bool) -> String? {
        guard let entry = entry(key, required: required, expected: "text") else { return nil }
        if case .text(let text) = entry.value.content, !text.isEmpty { return text }
        report(entry, "is \(entry.value.noun)", "write text")
        return nil
    }

    /// An id for the command line and the wire: `vard-omsorg`.
    mutating func identifier(_ key: String) -> String? {
        guard let entry = entry(key, required: true, expected: "a short word such as vard-omsorg") else { return nil }
        guard case .text(let text) = entry.value.content, let first = text.utf8.first, (97...122).contains(first),
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else {
            report(entry, "\(entry.value.noun) is no id", "write a-z, 0-9 and -, beginning with a letter")
            return nil
        }
        return text
    }

    /// Texts by language: `{sv: …, en: …}`; `sv` must be there.
    mutating func byLanguage(_ key: String, required: Bool = true) -> [String: String] {
        guard let entry = entry(key, required: required, expected: "sv: and en: below it") else { return [:] }
        var texts: [String: String] = [:]
        for (language, value) in languages(of: entry) {
            if case .text(let text) = value.content, !text.isEmpty {
                texts[language] = text
            } else {
                report(entry, "\(language) is \(value.noun)", "write text", at: value.line)
            }
        }
        if texts["sv"] == nil { report(entry, "has no Swedish text", "write sv: below it") }
        return texts
    }

    /// Lists of words by language, as one list in the order of the file.
    mutating func wordsByLanguage(_ key: String) -> [String] {
        guard let entry = entry(key, required: false, expected: "") else { return [] }
        return languages(of: entry).flatMap { language, value in
            words(of: value, in: entry, expected: "a list of words").map(\.text)
        }
    }

    /// A list of words, each with its line.
    mutating func words(_ key: String) -> [(text: String, line: Int)] {
        guard let entry = entry(key, required: false, expected: "") else { return [] }
        return words(of: entry.value, in: entry, expected: "a list")
    }

    mutating func report(_ key: String, _ problem: String, _ remedy: String, at line: Int? = nil) {
        let place = line ?? entries.first { $0.key == key }?.line ?? self.line
        issues.append(
            ConfigurationIssue(file: file, line: place, key: "\(name).\(key)", problem: problem, remedy: remedy))
    }

    /// Everything wrong with the record, unknown keys included. To be called when all keys have been asked for.
    func allIssues() -> [ConfigurationIssue] {
        let unknown = entries.filter { !known.contains($0.key) }.map { entry in
            ConfigurationIssue(
                file: file, line: entry.line, key: "\(name).\(entry.key)", problem: "unknown key",
                remedy: NearestWord.to(entry.key, among: known).map { "did you mean \($0)?" }
                    ?? "the keys are \(known.joined(separator: ", "))")
        }
        return issues + unknown
    }

    // MARK: Reading

    private mutating func entry(_ key: String, required: Bool, expected: String) -> ConfigurationNode.Entry? {
        known.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else {
            if required { report(key, "is missing", "write \(expected)", at: line) }
            return nil
        }
        return entry
    }

    private mutating func languages(of entry: ConfigurationNode.Entry) -> [(String, ConfigurationNode)] {
        guard case .mapping(let pairs) = entry.value.content else {
            report(entry, "is \(entry.value.noun)", "write sv: and en: below it")
            return []
        }
        return pairs.compactMap { pair in
            guard pair.key.utf8.count == 2, pair.key.utf8.allSatisfy({ (97...122).contains($0) }) else {
                report(entry, "“\(pair.key)” is no language", "write two letters such as sv or en", at: pair.line)
                return nil
            }
            return (pair.key, pair.value)
        }
    }

    private mutating func words(of node: ConfigurationNode, in entry: ConfigurationNode.Entry, expected: String) -> [(
        text: String, line: Int
    )] {
        guard case .list(let items) = node.content else {
            report(entry, "is \(node.noun)", "write \(expected), such as [a, b]", at: node.line)
            return []
        }
        return items.compactMap { item in
            if case .text(let text) = item.content, !text.isEmpty { return (text, item.line) }
            report(entry, "\(item.noun) stands in the list", "write text only", at: item.line)
            return nil
        }
    }

    private mutating func report(
        _ entry: ConfigurationNode.Entry, _ problem: String, _ remedy: String, at line: Int? = nil
    ) {
        report(entry.key, problem, remedy, at: line ?? entry.line)
    }
}
