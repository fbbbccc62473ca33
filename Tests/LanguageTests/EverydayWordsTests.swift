import Testing

@testable import Language

@Suite struct EverydayWordsTests {
    private let table = EverydayWords([
        .init(words: ["blöja", "Blöjor"], means: ["inkontinensskydd", "inkontinens"]),
        .init(words: ["street lights", "gatlykta"], means: ["gatubelysning"]),
        .init(words: ["post"], means: ["brev"]),
        .init(words: ["poster", "gatlykta"], means: ["affisch"]),
        .init(words: ["pc"], means: ["dator"]),
    ])

    @Test func findsAWordHoweverItIsWritten() {
        #expect(table.meaning(of: "blöjor") == ["inkontinensskydd", "inkontinens"])
        #expect(table.meaning(of: "okänt").isEmpty)
        #expect(table.meaning(of: "").isEmpty)
    }

    /// Never by the stem: a painter is no target.
    @Test(arguments: [("gatlyktan", "gatubelysning"), ("gatlyktans", "gatubelysning"), ("posten", "brev")])
    func findsItWithAnEnding(word: String, meaning: String) { #expect(table.meaning(of: word) == [meaning]) }

    @Test func theWordAsItStandsWins() { #expect(table.meaning(of: "poster") == ["affisch"]) }

    @Test func aShortWordStandsAsItIs() {
        #expect(table.meaning(of: "pc") == ["dator"])
        #expect(table.meaning(of: "pcr").isEmpty)
    }

    @Test func theFirstOfTwoEntriesHolds() { #expect(table.meaning(of: "gatlykta") == ["gatubelysning"]) }

    @Test func phrasesStandApart() {
        #expect(table.phrases.map(\.words) == [["street", "lights"]])
        #expect(table.meaning(of: "street").isEmpty)
    }

    @Test func wordsAreOneButForAnEnding() {
        #expect(EverydayWords.areInflected("lights", "light"))
        #expect(EverydayWords.areInflected("bil", "bilar"))
        #expect(!EverydayWords.areInflected("bil", "billig"))
    }
}
