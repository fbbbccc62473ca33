import StrictYAML

/// How the keys of a mapping file are read.
extension YAMLRecord {
    /// `nil`, and an issue, for an entry that has no keys of its own.
    convenience init?(_ value: YAMLNode, at place: ConfigurationIssue.Place, of issues: ConfigurationIssues) {
        guard case .mapping(let entries) = value.content else {
            issues.add(place, "needs keys and values below it")
            return nil
        }
        self.init(entries, at: place, issues)
    }

    /// The text of a key; an issue where it is something else or empty, or is missing although it is needed.
    func text(_ key: String, needed: Bool = false) -> String? {
        guard let entry = entry(key) else {
            if needed { report(key, "is missing", at: place.line) }
            return nil
        }
        if entry.value.text == nil { report(key, "needs one text") }
        return entry.value.text
    }

    /// The texts of a key: one, or a list of them. Empty where it is missing.
    func texts(_ key: String) -> [String] {
        guard let entry = entry(key) else { return [] }
        if let texts = entry.value.texts { return texts }
        report(key, "needs a text or a list of texts")
        return []
    }

    /// The mapping under a key; `nil` where it is missing, or isn't one.
    func child(_ key: String) -> YAMLRecord? {
        entry(key).flatMap { YAMLRecord($0.value, at: $0.place, of: issues) }
    }

    /// Reports each key that was never asked for.
    func refuseUnknownKeys() { refuseUnknown(remedy: Self.known) }

    /// Which known word is nearest, else which there are.
    static func known(_ word: String, among known: [String]) -> String {
        NearestWord.to(word, among: known.sorted()).map { "did you mean “\($0)”?" }
            ?? "known are \(known.sorted().joined(separator: ", "))"
    }
}

extension YAMLNode {
    /// One text, or a list of them; `nil` for anything else, and for an empty text or list.
    var texts: [String]? {
        if let text { return [text] }
        guard case .list(let items) = content else { return nil }
        let texts = items.compactMap(\.text)
        return texts.isEmpty || texts.count < items.count ? nil : texts
    }
}
