import StrictYAML
import Testing

@Suite struct YAMLRecordTests {
    private enum Kind: String, CaseIterable { case https, sftp }

    /// What `read` finds wrong in the records of `yaml`, one issue a line.
    private func issues(_ yaml: String, read: (YAMLRecord) -> Void) throws -> [String] {
        let issues = ConfigurationIssues()
        YAMLRecord.each("sources", in: try YAMLNode(parsing: yaml, file: "t.yaml"), issues, read: read)
        do throws(ConfigurationError) {
            try issues.check()
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    @Test func tellsAllMistakesOfAllRecordsByLine() throws {
        let yaml = """
            sources:
              - id: Ted
                kind: htps
                every: 2
                size: 3 GiB
                tries: [1]
                name: {en: TED, svenska: x}
              - words: [a, {}]
                kynd: sftp
                every:
              - nothing
            sorces: []
            """
        let found = try issues(yaml) { record in
            _ = record.identifier("id")
            let kind: Kind? = record.entry("kind")?.choice(record.issues)
            #expect(kind == nil)
            _ = record.entry("every")?.duration(in: .seconds(1)...(.seconds(60)), record.issues)
            _ = record.entry("size")?.bytes(in: 1...(1 << 30), record.issues)
            _ = record.entry("tries")?.count(in: 1...9, record.issues)
            _ = record.byLanguage("name", required: false)
            _ = record.words("words")
        }
        #expect(
            found == [
                "t.yaml:2: sources[1].id: “Ted” is no id; write a-z, 0-9 and -, beginning with a letter",
                "t.yaml:3: sources[1].kind: “htps” is none of the values; did you mean https?",
                "t.yaml:4: sources[1].every: “2” can't be read; write a time such as 250 ms, 30 s, 5 min or 2 h",
                "t.yaml:5: sources[1].size: 3 GiB is out of range; write 1 B to 1 GiB",
                "t.yaml:6: sources[1].tries: is a list; write a whole number",
                "t.yaml:7: sources[1].name: “svenska” is no language; write two letters such as sv or en",
                "t.yaml:7: sources[1].name: has no Swedish text; write sv: below it",
                "t.yaml:8: sources[2].id: is missing; write a short word such as vard-omsorg",
                "t.yaml:8: sources[2].words: a group of keys stands in the list; write text only",
                "t.yaml:9: sources[2].kynd: unknown key; did you mean kind?",
                "t.yaml:10: sources[2].every: has no value; "
                    + "write a time such as 250 ms, 30 s, 5 min or 2 h, or take the line away",
                "t.yaml:11: sources[3]: is “nothing”; write its keys: id, name …",
                "t.yaml:12: sorces: unknown key; did you mean sources?",
            ])
    }

    @Test func readsWhatIsRight() throws {
        let yaml = """
            sources:
              - {id: ted, kind: sftp, every: 30 s, size: 2 MiB, tries: 3, name: {sv: TED}, words: [a, "1"]}
            """
        let found = try issues(yaml) { record in
            #expect(record.identifier("id") == "ted")
            #expect(record.entry("kind")?.choice(record.issues) == Kind.sftp)
            #expect(record.entry("every")?.duration(in: .zero...(.seconds(60)), record.issues) == .seconds(30))
            #expect(record.entry("size")?.bytes(in: 1...(1 << 30), record.issues) == 2 << 20)
            #expect(record.entry("tries")?.count(in: 1...9, record.issues) == 3)
            #expect(record.byLanguage("name") == ["sv": "TED"])
            #expect(record.words("words").map(\.text) == ["a", "1"])
            #expect(record.text("note", required: false) == nil)
        }
        #expect(found == [])
    }

    @Test func aMistakeIsToldOnce() throws {
        let found = try issues("sources: [{words: [[], []]}]") { _ = $0.words("words") }
        #expect(found == ["t.yaml:1: sources[1].words: a list stands in the list; write text only"])
    }
}
