import Yams

/// One mapping of a YAML file with the key it stands under, read strictly: what isn't asked for is unknown.
struct MappingNode {
    struct Entry {
        var value: Node
        /// Of the key.
        var line: Int?
    }

    /// Dotted, such as `awards.winners`; empty for the file itself.
    let key: String
    let line: Int?
    private let entries: [(key: String, entry: Entry)]

    /// `nil`, and a problem, for a node that isn't a mapping.
    init?(_ node: Node, key: String, line: Int?, problems: inout MappingProblems) {
        guard case .mapping(let mapping) = node else {
            problems.add("needs keys and values below it", key: key, line: line ?? node.mark?.line)
            return nil
        }
        self.key = key
        self.line = line
        var entries: [(key: String, entry: Entry)] = []
        for (name, value) in mapping {
            guard case .scalar(let scalar) = name else {
                problems.add("a key must be a word", key: key, line: name.mark?.line)
                continue
            }
            entries.append((scalar.string, Entry(value: value, line: name.mark?.line)))
        }
        self.entries = entries
    }

    subscript(_ name: String) -> Entry? { entries.first { $0.key == name }?.entry }

    var keys: [(key: String, entry: Entry)] { entries }

    func path(_ name: String) -> String { key.isEmpty ? name : "\(key).\(name)" }

    /// Names every key that isn't among `known`.
    func refuseUnknown(_ known: [String], problems: inout MappingProblems) {
        for (name, entry) in entries where !known.contains(name) {
            problems.addUnknown("key", name, among: known, key: path(name), line: entry.line)
        }
    }

    /// The text of a key; a problem where it is something else or empty, or is missing although it is needed.
    func text(_ name: String, needed: Bool = false, problems: inout MappingProblems) -> String? {
        guard let entry = self[name] else {
            if needed { problems.add("is missing", key: path(name), line: line) }
            return nil
        }
        guard let text = entry.value.plainText else {
            problems.add("needs one text", key: path(name), line: entry.line)
            return nil
        }
        return text
    }

    /// The texts of a key: one, or a list of them. Empty where it is missing.
    func texts(_ name: String, problems: inout MappingProblems) -> [String] {
        guard let entry = self[name] else { return [] }
        if let text = entry.value.plainText { return [text] }
        guard case .sequence(let items) = entry.value, !items.isEmpty, items.allSatisfy({ $0.plainText != nil }) else {
            problems.add("needs a text or a list of texts", key: path(name), line: entry.line)
            return []
        }
        return items.compactMap(\.plainText)
    }

    /// The mapping under a key; `nil` where it is missing, or isn't one.
    func child(_ name: String, problems: inout MappingProblems) -> MappingNode? {
        guard let entry = self[name] else { return nil }
        return MappingNode(entry.value, key: path(name), line: entry.line, problems: &problems)
    }
}

extension Node {
    /// The text as it is written, whatever YAML would make of it (`no`, `1`); `nil` for no text, or an empty one.
    var plainText: String? {
        guard case .scalar(let scalar) = self, !scalar.string.isEmpty else { return nil }
        return scalar.string
    }
}
