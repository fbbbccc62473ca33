import Foundation

/// What each UTF-16 code unit of a text becomes when it is folded: one table look-up a character.
///
/// Case is dropped. `å ä ö æ ø` are letters of their own in the Nordic languages and stay; any other diacritic is
/// dropped (`é` → `e`, `ü` → `u`, `ž` → `z`), by the canonical decomposition of the Unicode standard.
enum FoldingTable {
    /// Not a letter or digit: it ends a word.
    static let separator: UInt16 = 0
    /// A combining mark: it leaves nothing of its own.
    static let dropped: UInt16 = 0xFFFF

    /// One entry a code unit of the basic plane. Whatever lies beyond that plane separates words.
    static let units: [UInt16] = (0..<0x10000).map { entry(UInt32($0)) }

    private static let kept: Set<UInt32> = [0xE5, 0xE4, 0xF6, 0xE6, 0xF8]

    private static func entry(_ value: UInt32) -> UInt16 {
        guard let scalar = Unicode.Scalar(value) else { return separator }
        switch scalar.properties.generalCategory {
        case .nonspacingMark:
            return dropped
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return folded(scalar)
        default:
            return separator
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> UInt16 {
        // Most letters of the plane: ideographs and syllables, which have neither case nor marks. The compatibility
        // ideographs behind them stand for others.
        if (0x3000..<0xF900).contains(scalar.value), !scalar.properties.changesWhenLowercased {
            return UInt16(scalar.value)
        }
        // İ lowers to two scalars, the second a mark; the first is the letter.
        let lower =
            scalar.properties.lowercaseMapping.precomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        guard !kept.contains(lower.value), lower.value < 0x2000 else { return UInt16(clamping: lower.value) }
        let bases = String(lower).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        guard bases.count == 1, let base = bases.first else { return UInt16(clamping: lower.value) }
        return UInt16(clamping: base.value)
    }
}
