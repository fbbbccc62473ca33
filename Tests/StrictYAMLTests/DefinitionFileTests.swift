import Procurement
import TestSupport
import Testing

@testable import StrictYAML

/// Files of definitions that are written are read as what they were written from.
@Suite struct DefinitionFileTests {
    private func categories(_ text: String) throws -> [Procurement.Category] {
        let issues = ConfigurationIssues()
        let read = CategoryFile.read(try YAMLNode(parsing: text, file: "c.yaml"), issues)
        try issues.check()
        return read
    }

    private func challenges(_ text: String) throws -> [Challenge] {
        let issues = ConfigurationIssues()
        let read = ChallengeFile.read(try YAMLNode(parsing: text, file: "c.yaml"), issues)
        try issues.check()
        return read
    }

    @Test func theShippedFilesComeBackAsTheyWere() throws {
        let shipped = try categories(try Repository.text("config/categories.yaml"))
        #expect(shipped.count >= 15)
        #expect(try categories(CategoryFile.text(shipped)) == shipped)
        let aims = try challenges(try Repository.text("config/challenges.yaml"))
        #expect(aims.count == 8)
        #expect(try challenges(ChallengeFile.text(aims)) == aims)
    }

    /// What YAML would read something into stays text: quotes, line ends, `no`, `722*`, a line separator, a byte order mark.
    @Test func everyTextComesBack() throws {
        let words = [
            "no", "~", "1.0", "a: b # c", "\"citat\" \\ och 'apostrof'", "två\nrader\toch tabb",
            "\u{2028}\u{FEFF}\u{85}x", "👩‍🏫",
        ]
        let category = Procurement.Category(
            id: "x-1", name: ["sv": "Nej: inte [det]", "en": "{no}"], cpv: [try #require(CPVPattern("722*"))],
            keywords: words, owner: "a & b")
        #expect(try categories(CategoryFile.text([category])) == [category])
        let challenge = Challenge(id: "y", name: ["sv": "Y"], text: words.joined(separator: " "))
        #expect(try challenges(ChallengeFile.text([challenge])) == [challenge])
        #expect(try categories(CategoryFile.text([])).isEmpty)
    }
}
