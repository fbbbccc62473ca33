import Procurement

/// A text folded for comparison, and where its words are.
///
/// A word is a longest run of letters and digits of the normalised text (`String.normalized`). Folding: see
/// `FoldingTable`; `ß` becomes `ss`.
package struct FoldedText: Sendable {
    /// The words one after another, without what stood between them.
    package private(set) var units: [UInt16] = []
    /// Where each word lies in `units`, in the order of the text.
    package private(set) var words: [Range<Int>] = []

    package init(_ text: some StringProtocol) { append(text) }

    package init() {}

    /// Adds the words of another text after those already here.
    package mutating func append(_ text: some StringProtocol) {
        // As they lie in memory where they lie together: several times as fast as one scalar after the other.
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { append($0) }
        }
    }

    /// - Parameter text: UTF-8. Of what isn't sound, any letters may come; nothing is read beyond its end.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if NormalLetters.areAll(text) { return append(normalized: text) }
        var normalized = String(decoding: text, as: UTF8.self).normalized
        normalized.withUTF8 { append(normalized: $0) }
    }

    private mutating func append(normalized text: UnsafeBufferPointer<UInt8>) {
        units.reserveCapacity(units.count + text.count)
        FoldingTable.units.withUnsafeBufferPointer { table in
            var start = units.count
            var index = 0
            while index < text.count {
                let value = Self.scalar(in: text, at: &index)
                if value == 0xDF || value == 0x1E9E {
                    units.append(0x73)
                    units.append(0x73)
                    continue
                }
                let unit = value < 0x10000 ? table[Int(value)] : FoldingTable.separator
                if unit == FoldingTable.separator {
                    if units.count > start { words.append(start..<units.count) }
                    start = units.count
                } else if unit != FoldingTable.dropped {
                    units.append(unit)
                }
            }
            if units.count > start { words.append(start..<units.count) }
        }
    }

    /// The scalar that begins at a byte; moves on behind it.
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
        let first = UInt32(text[index])
        func next(_ distance: Int) -> UInt32 {
            index + distance < text.count ? UInt32(text[index + distance]) & 0x3F : 0
        }
        switch first {
        case ..<0x80:
            index += 1
            return first
        case ..<0xE0:
            defer { index += 2 }
            return (first & 0x1F) << 6 | next(1)
        case ..<0xF0:
            defer { index += 3 }
            return (first & 0x0F) << 12 | next(1) << 6 | next(2)
        default:
            defer { index += 4 }
            return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
        }
    }

    package var isEmpty: Bool { words.isEmpty }

    /// Leaves the room that it has for the next text.
    mutating func removeAll() {
        units.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
    }

    /// True where the word is digits alone, such as a year: it says little of what is bought.
    package func isNumber(_ word: Range<Int>) -> Bool { units[word].allSatisfy { (48...57).contains($0) } }

    /// The same text without some of its words.
    package func without(_ isLeftOut: (ArraySlice<UInt16>) -> Bool) -> FoldedText {
        guard words.contains(where: { isLeftOut(units[$0]) }) else { return self }
        var rest = FoldedText()
        for word in words where !isLeftOut(units[word]) {
            let start = rest.units.count
            rest.units += units[word]
            rest.words.append(start..<rest.units.count)
        }
        return rest
    }

    /// The word as text.
    package func string(_ word: Range<Int>) -> String { String(decoding: units[word], as: UTF16.self) }

    /// All words as text.
    package var strings: [String] { words.map { string($0) } }
}
