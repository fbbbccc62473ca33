import StrictYAML
import Testing

@Suite struct YAMLNodeTests {
    /// Every value of `text` with its key and line.
    private func values(_ node: YAMLNode) -> [String] {
        switch node.content {
        case .nothing: ["\(node.place.line ?? 0) \(node.place.key) nothing"]
        case .text(let text): ["\(node.place.line ?? 0) \(node.place.key) \(node.isPlain ? text : "'\(text)'")"]
        case .list(let items): items.flatMap(values)
        case .mapping(let entries): entries.flatMap { values($0.value) }
        }
    }

    @Test func knowsTheLineAndTheKeyOfEveryValue() throws {
        let yaml = "a: no\nb:\n  c: \"1\"\n  d:\n    - x\n    - e: 09:00\nf:\ng: ~\nh: 'null'\n"
        #expect(
            values(try YAMLNode(parsing: yaml, file: "t.yaml")) == [
                "1 a no", "3 b.c '1'", "5 b.d[1] x", "6 b.d[2].e 09:00", "7 f nothing", "8 g nothing", "9 h 'null'",
            ])
    }

    @Test func anEmptyDocumentIsNothing() throws {
        for yaml in ["", "# a comment\n", "~"] {
            let root = try YAMLNode(parsing: yaml, file: "t.yaml")
            #expect(values(root) == ["1  nothing"])
        }
    }

    @Test(arguments: [
        ("a: [b\n", "t.yaml:2: not YAML: did not find expected ',' or ']'; "),
        ("[a, b]: c\n", "t.yaml:1: not YAML: a key must be a word; "),
        ("a: 1\nb: {c: 1, c: 2}\n", "t.yaml:2: c: stands twice in the same place; keep one of them"),
        ("a: 1\n---\nb: 2\n", "t.yaml:2: not YAML: but found another document; "),
    ])
    func tellsWhatIsNoYAML(yaml: String, message: String) {
        let error = #expect(throws: YAMLSyntaxError.self) { try YAMLNode(parsing: yaml, file: "t.yaml") }
        #expect(error?.issue(in: "t.yaml").description.hasPrefix(message) == true, "\(String(describing: error))")
    }

    @Test func aFileThatIsNotThereIsOneIssue() {
        let error = #expect(throws: ConfigurationError.self) { try YAMLFile.read("/nowhere/t.yaml") }
        #expect(error?.description == "/nowhere/t.yaml: can't be opened; it must be a readable file")
    }
}
