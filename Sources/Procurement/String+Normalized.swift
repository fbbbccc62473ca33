import Foundation

extension StringProtocol {
    /// The one form in which texts are compared, whoever compares them: finds, matches, names and numbers.
    ///
    /// Unicode's NFKC (Å of one letter or of two, `ﬁ`, full-width digits, no-break spaces), without what nobody sees:
    /// soft hyphens, zero-width characters, marks of direction (`Default_Ignorable_Code_Point`). An acute accent that
    /// stands alone is an apostrophe. Case, accents and punctuation stay; what is shown is never this form.
    package var normalized: String {
        var text = String(self)
        if text.withUTF8(NormalLetters.areAll) { return text }
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint {
            visible.append(scalar == "\u{B4}" ? "'" : scalar)
        }
        return String(visible).precomposedStringWithCompatibilityMapping
    }
}

/// The letters of which most texts consist, and which normalisation leaves as they are, whatever stands beside them.
package enum NormalLetters {
    /// Whether a text in UTF-8 has no others. A text may have others and still be normal.
    package static func areAll(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let lead = text[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard index + 1 < text.count else { return false }
            let next = text[index + 1]
            switch lead {
            // À to ÿ, and Cyrillic.
            case 0xC3, 0xD0, 0xD1, 0xD3: break
            // Of the signs before À those without a compatibility mapping, such as § © « » °.
            case 0xC2:
                let isNormal: Bool =
                    switch next {
                    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xBF: true
                    default: false
                    }
                guard isNormal else { return false }
            // Latin Extended-A but ĳ ŀ ŉ ſ.
            case 0xC4: guard next != 0xB2, next != 0xB3, next != 0xBF else { return false }
            case 0xC5: guard next != 0x80, next != 0x89, next != 0xBF else { return false }
            // Greek but the signs that stand for others.
            case 0xCE: guard next > 0x85, next != 0x87 else { return false }
            case 0xCF: guard next < 0x90 || (0x97..<0xB0).contains(next) else { return false }
            // Dashes and quotation marks.
            case 0xE2:
                guard next == 0x80, index + 2 < text.count else { return false }
                switch text[index + 2] {
                case 0x90, 0x92...0x96, 0x98...0xA3: index += 1
                default: return false
                }
            default: return false
            }
            index += 2
        }
        return true
    }
}
