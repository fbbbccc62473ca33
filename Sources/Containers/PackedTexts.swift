/// Many short texts end to end as UTF-8: a fraction of what as many `String`s take.
package typealias PackedTexts = RaggedRows<UInt8>

extension RaggedRows<UInt8> {
    /// These texts.
    package init(_ texts: some Sequence<String>) {
        self.init()
        for text in texts { append(text: text) }
    }

    /// Adds a text.
    @inlinable package mutating func append(text: String) { append(text.utf8) }

    /// A text. What isn't UTF-8 of it is replaced.
    @inlinable package func text(_ number: Int) -> String { withRow(number) { String(decoding: $0, as: UTF8.self) } }

    /// Whether a text has exactly these bytes.
    @inlinable package func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        withRow(number) { $0.count == text.count && $0.elementsEqual(text) }
    }

    /// Whether one text comes before another by its bytes; equal texts by number.
    package func precedes(_ one: Int, _ other: Int) -> Bool {
        withRow(one) { left in
            withRow(other) { right in
                if left.lexicographicallyPrecedes(right) { return true }
                return one < other && left.elementsEqual(right)
            }
        }
    }

    /// The numbers of the texts in the order of their bytes, equal texts by number.
    package var order: [Int32] {
        var order = RadixOrder((0..<count).map { head($0) }).items
        var first = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, order[end].key == order[first].key { end += 1 }
            if end - first > 1 { order[first..<end].sort { precedes(Int($0.number), Int($1.number)) } }
            first = end
        }
        return order.map(\.number)
    }

    /// The same texts in another order.
    package func ordered(_ numbers: [Int32]) -> PackedTexts {
        var texts = PackedTexts()
        texts.reserve(rows: numbers.count, items: items.count)
        for number in numbers { withRow(Int(number)) { texts.append($0) } }
        return texts
    }

    /// The first eight bytes as one number, which decides most comparisons.
    private func head(_ number: Int) -> UInt64 {
        withRow(number) { bytes in (0..<8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) } }
    }
}
