import Yams

/// One value of a YAML file with its place. Everything else works on this, not on Yams' own types.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        /// `key:` with nothing after it, `~` or `null`.
        case nothing
        /// As it is written, whatever YAML would make of it (`no`, `1`).
        case text(String)
        case list([YAMLNode])
        /// In the order of the file.
        case mapping([YAMLEntry])
    }

    package var content: Content
    package var place: ConfigurationIssue.Place
    /// Whether the text stands there without quotes.
    package var isPlain = true

    /// What it is, for messages: `a list`.
    package var noun: String {
        switch content {
        case .nothing: "an empty value"
        case .text(let text): "“\(text)”"
        case .list: "a list"
        case .mapping: "a group of keys"
        }
    }

    /// The text; `nil` where it is empty or no text.
    package var text: String? {
        if case .text(let text) = content, !text.isEmpty { text } else { nil }
    }

    /// A value that doesn't come from YAML: an environment variable's, or none.
    package init(_ content: Content, at place: ConfigurationIssue.Place) {
        self.content = content
        self.place = place
    }
}

/// One key of a mapping with its value.
package struct YAMLEntry: Sendable {
    package var key: String
    /// Of the key.
    package var place: ConfigurationIssue.Place
    package var value: YAMLNode

    package init(key: String, place: ConfigurationIssue.Place, value: YAMLNode) {
        self.key = key
        self.place = place
        self.value = value
    }
}

/// What keeps a text from being read as YAML. There is one at most: the parser stops at the first.
package enum YAMLSyntaxError: Error, Hashable {
    case syntax(String, line: Int?)
    case repeated(keys: [String], line: Int)

    /// The error as the mistake of a file.
    package func issue(in file: String) -> ConfigurationIssue {
        switch self {
        case .syntax(let problem, let line):
            ConfigurationIssue(
                .init(file: file, line: line), "not YAML: \(problem)",
                "mend the line or the one before it (indent with spaces, a space after each colon)")
        case .repeated(let keys, let line):
            ConfigurationIssue(
                .init(file: file, line: line, key: keys.joined(separator: ", ")), "stands twice in the same place",
                "keep one of them")
        }
    }
}

extension YAMLNode {
    /// Reads one YAML document; an empty one is `nothing`.
    package init(parsing text: String, file: String) throws(YAMLSyntaxError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw YAMLSyntaxError(error)
        } catch {
            throw .syntax("\(error)", line: nil)
        }
        let place = ConfigurationIssue.Place(file: file, line: 1)
        if let root { try self.init(root, at: place) } else { self.init(.nothing, at: place) }
    }

    private init(_ node: Node, at place: ConfigurationIssue.Place) throws(YAMLSyntaxError) {
        self.init(.nothing, at: place)
        self.place.line = node.mark?.line ?? place.line
        switch node {
        case .scalar(let scalar):
            isPlain = scalar.style == .plain || scalar.style == .any
            let isNothing = isPlain && ["", "~", "null"].contains(scalar.string)
            content = isNothing ? .nothing : .text(scalar.string)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence {
                var inner = self.place
                inner.key += "[\(items.count + 1)]"
                items.append(try YAMLNode(item, at: inner))
            }
            content = .list(items)
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (name, value) in mapping {
                let line = name.mark?.line ?? place.line
                guard let key = name.scalar?.string else { throw .syntax("a key must be a word", line: line) }
                let path = place.key.isEmpty ? key : "\(place.key).\(key)"
                let inner = ConfigurationIssue.Place(file: place.file, line: line, key: path)
                entries.append(YAMLEntry(key: key, place: inner, value: try YAMLNode(value, at: inner)))
            }
            content = .mapping(entries)
        case .alias:
            // The parser puts the anchored value in an alias's place; this case is for trees built by hand.
            content = .nothing
        }
    }
}

extension YAMLSyntaxError {
    fileprivate init(_ error: YamlError) {
        self =
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                .syntax(problem, line: mark.line)
            case .duplicatedKeysInMapping(let keys, let context): .repeated(keys: keys, line: context.mark.line)
            case .reader(let problem, _, _, _): .syntax(problem, line: nil)
            default: .syntax("\(error)", line: nil)
            }
    }
}
