import Glibc

/// Reads a JSON text token by token, exactly as RFC 8259 has them.
///
/// Nothing is thrown: after the first thing that isn't as expected, `error` says what and where, nothing is read any more, and
/// whatever comes out means nothing. So a caller looks once, at the end (`isDone`).
///
/// White space is stepped over only where `skipSpace` is called: what was written by `JSONWriter` has none.
package struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The first thing that was wrong.
    package private(set) var error: JSONSyntaxError?

    /// - Parameter bytes: must outlive the reader.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether all was as expected, to the last byte.
    package var isDone: Bool { error == nil && position == bytes.count }

    /// The next byte; `nil` at the end, and after an error.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Ends the reading, unless it has ended already.
    ///
    /// - Parameter expected: what should have come next.
    package mutating func fail(expected: @autoclosure () -> String) {
        if error != nil { return }
        let expected = expected()
        fail(next.map { .unexpected(byte: $0, expected: expected) } ?? .unexpectedEnd(expected: expected))
    }

    mutating func fail(_ reason: JSONSyntaxError.Reason, at place: Int? = nil) {
        if error == nil { error = JSONSyntaxError(reason, at: place ?? position, in: bytes) }
        // Whatever is looked for next isn't there.
        position = bytes.count
    }

    // MARK: Punctuation

    /// Takes this ASCII character where it comes next.
    package mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    /// Takes these bytes where they come next.
    package mutating func takes(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] { return false }
        position += count
        return true
    }

    /// Takes this bracket, or fails.
    package mutating func expect(_ bracket: Unicode.Scalar) {
        if !take(bracket) { fail(expected: "“\(bracket)”") }
    }

    /// Whether another element follows in an array; takes the comma before it, or the bracket after the last.
    package mutating func hasElement() -> Bool {
        if take("]") { return false }
        if position > 0, position < bytes.count, bytes[position - 1] == UInt8(ascii: "[") || take(",") { return true }
        fail(expected: "“,” or “]” after an element")
        return false
    }

    /// Whether the next member has this name; takes name and colon, and the comma before, where it does.
    package mutating func hasMember(_ name: StaticString) -> Bool {
        guard position > 0 else { return false }
        var start = position
        if bytes[position - 1] != UInt8(ascii: "{") {
            guard next == UInt8(ascii: ",") else { return false }
            start += 1
        }
        let end = start + name.utf8CodeUnitCount + 1
        guard end + 2 <= bytes.count, bytes[start] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            bytes[end + 1] == UInt8(ascii: ":")
        else { return false }
        guard let base = bytes.baseAddress, memcmp(base + start + 1, name.utf8Start, name.utf8CodeUnitCount) == 0 else {
            return false
        }
        position = end + 2
        return true
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    // MARK: Words and numbers

    /// Takes a word of the language itself, such as `true`; fails at its first letter that isn't there.
    mutating func word(_ word: StaticString) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard next == word.utf8Start[offset] else { return fail(expected: "“\(word)”") }
            position += 1
        }
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    mutating func number() -> JSONNumber {
        let start = position
        _ = take("-")
        if take("0") {
            if let byte = next, Self.isDigit(byte) { fail(.badNumber(expected: "no zeros before a number")) }
        } else {
            skipDigits()
        }
        if take(".") { skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            skipDigits()
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipDigits() {
        guard let first = next, Self.isDigit(first) else { return fail(expected: "a digit") }
        while let byte = next, Self.isDigit(byte) { position += 1 }
    }

    /// Takes a whole number without fraction and exponent; fails where none comes, or one that doesn't fit.
    package mutating func integer() -> Int {
        let isNegative = take("-")
        let start = position
        var value = 0
        while let byte = next, Self.isDigit(byte) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if overflow || carry { break }
            value = sum
            position += 1
        }
        let isWhole = position > start && (bytes[start] != UInt8(ascii: "0") || position == start + 1)
        if !isWhole || next.map(Self.isDigit) ?? false { fail(expected: "a whole number") }
        return isNegative ? -value : value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

// MARK: - Strings

extension JSONReader {
    /// Takes a string.
    package mutating func string() -> String {
        if !take("\"") { fail(expected: "a string") }
        let start = position
        // Most strings have no escape: find the end, then check and copy all of it at once.
        skipPlain()
        if let byte = next, byte == UInt8(ascii: "\"") {
            position += 1
            return checked(UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), from: start)
        }
        return escapedString(from: start)
    }

    /// Takes a string without escapes, such as a date's, and hands on its bytes, which are valid only within `body`.
    ///
    /// - Returns: what `body` makes of them. Where that is `nil`, it fails.
    package mutating func plainString<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value?) -> Value? {
        if !take("\"") { fail(expected: "a string") }
        let start = position
        skipPlain()
        guard next == UInt8(ascii: "\""), let value = body(UnsafeBufferPointer(rebasing: bytes[start..<position]))
        else {
            fail(expected: "another string")
            return nil
        }
        position += 1
        return value
    }

    /// Goes on at the first escape of a string that began at `start`.
    private mutating func escapedString(from start: Int) -> String {
        var text = Array(bytes[start..<position])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return text.withUnsafeBufferPointer { checked($0, from: start) }
            case UInt8(ascii: "\\"): escape(into: &text)
            case 0..<0x20: fail(.controlCharacter(byte))
            default:
                let plain = position
                skipPlain()
                text += bytes[plain..<position]
            }
        }
        fail(expected: "“\"” at the end of a string")
        return ""
    }

    /// Steps over what stands for itself in a string, eight bytes at a time.
    @inline(__always)
    private mutating func skipPlain() {
        let raw = UnsafeRawBufferPointer(bytes)
        while raw.count - position >= 8 {
            let eight = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let plain = JSONEscape.plainBytes(in: UInt64(littleEndian: eight))
            position += plain
            if plain < 8 { return }
        }
        while let byte = next, !JSONEscape.isNeeded(byte) { position += 1 }
    }

    private mutating func escape(into text: inout [UInt8]) {
        position += 1
        guard let letter = next else { return fail(expected: "an escape") }
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            return text.append(contentsOf: UTF8.encode(scalar()) ?? UTF8.encodedReplacementCharacter)
        default: return fail(.badEscape)
        }
        position += 1
    }

    /// Reads `uXXXX`, and the low surrogate after a high one.
    private mutating func scalar() -> Unicode.Scalar {
        let high = codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        if high < 0xDC00, take("\\"), next == UInt8(ascii: "u") {
            let low = codeUnit()
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            {
                return scalar
            }
        }
        fail(.loneSurrogate)
        return "\u{FFFD}"
    }

    private mutating func codeUnit() -> UInt32 {
        position += 1
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next else {
                fail(expected: "four hexadecimal digits")
                return 0
            }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                fail(.badEscape)
                return 0
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    /// - Parameter start: where the string begins, for the error.
    private mutating func checked(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
        // `String(validating:as:)` would take the bytes one by one.
        guard let utf8 = try? UTF8Span(validating: text.span) else {
            fail(.notUTF8, at: start)
            return ""
        }
        return String(copying: utf8)
    }
}
