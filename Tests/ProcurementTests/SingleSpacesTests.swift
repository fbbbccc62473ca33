import Testing

@testable import Procurement

@Suite struct SingleSpacesTests {
    @Test(arguments: [
        ("", ""), (" ", ""), ("one", "one"), ("one two", "one two"), (" one", "one"), ("one ", "one"),
        ("one  two", "one two"), ("one\ttwo\r\nthree", "one two three"), ("ett\u{A0}två", "ett två"),
        ("Årsta ö", "Årsta ö"), ("\u{85}a", "a"), ("a\u{2003}b", "a b"), ("日本\u{3000}語", "日本 語"),
    ])
    func partsWordsByOneSpace(_ text: String, _ expected: String) {
        #expect(text.withSingleSpaces == expected)
        #expect(text[...].withSingleSpaces == expected)
    }

    /// Texts that need no change are told by their bytes; that must never give anything else.
    @Test func givesWhatSplittingGives() {
        let pieces = [
            "a", "ö", " ", "  ", "\n", "\u{A0}", "\u{301}", "\u{7F}", "ſ", "€", "\u{85}", "😀", "\u{2028}", "–",
            "\u{483}", "Ж",
        ]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let text = first + second + third
                    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    #expect(text.withSingleSpaces.unicodeScalars.elementsEqual(words.unicodeScalars))
                }
            }
        }
    }
}
