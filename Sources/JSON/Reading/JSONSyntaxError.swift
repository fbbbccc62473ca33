/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        case unexpectedEnd(expected: String)
        case unexpected(byte: UInt8, expected: String)
        case badNumber(expected: String)
        case badEscape
        case loneSurrogate
        case controlCharacter(UInt8)
        case notUTF8
        case byteOrderMark
        case deeperThan(Int)
    }

    package var reason: Reason
    /// Bytes before the place, from 0.
    package var byte: Int
    /// From 1.
    package var line: Int
    /// Characters (Unicode scalars) from the start of the line, from 1.
    package var column: Int

    /// - Parameter byte: the place in `text`, from which line and column are counted.
    init(_ reason: Reason, at byte: Int, in text: UnsafeBufferPointer<UInt8>) {
        self.reason = reason
        self.byte = byte
        (line, column) = (1, 1)
        for other in text.prefix(byte) {
            if other == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if other & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    /// What would have been right there.
    package var expected: String {
        switch reason {
        case .unexpectedEnd(let expected), .unexpected(_, let expected), .badNumber(let expected): expected
        case .badEscape: #"one of \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"#
        case .loneSurrogate: "a high surrogate and a low one after it"
        case .controlCharacter: #"control characters escaped, as \n"#
        case .notUTF8: "UTF-8"
        case .byteOrderMark: "no byte order mark"
        case .deeperThan(let limit): "at most \(limit) arrays and objects inside one another"
        }
    }

    /// What stood there instead.
    package var came: String {
        switch reason {
        case .unexpectedEnd: "the end of the text"
        case .unexpected(let byte, _): Self.name(of: byte)
        case .badNumber: "a number written otherwise"
        case .badEscape: "another escape"
        case .loneSurrogate: "half a surrogate pair"
        case .controlCharacter(let byte): Self.name(of: byte)
        case .notUTF8: "bytes that are not"
        case .byteOrderMark: "one at the start"
        case .deeperThan: "more"
        }
    }

    package var description: String {
        "not JSON: expected \(expected), came \(came) (line \(line), column \(column), byte \(byte))"
    }

    private static func name(of byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "“\(Character(Unicode.Scalar(byte)))”" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "the byte 0x\(byte < 16 ? "0" : "")\(digits)"
    }
}
