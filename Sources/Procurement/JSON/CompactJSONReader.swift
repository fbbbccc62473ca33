/// Reads what `CompactJSONWriter` wrote, and nothing else: keys in their order, no space. See `CompactJSONValue`.
///
/// There is no throwing: after the first thing that isn't as expected, `isBroken` is set, nothing is read any more and
/// whatever comes out means nothing.
struct CompactJSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var isFirst = true
    private(set) var isBroken = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether all was as expected, to the last byte.
    var isDone: Bool { !isBroken && position == bytes.count }

    mutating func fail() {
        isBroken = true
        // Whatever is looked for next isn't there.
        position = bytes.count
    }

    @inline(__always)
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    @inline(__always)
    mutating func open(_ bracket: UInt8) {
        if !take(bracket) { fail() }
        isFirst = true
    }

    @inline(__always)
    mutating func close(_ bracket: UInt8) {
        if !take(bracket) { fail() }
        isFirst = false
    }

    /// Whether another item follows in an array; takes the comma before it, or the bracket after the last.
    mutating func hasItem() -> Bool {
        if take(UInt8(ascii: "]")) {
            isFirst = false
            return false
        }
        if isBroken || !isFirst && !take(UInt8(ascii: ",")) {
            fail()
            return false
        }
        isFirst = false
        return true
    }

    /// Whether the next member has this key; takes it where it does.
    mutating func hasKey(_ key: StaticString) -> Bool {
        var start = position
        if !isFirst {
            guard next == UInt8(ascii: ",") else { return false }
            start += 1
        }
        let count = key.utf8CodeUnitCount
        guard start + count + 3 <= bytes.count, bytes[start] == UInt8(ascii: "\""),
            bytes[start + 1 + count] == UInt8(ascii: "\""), bytes[start + 2 + count] == UInt8(ascii: ":")
        else { return false }
        for offset in 0..<count where bytes[start + 1 + offset] != key.utf8Start[offset] { return false }
        position = start + count + 3
        isFirst = false
        return true
    }

    /// Takes these bytes where they come next.
    mutating func takes(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] { return false }
        position += count
        return true
    }

    mutating func string() -> String {
        guard take(UInt8(ascii: "\"")) else {
            fail()
            return ""
        }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
                position += 1
                return valid(text)
            }
            if byte == UInt8(ascii: "\\") { return escapedString(from: start) }
            if byte < 0x20 { break }
            position += 1
        }
        fail()
        return ""
    }

    /// The bytes of a string that has no escapes, such as a date's; valid only within `body`.
    mutating func plainString<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        guard take(UInt8(ascii: "\"")) else {
            fail()
            return nil
        }
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        let end = position
        guard take(UInt8(ascii: "\"")), let value = body(UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
            fail()
            return nil
        }
        return value
    }

    /// A whole number without a sign; `nil` where none comes, one that doesn't fit, or one with a zero before it.
    mutating func digits() -> Int? {
        let start = position
        var value = 0
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        guard position > start, bytes[start] != UInt8(ascii: "0") || position == start + 1 else { return nil }
        return value
    }

    // MARK: Strings

    private mutating func valid(_ text: UnsafeBufferPointer<UInt8>) -> String {
        // `String(validating:as:)` would take the bytes one by one.
        guard let utf8 = try? UTF8Span(validating: text.span) else {
            fail()
            return ""
        }
        return String(copying: utf8)
    }

    /// - Parameter start: where the string's first byte stands; `position` is at its first backslash.
    private mutating func escapedString(from start: Int) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return text.withUnsafeBufferPointer { valid($0) }
            case UInt8(ascii: "\\"):
                guard let character = escaped() else {
                    fail()
                    return ""
                }
                text.append(character)
            case ..<0x20:
                fail()
                return ""
            default: text.append(byte)
            }
        }
        fail()
        return ""
    }

    /// What an escape that the writer makes stands for; all of them are below 0x80.
    private mutating func escaped() -> UInt8? {
        guard let byte = next else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard takes("00"), let high = next, high == UInt8(ascii: "0") || high == UInt8(ascii: "1") else {
                return nil
            }
            position += 1
            guard let low = next else { return nil }
            position += 1
            switch low {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return (high - UInt8(ascii: "0")) << 4 + low - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                return (high - UInt8(ascii: "0")) << 4 + low - UInt8(ascii: "a") + 10
            default: return nil
            }
        default: return nil
        }
    }
}

extension CompactJSONReader: CompactJSONMembers {
    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value) {
        if hasKey(key) { value = Value(from: &self) } else { fail() }
    }

    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value?) {
        value = hasKey(key) ? Value(from: &self) : nil
    }
}
