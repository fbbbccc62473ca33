/// How many columns of a terminal a text takes.
///
/// A character is what a reader takes for one (an extended grapheme cluster, Unicode Standard Annex 29): a letter with all
/// its accents, an emoji with its skin tone. It takes two columns where it is wide or full-width by Annex 11, or an
/// emoji; else one.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        var width = 0
        for character in text { width += of(character) }
        return width
    }

    static func of(_ character: Character) -> Int {
        if character.isASCII { return 1 }
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") || isWide(first.value) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// As much of the text as takes at most so many columns.
    static func prefix<Text: StringProtocol>(_ text: Text, columns: Int) -> Text.SubSequence {
        var left = columns
        var end = text.startIndex
        while end < text.endIndex {
            left -= of(text[end])
            if left < 0 { break }
            end = text.index(after: end)
        }
        return text[..<end]
    }

    /// East Asian wide and full-width, in blocks as EastAsianWidth.txt has them; emoji are known by a property of their own.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
            0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
