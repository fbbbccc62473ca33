/// Texts as rows of numbered words, packed.
///
/// A row holds its words in ascending order, each as the distance to the one before in as few bytes as it needs: about two
/// bytes a word.
struct TextRows: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [UInt32] = [0]
    /// One more than the largest word.
    private(set) var words = 0

    /// Makes room for so many texts.
    mutating func reserve(rows: Int) { offsets.reserveCapacity(rows + 1) }

    var count: Int { offsets.count - 1 }

    /// - Parameter text: words in any order, repeats allowed; they are put in order.
    mutating func append(_ text: inout [Int32]) {
        var last: Int32 = 0
        text.sort()
        for word in text {
            bytes.append(packing: UInt32(word - last))
            last = word
        }
        words = max(words, Int(last) + 1)
        offsets.append(UInt32(bytes.count))
    }

    /// Gives back the room that growing arrays keep.
    mutating func close() { (bytes, offsets) = (Array(bytes[...]), Array(offsets[...])) }

    /// Bytes held, for reports.
    var memory: Int { bytes.count + offsets.count * 4 }

    /// Brings the beginnings of rows into the processor's cache (see `Fetched`).
    func fetch(_ rows: [Int32]) {
        let (bytes, offsets) = (bytes.span, offsets.span)
        var sum: UInt8 = 0
        for row in rows {
            let first = Int(offsets[Int(row)])
            if first < bytes.count { sum &+= bytes[first] }
        }
        Fetched.keep(sum)
    }

    /// The words that any row holds, ascending.
    var wordsHeld: [Int32] {
        var isHeld = [Bool](repeating: false, count: words)
        forEachWord { _, word in isHeld[word] = true }
        return (0..<Int32(words)).filter { isHeld[Int($0)] }
    }

    /// The same rows with the words numbered by their places among those that are held.
    func renumbered(_ held: [Int32]) -> TextRows {
        var numbers = [Int32](repeating: 0, count: words)
        for (number, word) in held.enumerated() { numbers[Int(word)] = Int32(number) }
        var rows = TextRows()
        rows.reserve(rows: count)
        var text: [Int32] = []
        let (bytes, offsets) = (bytes.span, offsets.span)
        for row in 0..<count {
            text.removeAll(keepingCapacity: true)
            var cursor = Cursor(offsets, row)
            while cursor.next(bytes) { text.append(numbers[cursor.word]) }
            rows.append(&text)
        }
        rows.close()
        return rows
    }

    /// Calls `body` with every row and each of its words, repeats too, row by row.
    @inline(__always)
    func forEachWord(_ body: (_ row: Int, _ word: Int) -> Void) {
        let (bytes, offsets) = (bytes.span, offsets.span)
        for row in 0..<count {
            var cursor = Cursor(offsets, row)
            while cursor.next(bytes) { body(row, cursor.word) }
        }
    }

    /// Goes through the words of a row.
    struct Cursor {
        private var index: Int
        private let end: Int
        private(set) var word = 0

        @inline(__always)
        init(_ offsets: Span<UInt32>, _ row: Int) {
            index = Int(offsets[row])
            end = Int(offsets[row + 1])
        }

        /// False at the end.
        @inline(__always)
        mutating func next(_ bytes: Span<UInt8>) -> Bool {
            guard index < end else { return false }
            var rest = Int(bytes[index])
            index += 1
            if rest >= 0x80 {
                rest &= 0x7F
                var shift = 7
                while bytes[index] >= 0x80 {
                    rest |= Int(bytes[index] & 0x7F) << shift
                    shift += 7
                    index += 1
                }
                rest |= Int(bytes[index]) << shift
                index += 1
            }
            word += rest
            return true
        }
    }
}

extension [UInt8] {
    /// Appends a number in as few bytes as it needs, the lowest seven bits first, all bytes but the last with the top bit.
    mutating func append(packing number: UInt32) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}

/// The terms that words are made of, of one kind: runs of characters, or parts.
struct WordTerms: Sendable {
    /// Row = word, with its terms, repeats kept. Empty where nobody asks for them any more.
    private(set) var ofWord: GapRows
    /// Row = term, with the words that hold it, as often as they do.
    let words: GapRows
    /// One more than the largest term.
    let count: Int

    /// - Parameter terms: one more than the largest term.
    init(_ ofWord: GapRows, terms: Int) {
        self.ofWord = ofWord
        words = ofWord.transposed(rows: terms)
        count = terms
    }

    mutating func forgetTermsOfWords() { ofWord = GapRows() }

    /// Bytes held, for reports.
    var memory: Int { ofWord.memory + words.memory }
}
