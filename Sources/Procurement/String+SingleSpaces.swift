extension StringProtocol {
    /// The words with one space between them and no white space around them.
    package var withSingleSpaces: String {
        isSingleSpaced ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether it is surely so already, as most texts are.
    private var isSingleSpaced: Bool {
        utf8.withContiguousStorageIfAvailable { $0.isSingleSpaced && PlainLetters.areAll($0) } ?? false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Of plain letters. White space among them is what stands below the space, and what begins with C2: U+0085, U+00A0.
    fileprivate var isSingleSpaced: Bool {
        var isAfterSpace = true
        for index in indices {
            let byte = self[index]
            if byte < 0x20 || byte == 0xC2 || (isAfterSpace && byte == 0x20) { return false }
            isAfterSpace = byte == 0x20
        }
        return !isAfterSpace
    }
}

/// The letters of which most texts consist: up to U+052F, so Latin, Greek and Cyrillic, without the marks that join with
/// what stands before them; and dashes and quotation marks, U+2010 to U+2027.
///
/// Each is a character by itself, and canonical composition changes nothing of it but U+0374, U+037E and U+0387.
package enum PlainLetters {
    /// Whether a text in UTF-8 has no others.
    package static func areAll(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case ..<0x80: index += 1
            case 0xC2...0xCB, 0xCE...0xD1, 0xD3: index += 2
            case 0xCD:
                guard index + 1 < text.count, text[index + 1] >= 0xB0 else { return false }
                index += 2
            case 0xD2:
                guard index + 1 < text.count, text[index + 1] >= 0x8A else { return false }
                index += 2
            case 0xD4:
                guard index + 1 < text.count, text[index + 1] < 0xB0 else { return false }
                index += 2
            case 0xE2:
                guard index + 2 < text.count, text[index + 1] == 0x80, (0x90...0xA7).contains(text[index + 2]) else {
                    return false
                }
                index += 3
            default: return false
            }
        }
        return true
    }
}
