/// A number kept as the text it was written with, so that nothing is lost on the way: `9007199254740993` stays
/// itself, and so does `1e400`.
///
/// Two numbers are equal when their texts are: `1` and `1.0` differ.
package struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// A number by the grammar of RFC 8259, section 6.
    package let text: String

    /// - Parameter checked: a text that the parser or a writer has made; it isn't looked at again.
    init(checked: String) { text = checked }

    package init(_ value: some BinaryInteger) { text = String(value) }

    /// The shortest text that reads back as the same value. `nil` for infinities and NaN, which JSON has not.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// A decimal given in whole parts of `10^-places`, without needless zeros: `(364000, 6)` is `0.364`.
    package init(parts: Int, places: Int) {
        var writer = JSONWriter(capacity: 24)
        writer.write(parts: parts, places: places)
        text = String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The nearest double; infinite for what is larger than any.
    package var double: Double { Double(text) ?? .nan }

    /// The value as a whole number: `3`, `3.0` and `3e0` are 3. `nil` when it has a fraction or doesn't fit.
    package func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Int.self) -> Integer? {
        if let exact = Integer(text) { return exact }
        // Above 2⁵³ a double no longer tells neighbours apart, so a fraction could hide there.
        guard text.utf8.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }), double.magnitude <= 0x1p53 else {
            return nil
        }
        return Integer(exactly: double)
    }

    package var description: String { text }
}
