/// Writes JSON into bytes. The text never holds a line feed, so one text is one line.
///
/// The same value always gives the same bytes: members stand in the order they are written, numbers as short as they
/// read back, and only `"`, `\` and control characters are escaped.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: raw("null")
        case .bool(let flag): write(flag)
        case .number(let number): write(number)
        case .string(let text): write(text)
        case .array(let elements):
            raw("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { raw(",") }
                write(element)
            }
            raw("]")
        case .object(let object):
            raw("{")
            for (index, member) in object.members.enumerated() {
                if index > 0 { raw(",") }
                name(member.name)
                write(member.value)
            }
            raw("}")
        }
    }

    package mutating func write(_ flag: Bool) { raw(flag ? "true" : "false") }

    package mutating func write(_ number: JSONNumber) { bytes.append(contentsOf: number.text.utf8) }

    package mutating func write(_ integer: Int) {
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(of: integer.magnitude)
    }

    package mutating func write(_ integer: some BinaryInteger) { bytes.append(contentsOf: String(integer).utf8) }

    /// A decimal given in whole parts of `10^-places`, without needless zeros: `(364000, 6)` is `0.364`.
    package mutating func write(parts: Int, places: Int) {
        if parts < 0 { bytes.append(UInt8(ascii: "-")) }
        var unit: UInt = 1
        for _ in 0..<places { unit *= 10 }
        digits(of: parts.magnitude / unit)
        var fraction = parts.magnitude % unit
        if fraction > 0 { bytes.append(UInt8(ascii: ".")) }
        while fraction > 0 {
            unit /= 10
            bytes.append(0x30 + UInt8(fraction / unit))
            fraction %= unit
        }
    }

    private mutating func digits(of value: UInt) {
        var unit: UInt = 1
        while value / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(0x30 + UInt8(value / unit % 10))
            unit /= 10
        }
    }

    /// A member's name and the colon after it.
    package mutating func name(_ name: String) {
        write(name)
        raw(":")
    }

    package mutating func write(_ text: String) {
        raw("\"")
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for place in utf8.indices where utf8[place] < 0x20 || utf8[place] == 0x22 || utf8[place] == 0x5C {
                bytes.append(contentsOf: utf8[start..<place])
                escape(utf8[place])
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        raw("\"")
    }

    /// A piece of JSON that is already text.
    package mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// JSON that has been written before.
    package mutating func raw(_ written: [UInt8]) { bytes.append(contentsOf: written) }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(byte)
        default:
            let low = byte & 0xF
            bytes += [UInt8(ascii: "u"), 0x30, 0x30, 0x30 + (byte >> 4), low < 10 ? 0x30 + low : 0x57 + low]
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as one line of JSON.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        return writer.bytes
    }

    package var description: String { String(decoding: bytes, as: UTF8.self) }
}
