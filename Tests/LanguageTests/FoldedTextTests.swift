import Testing

@testable import Language

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Skolskjuts i Umeå kommun", ["skolskjuts", "i", "umeå", "kommun"]),
        ("ÅÄÖ-ÆØ", ["åäö", "æø"]),
        ("A\u{30A}ngstro\u{308}m", ["ångström"]),
        ("Café Übung žluťoučký", ["cafe", "ubung", "zlutoucky"]),
        ("Straße 12b", ["strasse", "12b"]),
        ("IT_drift & support (24/7)", ["it", "drift", "support", "24", "7"]),
        ("Δοκιμή България", ["δοκιμη", "българия"]),
        ("  ", []),
    ])
    func folds(text: String, words: [String]) {
        #expect(FoldedText(text).strings == words)
    }

    @Test func knowsNumbers() {
        let text = FoldedText("Avtal 2021 b2")
        #expect(text.words.map { text.isNumber($0) } == [false, true, false])
    }

    @Test func composedAndDecomposedAreOne() {
        #expect(FoldedText("Malmö Å").strings == FoldedText("Malmo\u{308} A\u{30A}").strings)
    }
}
