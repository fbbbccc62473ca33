import Containers

/// Reads many texts into the numbers of their words: each text is folded once, whatever is made of it afterwards.
package struct WordReader: Sendable {
    /// Every word that was read, numbered in the order in which it was first seen.
    package private(set) var words = Vocabulary()
    private var folded = FoldedText()

    package init() {}

    /// Adds the words of a text in their order.
    package mutating func read(_ text: String, into row: inout [Int32]) {
        folded.removeAll()
        folded.append(text)
        for range in folded.words { row.append(words.intern(folded.units[range])) }
    }

    /// The same of a text in UTF-8.
    package mutating func read(_ text: UnsafeRawBufferPointer, into row: inout [Int32]) {
        folded.removeAll()
        text.withMemoryRebound(to: UInt8.self) { folded.append($0) }
        for range in folded.words { row.append(words.intern(folded.units[range])) }
    }
}
