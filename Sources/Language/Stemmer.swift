import CLibStemmer

/// A language with a Snowball stemmer (https://snowballstem.org); the raw value is libstemmer's name for it.
package enum StemmedLanguage: String, Sendable, CaseIterable {
    case swedish, english, norwegian, danish, finnish, german, french, dutch, spanish, portuguese, italian
}

/// Snowball's stems of one language: `tjänster` and `tjänst` become `tjänst`.
///
/// It owns one handle of libstemmer, which works in a buffer of its own: a stemmer belongs to the task that made it
/// (hence not `Sendable`). Making one costs about a microsecond.
package final class Stemmer {
    package let language: StemmedLanguage
    private let handle: OpaquePointer?
    private var input: [UInt8] = []

    package init(_ language: StemmedLanguage) {
        self.language = language
        handle = sb_stemmer_new(language.rawValue, "UTF_8")
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a folded word. A word comes back as it is when libstemmer lacks the language or memory.
    package func stem(_ word: some Collection<UInt16>) -> [UInt16] {
        guard let handle else { return Array(word) }
        input.removeAll(keepingCapacity: true)
        for unit in word { append(unit) }
        guard let size = Int32(exactly: input.count), let bytes = sb_stemmer_stem(handle, input, size) else {
            return Array(word)
        }
        let stem = UnsafeBufferPointer(start: bytes, count: Int(sb_stemmer_length(handle)))
        var units: [UInt16] = []
        units.reserveCapacity(stem.count)
        var index = 0
        while index < stem.count { units.append(UInt16(truncatingIfNeeded: FoldedText.scalar(in: stem, at: &index))) }
        return units
    }

    /// Adds a folded letter in UTF-8: one of the basic plane, so that none needs two units.
    private func append(_ unit: UInt16) {
        switch unit {
        case ..<0x80: input.append(UInt8(unit))
        case ..<0x800:
            input.append(UInt8(0xC0 | unit >> 6))
            input.append(UInt8(0x80 | unit & 0x3F))
        default:
            input.append(UInt8(0xE0 | unit >> 12))
            input.append(UInt8(0x80 | unit >> 6 & 0x3F))
            input.append(UInt8(0x80 | unit & 0x3F))
        }
    }

    /// The stem of a folded word as text.
    package func stem(_ word: String) -> String { String(decoding: stem(Array(word.utf16)), as: UTF16.self) }
}
