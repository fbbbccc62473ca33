/// Runs of four characters with word boundaries: `_buss_` gives `_bus buss uss_`. They meet inside Swedish
/// compounds where whole words don't.
///
/// A run is packed into 64 bits, 16 for each character, the first highest; a shorter word's only run is
/// padded with zeros in front.
package enum CharacterGrams {
    package static let length = 4
    private static let boundary: UInt64 = 0x5F

    /// Appends the runs of one folded word, in order, repeats kept.
    package static func append(_ word: ArraySlice<UInt16>, to grams: inout [UInt64]) {
        var window = boundary
        var seen = 1
        for unit in word {
            window = window << 16 | UInt64(unit)
            seen += 1
            if seen >= length { grams.append(window) }
        }
        window = window << 16 | boundary
        grams.append(window)
    }

    /// The runs of one folded word.
    package static func of(_ word: ArraySlice<UInt16>) -> [UInt64] {
        var grams: [UInt64] = []
        append(word, to: &grams)
        return grams
    }

    /// All runs of a text. Words that are only digits are left out.
    package static func of(_ text: FoldedText) -> [UInt64] {
        var grams: [UInt64] = []
        for word in text.words where !text.isNumber(word) { append(text.units[word], to: &grams) }
        return grams
    }

    /// A run as text, `_` for a boundary.
    package static func string(_ gram: UInt64) -> String {
        let units = stride(from: 48, through: 0, by: -16).map { UInt16(truncatingIfNeeded: gram >> UInt64($0)) }
        return String(decoding: units.drop { $0 == 0 }, as: UTF16.self)
    }
}
