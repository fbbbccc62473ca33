import Language
import Testing

@Suite struct FoldedTextWithoutTests {
    @Test(arguments: ["", "AB", "Bygg & Plåt i Malmö AB (publ)", "ab Straße ab", "Åkeri AB Ö"])
    func isTheTextOfTheOtherWords(text: String) {
        let left = FoldedText(text).without { $0.elementsEqual("ab".utf16) }
        let expected = FoldedText(text).strings.filter { $0 != "ab" }
        #expect(left.strings == expected)
        #expect(left.units == FoldedText(expected.joined(separator: " ")).units)
        #expect(left.words == FoldedText(expected.joined(separator: " ")).words)
    }
}
