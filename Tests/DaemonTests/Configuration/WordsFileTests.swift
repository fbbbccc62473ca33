import Language
import StrictYAML
import Testing

@testable import Daemon

@Suite struct WordsFileTests {
    private static func load(_ words: String?) throws -> EverydayWords {
        var files = MemoryFiles(files: ["/etc/torg/torg.yaml": ""])
        files.files["/etc/torg/words.yaml"] = words
        return try ConfigurationLoader(source: files.source(), signals: []).load().matching.words
    }

    @Test func theShippedTableIsBuiltIn() throws {
        let table = try Self.load(nil)
        #expect(table == (try Self.load(ShippedConfigurationTests.text("words.yaml"))))
        #expect(table.entries.count >= 300)
        #expect(!table.meaning(of: "blöjor").isEmpty)
    }

    @Test func aFileOfOnesOwnTakesItsPlace() throws {
        let table = try Self.load(
            "words:\n  - words: [gatlykta]\n    means: [gatubelysning]\n    because: {sv: Så heter det.}\n")
        #expect(
            table.entries == [
                .init(words: ["gatlykta"], means: ["gatubelysning"], because: ["sv": "Så heter det."])
            ])
        #expect(try Self.load("").entries.isEmpty)
    }

    @Test func tellsAllMistakesAtOnce() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Self.load(
                """
                words:
                  - words: [bil, bilar]
                    meaning: [fordon]
                  - words: ["!", Bil]
                    means: [personbil]
                  - means: []
                """)
        }
        #expect(
            error?.issues.map(\.place.key) == [
                "words[1].means", "words[1].meaning", "words[2].words", "words[2].words", "words[3].words",
                "words[3].means",
            ])
        #expect(error?.issues.map(\.place.line) == [2, 3, 4, 4, 6, 6])
    }
}
