import Containers
import Language
import Testing

@testable import Matching

/// Which words of a question count, and how much.
@Suite struct QuestionReadingTests {
    private func weights(_ text: String) -> [String: Float] {
        Dictionary(QuestionReading(text).words.map { ($0.text, $0.weight) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        arguments: [
            ("laddstolpar till hemtjänstens bilar", ["laddstolpar": 1, "hemtjänstens": 0.25, "bilar": 0.25]),
            ("Hur upphandlar vi städning av skolor?", ["städning": 1, "skolor": 1]),
            ("street lighting for small towns", ["street": 1, "lighting": 1, "small": 0.25, "towns": 0.25]),
            ("hyra av paviljonger", ["hyra": 0.5, "paviljonger": 1]),
            ("giftfria leksaker", ["giftfria": 0.6, "leksaker": 1]),
            ("el och va", ["el": 1, "va": 1]),
        ] as [(String, [String: Float])])
    func whatIsSoughtCountsMoreThanForWhom(text: String, expected: [String: Float]) {
        #expect(weights(text) == expected)
    }

    @Test func aSentenceThatSeeksOutweighsTheOthers() {
        let found = weights("Våra parker växer igen. Vi söker företag som klipper gräs. Det är bråttom.")
        #expect(found["gräs"] ?? 0 > found["parker"] ?? 1)
        #expect(found["söker"] == nil && found["företag"] == nil)
    }

    @Test func anEnumerationHasFacets() {
        let reading = QuestionReading("bröd, mjölk och ost till skolor")
        #expect(reading.facets == 3)
        #expect(Set(reading.words.prefix(3).map(\.facet)).count == 3)
        #expect(reading.words.last?.weight == 0.25)
    }

    @Test(arguments: [
        ("INTE städning utan bara fönsterputs", ["fönsterputs"]), ("not cleaning but catering", ["catering"]),
        ("inte bara städning utan även fönsterputs", ["städning", "fönsterputs"]),
        ("hjälp åt elever som inte kommer", ["elever"]),
    ])
    func whatIsDeniedIsNotSought(text: String, sought: [String]) {
        #expect(QuestionReading(text).words.map(\.text).filter { sought.contains($0) } == sought)
        #expect(sought.contains("städning") || weights(text)["städning"] == nil)
    }

    @Test func bracketsAreAsides() {
        let found = weights("cyklar (lådcyklar) till hemtjänsten")
        #expect(found["cyklar"] == 1)
        #expect(found["lådcyklar"] == 0.6)
        #expect(found["hemtjänsten"] == 0.25)
    }

    @Test(arguments: ["", " ", "…", "och i av", "2021 12", "((((", "a:b:c:::", "?!.;.;", "för för för för"])
    func nothingSaysNothing(text: String) {
        #expect(QuestionReading(text).words.allSatisfy { $0.weight > 0 && $0.weight <= 1 })
    }

    /// Any text is read, and no word counts more than one that says what is sought.
    @Test(arguments: 1...40) func everyWeightLiesBetweenZeroAndOne(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pieces = [
            "söker", "vi", "till", "(", ")", ",", ":", ".", "\n", "och", "som", "lagar", "mat", "hållbara", "el", "/ ",
            "–", "för", "små", "looking", "for", "skolskjuts", "där", "t.ex.", "å", "\u{202E}", "🚲",
        ]
        let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &generator)]
        }.joined(separator: " ")
        let reading = QuestionReading(text)
        #expect(reading.words.allSatisfy { $0.weight > 0 && $0.weight <= 1 && $0.facet < max(1, reading.facets) })
        #expect(Set(reading.words.map(\.text)).count == reading.words.count)
    }

    @Test func aPhraseOfTheTableGivesItsHeaviestWordTheMeaning() {
        var reading = QuestionReading("new street lights in the town")
        reading.standIn(EverydayWords([.init(words: ["street light"], means: ["gatubelysning"])]))
        #expect(reading.words.compactMap(\.means) == [["gatubelysning"]])
        #expect(reading.words.first { $0.means == nil }?.weight == 0.5)
    }
}
