import Yams

/// One value of a YAML file with the line it stands on. Everything else works on this, not on Yams' own types.
struct ConfigurationNode: Sendable {
    enum Content: Sendable {
        /// `key:` with nothing after it.
        case nothing
        case text(String)
        case list([ConfigurationNode])
        /// In the order of the file.
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        /// The line of the key.
        var line: Int
        var value: ConfigurationNode
    }

    var content: Content
    /// From 1.
    var line: Int

    /// What it is, for messages: `a list`.
    var noun: String {
        switch content {
        case .nothing: "an empty value"
        case .text(let text): "“\(text)”"
        case .list: "a list"
        case .mapping: "a group of keys"
        }
    }

    /// What is there before anything is read, or without a file.
    static let nothing = ConfigurationNode(content: .nothing, line: 1)

    /// Reads one YAML document. An empty one is `nothing`.
    ///
    /// - Throws: the one issue that stops the file from being read: YAML tells only its first syntax error.
    static func parse(_ text: String, file: String) throws(IssueInFile) -> ConfigurationNode {
        do {
            guard let root = try Yams.compose(yaml: text) else { return .nothing }
            return ConfigurationNode(root, line: 1)
        } catch {
            throw IssueInFile(issue: Self.issue(for: error, in: file))
        }
    }

    /// The typed error of `parse`.
    struct IssueInFile: Error { let issue: ConfigurationIssue }

    /// One value that stands in no file: an environment variable's.
    init(text: String) { self.init(content: .text(text), line: 1) }

    private init(content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    private init(_ node: Node, line parentLine: Int) {
        line = node.mark?.line ?? parentLine
        switch node {
        case .scalar(let scalar):
            // A plain empty, `~` or `null` says nothing; a quoted one is text.
            let isPlain = scalar.style == .plain || scalar.style == .any
            content = isPlain && ["", "~", "null"].contains(scalar.string) ? .nothing : .text(scalar.string)
        case .sequence(let sequence):
            content = .list(sequence.map { ConfigurationNode($0, line: node.mark?.line ?? parentLine) })
        case .mapping(let mapping):
            content = .mapping(
                mapping.map { pair in
                    let keyLine = pair.key.mark?.line ?? parentLine
                    let key = pair.key.scalar?.string ?? "?"
                    return Entry(key: key, line: keyLine, value: ConfigurationNode(pair.value, line: keyLine))
                })
        case .alias:
            // The parser puts the anchored value in an alias's place; this case is for trees built by hand.
            content = .nothing
        }
    }

    private static func issue(for error: any Error, in file: String) -> ConfigurationIssue {
        func syntax(_ problem: String, _ line: Int?) -> ConfigurationIssue {
            ConfigurationIssue(
                file: file, line: line, problem: "not YAML: \(problem)",
                remedy: "mend the line or the one before it (indent with spaces, a space after each colon)")
        }
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return syntax(problem, mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            return ConfigurationIssue(
                file: file, line: context.mark.line, key: keys.joined(separator: ", "),
                problem: "stands twice in the same place", remedy: "keep one of them")
        case .reader(let problem, _, _, _):
            return syntax(problem, nil)
        default:
            return syntax("\(error)", nil)
        }
    }
}
