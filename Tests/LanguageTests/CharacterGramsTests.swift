import Testing

@testable import Language

@Suite struct CharacterGramsTests {
    @Test(arguments: [
        ("buss", ["_bus", "buss", "uss_"]), ("it", ["_it_"]), ("å", ["_å_"]), ("el nät", ["_el_", "_nät", "nät_"]),
        ("2021", []),
    ])
    func runs(text: String, grams: [String]) {
        #expect(CharacterGrams.of(FoldedText(text)).map { CharacterGrams.string($0) } == grams)
    }
}
