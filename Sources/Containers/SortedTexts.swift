/// Texts by number and numbers by text, without a dictionary's cost: packed texts and their order.
package struct SortedTexts: Sendable {
    private let texts: PackedTexts
    /// The numbers in ascending order of their texts; `nil` where that is the order they are in.
    private let order: [Int32]?

    /// - Parameter texts: in any order; they keep their numbers.
    package init(_ texts: PackedTexts = PackedTexts()) {
        self.texts = texts
        order = (0..<max(0, texts.count - 1)).allSatisfy { texts.precedes($0, $0 + 1) } ? nil : texts.order
    }

    /// How many texts there are.
    package var count: Int { texts.count }

    /// A text.
    package subscript(number: Int) -> String { texts.text(number) }

    /// Whether a number's text is this one.
    package func isText(_ number: Int, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { texts.isText(number, $0) }
    }

    /// The first number with this text; `nil` when there is none.
    package func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { wanted in
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if texts.withRow(number(middle), { $0.lexicographicallyPrecedes(wanted) }) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low < count && texts.isText(number(low), wanted) ? number(low) : nil
        }
    }

    private func number(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }

    /// Bytes held, for reports.
    package var memory: Int { texts.memory + (order?.count ?? 0) * 4 }
}
