/// Reads one JSON text, exactly as RFC 8259 has it: UTF-8 without a byte order mark, no comments, no trailing commas,
/// no `NaN`, no lone surrogates (a Swift string can't hold one), nothing after the value but white space.
///
/// Nesting is limited, so a text of brackets can't exhaust the stack.
package struct JSONParser {
    /// Arrays and objects inside one another.
    package static let defaultDepth = 64

    private let bytes: [UInt8]
    private let depthLimit: Int
    private var place = 0
    private var depth = 0

    private init(bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    package static func parse(
        _ bytes: [UInt8], depthLimit: Int = defaultDepth
    ) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw parser.error(.byteOrderMark) }
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        if parser.place < bytes.count { throw parser.unexpected("the end of the text") }
        return value
    }

    package static func parse(
        _ text: String, depthLimit: Int = defaultDepth
    ) throws(JSONSyntaxError) -> JSONValue {
        try parse(Array(text.utf8), depthLimit: depthLimit)
    }

    // MARK: Values

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        guard let first = peek else { throw unexpected("a value") }
        switch first {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected("a value")
        }
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONObject {
        try enter()
        var members: [JSONObject.Member] = []
        if !skip("}") {
            repeat {
                skipSpace()
                guard peek == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotation marks") }
                let name = try string()
                skipSpace()
                guard skip(":") else { throw unexpected("“:” after the member's name") }
                skipSpace()
                members.append(JSONObject.Member(name: name, value: try value()))
                skipSpace()
            } while skip(",")
            guard skip("}") else { throw unexpected("“,” or “}” after a member") }
        }
        depth -= 1
        return JSONObject(members)
    }

    private mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
        try enter()
        var elements: [JSONValue] = []
        if !skip("]") {
            repeat {
                skipSpace()
                elements.append(try value())
                skipSpace()
            } while skip(",")
            guard skip("]") else { throw unexpected("“,” or “]” after an element") }
        }
        depth -= 1
        return elements
    }

    /// Steps over the opening bracket and the space after it.
    private mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        if depth > depthLimit { throw error(.deeperThan(depthLimit)) }
        place += 1
        skipSpace()
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard peek == word.withUTF8Buffer({ $0[index] }) else { throw unexpected("“\(word)”") }
            place += 1
        }
        return value
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = place
        _ = skip("-")
        if skip("0") {
            if let byte = peek, Self.isDigit(byte) { throw error(.badNumber(expected: "no zeros before a number")) }
        } else {
            try digits()
        }
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        return JSONNumber(checked: String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func digits() throws(JSONSyntaxError) {
        guard let first = peek, Self.isDigit(first) else { throw unexpected("a digit") }
        while let byte = peek, Self.isDigit(byte) { place += 1 }
    }

    // MARK: Bytes

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(reason, at: place, in: bytes)
    }

    private func unexpected(_ expected: String) -> JSONSyntaxError {
        guard let byte = peek else { return error(.unexpectedEnd(expected: expected)) }
        return error(.unexpected(byte: byte, expected: expected))
    }
}

// MARK: - Strings

extension JSONParser {
    private mutating func string() throws(JSONSyntaxError) -> String {
        place += 1
        let start = place
        // Most strings have no escape: find the end, then check and copy all of it at once.
        skipPlain()
        switch peek {
        case UInt8(ascii: "\""):
            let text = try checked(bytes[start..<place])
            place += 1
            return text
        case UInt8(ascii: "\\"): return try escapedString(from: start)
        case .some(let byte): throw error(.controlCharacter(byte))
        case .none: throw unexpected("“\"” at the end of a string")
        }
    }

    /// Goes on at the first escape of a string that began at `start`.
    private mutating func escapedString(from start: Int) throws(JSONSyntaxError) -> String {
        var text = Array(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw JSONSyntaxError(.notUTF8, at: start, in: bytes)
                }
                place += 1
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw error(.controlCharacter(byte))
            default:
                let plain = place
                skipPlain()
                text += bytes[plain..<place]
            }
        }
        throw unexpected("“\"” at the end of a string")
    }

    /// Steps over what stands for itself in a string.
    private mutating func skipPlain() {
        place = bytes.withUnsafeBufferPointer { bytes in
            var place = place
            while place < bytes.count, bytes[place] >= 0x20, bytes[place] != 0x22, bytes[place] != 0x5C { place += 1 }
            return place
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
        place += 1
        guard let letter = peek else { throw unexpected("an escape") }
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            text.append(contentsOf: String(Character(try scalar())).utf8)
            return
        default: throw error(.badEscape)
        }
        place += 1
    }

    /// Reads `uXXXX`, and the low surrogate after a high one.
    private mutating func scalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, skip("\\"), peek == UInt8(ascii: "u") else { throw error(.loneSurrogate) }
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw error(.loneSurrogate) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
        place += 1
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw unexpected("four hexadecimal digits") }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error(.badEscape) }
            unit = unit << 4 | UInt32(digit)
            place += 1
        }
        return unit
    }

    private func checked(_ slice: ArraySlice<UInt8>) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw JSONSyntaxError(.notUTF8, at: slice.startIndex, in: bytes)
        }
        return text
    }
}
