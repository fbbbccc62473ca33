import Procurement

/// Takes a record apart into its fields, and says what had to be mended.
///
/// Between quotes a quote is doubled (RFC 4180) or has a backslash before it. A quote that is neither, and isn't followed by
/// a separator and the next field, is one of the text's own.
struct BolagsverketFields {
    private(set) var fields: [[UInt8]] = []
    /// Stable words.
    private(set) var mends: [String] = []
    /// Whether the last quote is never closed.
    var isOpen: Bool { mends.contains("unclosed-quote") }

    private static let quote = UInt8(ascii: "\"")
    private static let separator = UInt8(ascii: ";")
    private static let backslash = UInt8(ascii: "\\")

    /// - Parameter count: how many fields there must be.
    /// - Returns: `nil` where it can't be read as so many.
    init?(_ record: some RandomAccessCollection<UInt8>, count: Int) {
        let bytes = Array(record)
        for isStrict in [true, false] {
            fields = []
            mends = []
            split(bytes, isStrict: isStrict)
            if fields.count == count + 1, fields.last?.isEmpty == true {
                fields.removeLast()
                mend("extra-separator")
            }
            if fields.count == count { return }
        }
        return nil
    }

    private mutating func mend(_ word: String) { if !mends.contains(word) { mends.append(word) } }

    /// - Parameter isStrict: a quote closes a field only before a separator that a quote or another separator follows.
    private mutating func split(_ bytes: [UInt8], isStrict: Bool) {
        func closes(_ place: Int) -> Bool {
            guard place < bytes.count else { return true }
            guard bytes[place] == Self.separator else { return false }
            return !isStrict || place + 1 >= bytes.count || bytes[place + 1] == Self.quote
                || bytes[place + 1] == Self.separator
        }
        var place = 0
        while true {
            var value: [UInt8] = []
            if place < bytes.count, bytes[place] == Self.quote {
                place = quoted(bytes, from: place + 1, into: &value, closes: closes)
            } else {
                let end = bytes[place...].firstIndex(of: Self.separator) ?? bytes.count
                value = Array(bytes[place..<end])
                place = end
            }
            fields.append(value)
            guard place < bytes.count else { return }
            place += 1
        }
    }

    /// - Returns: the place of the separator behind the field.
    private mutating func quoted(
        _ bytes: [UInt8], from start: Int, into value: inout [UInt8], closes: (Int) -> Bool
    ) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if byte == Self.backslash, next == Self.backslash || (next == Self.quote && !closes(place + 2)) {
                value.append(next)
                mend("backslash")
                place += 2
            } else if byte != Self.quote {
                value.append(byte)
                place += 1
            } else if place == start, closes(place + 1) {
                // An empty field: the quote that was read before is the opening one.
                return place + 1
            } else if next == Self.quote {
                value.append(byte)
                if closes(place + 2) {
                    // A quote of the text's own, and the one that closes.
                    mend("stray-quote")
                    return place + 2
                }
                place += 2
            } else if closes(place + 1) {
                return place + 1
            } else {
                value.append(byte)
                mend("stray-quote")
                place += 1
            }
        }
        mend("unclosed-quote")
        return bytes.count
    }
}
