/// Many texts that are made of the same words, such as titles: a third of what `PackedTexts` takes, and less.
///
/// A text is kept as the numbers of its words, a word being what stands between spaces, as it is written. A number takes a
/// byte or two: those seen first, which are the most frequent, have the smallest.
package struct PackedPhrases: Sendable {
    private static let space = UInt8(ascii: " ")

    private var words = PackedTexts()
    /// Numbers the words while texts are added.
    private var interner = Interner<UInt8>()
    /// Row = text, with the numbers of its words as `Varint`s.
    private var numbers = RaggedRows<UInt8>()

    /// No texts.
    package init() {}

    /// How many texts there are.
    package var count: Int { numbers.count }

    /// Adds a text.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Adds a text.
    /// - Parameter text: UTF-8.
    package mutating func append(_ text: UnsafeRawBufferPointer) {
        if !text.isEmpty {
            for word in text.split(separator: Self.space, omittingEmptySubsequences: false) {
                let number = interner.intern(UnsafeRawBufferPointer(rebasing: word))
                numbers.items.append(varint: UInt64(number))
            }
        }
        numbers.endRow()
    }

    /// Ends the adding, and gives back the capacity that was kept for it.
    package mutating func close() {
        words = interner.rows
        interner = Interner()
        words.close()
        numbers.close()
    }

    /// A text, once closed.
    package subscript(number: Int) -> String {
        var length = -1
        forEachWord(of: number) { length += 1 + words.length($0) }
        guard length > 0 else { return "" }
        return String(unsafeUninitializedCapacity: length) { text in
            var end = 0
            var isFirst = true
            forEachWord(of: number) { word in
                if !isFirst {
                    text[end] = Self.space
                    end += 1
                }
                isFirst = false
                words.withRow(word) { end = text[end...].initialize(fromContentsOf: $0) }
            }
            return end
        }
    }

    private func forEachWord(of text: Int, _ body: (_ word: Int) -> Void) {
        let bytes = numbers.items.span
        let range = numbers.range(text)
        var index = range.lowerBound
        while index < range.upperBound { body(Varint.next(bytes, &index)) }
    }

    /// Bytes held, for reports.
    package var memory: Int { words.memory + numbers.memory }
}
