/// Many texts that are made of the same words, such as titles: a third of what `TextPool` takes, and less.
///
/// A text is kept as the numbers of its words, a word being what stands between spaces, as it is written. A number takes a
/// byte or two: those seen first, which are the most frequent, have the smallest.
struct PhrasePool: Sendable {
    private static let space = UInt8(ascii: " ")

    private var words = TextPool()
    /// Numbers the words while texts are added.
    private var table = ByteTable()
    /// By text, the numbers of its words, packed (`append(packing:)`).
    private var numbers: [UInt8] = []
    /// By text: where its numbers begin; one more at the end.
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// - Parameter text: UTF-8.
    mutating func append(_ text: UnsafeRawBufferPointer) {
        if !text.isEmpty {
            for word in text.split(separator: Self.space, omittingEmptySubsequences: false) {
                numbers.append(packing: UInt32(table.intern(UnsafeRawBufferPointer(rebasing: word))))
            }
        }
        offsets.append(UInt32(numbers.count))
    }

    /// Ends the adding, and gives back the room that was kept for it.
    mutating func close() {
        words = table.pool.closed
        table = ByteTable()
        (numbers, offsets) = (Array(numbers[...]), Array(offsets[...]))
    }

    /// Once closed.
    subscript(number: Int) -> String {
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
                words.withBytes(word) { bytes in
                    end = text[end...].initialize(fromContentsOf: bytes)
                }
            }
            return end
        }
    }

    private func forEachWord(of text: Int, _ body: (_ word: Int) -> Void) {
        var (number, shift) = (0, 0)
        for index in Int(offsets[text])..<Int(offsets[text + 1]) {
            number |= Int(numbers[index] & 0x7F) << shift
            shift += 7
            if numbers[index] < 0x80 {
                body(number)
                (number, shift) = (0, 0)
            }
        }
    }

    /// Bytes held, for reports.
    var memory: Int { words.memory + numbers.count + offsets.count * 4 }
}
