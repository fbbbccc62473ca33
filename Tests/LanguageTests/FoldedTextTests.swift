import Foundation
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
        ("Glas\u{AD}mästeri\u{200B}arbeten", ["glasmästeriarbeten"]),
        ("ﬁske Ｂåt\u{A0}２０ m²", ["fiske", "båt", "20", "m2"]),
    ])
    func folds(text: String, words: [String]) {
        #expect(FoldedText(text).strings == words)
    }

    /// What is left out of the way for most letters changes none of them.
    @Test func everyLetterIsFoldedByTheRule() {
        for value in 0x3000..<UInt32(0xF900) {
            guard let scalar = Unicode.Scalar(value),
                ![FoldingTable.separator, FoldingTable.dropped].contains(FoldingTable.units[Int(value)])
            else { continue }
            let lowered = scalar.properties.lowercaseMapping.precomposedStringWithCanonicalMapping.unicodeScalars
            #expect([UInt32(FoldingTable.units[Int(value)])] == lowered.prefix(1).map(\.value), "\(value)")
        }
    }

    /// Records come from a disk: nothing is read beyond their end, and what is sound is read as any text is.
    @Test func bytesAreReadAsTexts() {
        for text in ["Åkeri för Ängsö – 𝄞 été", "Straße", ""] {
            let bytes = Array(text.utf8)
            for length in 0...bytes.count {
                var reader = WordReader()
                var row: [Int32] = []
                bytes.prefix(length).withUnsafeBytes { reader.read($0, into: &row) }
                if length == bytes.count {
                    #expect(row.map { reader.words.string($0) } == FoldedText(text).strings)
                }
            }
        }
    }

    @Test func knowsNumbers() {
        let text = FoldedText("Avtal 2021 b2")
        #expect(text.words.map { text.isNumber($0) } == [false, true, false])
    }

    @Test func composedAndDecomposedAreOne() {
        #expect(FoldedText("Malmö Å").strings == FoldedText("Malmo\u{308} A\u{30A}").strings)
    }
}
