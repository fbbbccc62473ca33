/// A text folded for comparison, and where its words are.
///
/// A word is a longest run of letters and digits. Folding: see `FoldingTable`; `ß` becomes `ss`.
package struct FoldedText: Sendable {
    /// The words one after another, without what stood between them.
    package private(set) var units: [UInt16] = []
    /// Where each word lies in `units`, in the order of the text.
    package private(set) var words: [Range<Int>] = []

    package init(_ text: some StringProtocol) { append(text) }

    package init() {}

    /// Adds the words of another text after those already here.
    package mutating func append(_ text: some StringProtocol) {
        let table = FoldingTable.units
        var start = units.count
        for scalar in text.unicodeScalars {
            let value = scalar.value
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
            } else if units.count > start, let letter = FoldingTable.composed(units[units.count - 1], value) {
                units[units.count - 1] = letter
            }
        }
        if units.count > start { words.append(start..<units.count) }
    }

    package var isEmpty: Bool { words.isEmpty }

    /// True where the word is digits alone, such as a year: it says little of what is bought.
    package func isNumber(_ word: Range<Int>) -> Bool { units[word].allSatisfy { (48...57).contains($0) } }

    /// The word as text.
    package func string(_ word: Range<Int>) -> String { String(decoding: units[word], as: UTF16.self) }

    /// All words as text.
    package var strings: [String] { words.map { string($0) } }
}
