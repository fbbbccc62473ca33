extension WrittenNumber {
    /// Goes through a text once, and asks of everything that may be a number whether it is meant.
    ///
    /// Time is proportional to the text's length, whatever is in it. A text with fewer than ten digits costs a look at its
    /// bytes alone.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - isMeant: told what begins at one place, the longest first; what it accepts is not looked at again.
    static func forEach(in text: UnsafeBufferPointer<UInt8>, _ isMeant: (WrittenNumber) -> Bool) {
        guard mayHold(text) else { return }
        var index = 0
        // What parts the place from the digits before it; nil where something else stood between.
        var before: Gap?
        while index < text.count {
            let (sign, length) = Sign.read(text, at: index)
            switch sign {
            case .digit:
                let parting = before.map(\.parting)
                if parting == Parting.none {
                    index += length
                } else if let end = meant(text, from: index, before: parting, isMeant) {
                    index = end
                } else {
                    index += length
                }
                before = Gap()
            case .other:
                before = nil
                index += length
            default:
                if before?.add(sign) == false { before = nil }
                index += length
            }
        }
    }

    private static func meant(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, before: Parting?, _ isMeant: (WrittenNumber) -> Bool
    ) -> Int? {
        let read = digits(text, from: start)
        guard read.count >= 10 else { return nil }
        let country = read.count >= 10 ? countryBefore(start, in: text) : nil
        for (century, suffix) in [(2, 2), (2, 0), (0, 2), (0, 0)] {
            guard
                let number = WrittenNumber(
                    read, from: start, century: century, suffix: suffix, country: country, before: before),
                isMeant(number)
            else { continue }
            return number.range.upperBound
        }
        return nil
    }

    private static func digits(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Digits {
        var digits = Digits()
        var gap = Gap()
        var index = start
        while index < text.count, digits.count < Digits.most {
            let (sign, length) = Sign.read(text, at: index)
            index += length
            if case .digit(let value) = sign {
                digits.append(value, after: gap.parting, end: index)
                gap = Gap()
            } else if !gap.add(sign) {
                break
            }
        }
        return digits
    }

    /// Where the letters `SE` before a number begin, a space, dash or colon between or not; `nil` without them.
    private static func countryBefore(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = start
        func step() -> UInt32? {
            guard place > 0 else { return nil }
            place -= 1
            while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
            return Sign.scalar(text, at: place).value
        }
        var next = step()
        for _ in 0..<4 {
            guard let scalar = next, scalar == UInt32(UInt8(ascii: ":")) || Sign(scalar).partsDigits else { break }
            next = step()
        }
        guard next.flatMap(Sign.letter) == UInt8(ascii: "e"), step().flatMap(Sign.letter) == UInt8(ascii: "s") else {
            return nil
        }
        let beginning = place
        return step().flatMap(Sign.letter) == nil ? beginning : nil
    }

    /// Whether there are ten digits at all, or characters enough that could be.
    private static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 10 else { return false }
        var count = 0
        for byte in text where byte &- 48 < 10 || byte >= 0xD9 && Sign.mayBeginDigit(byte) || byte == 0xC2 {
            count += 1
            if count == 10 { return true }
        }
        return false
    }
}

/// What stands between two digits, as it is read.
private struct Gap {
    private var mark: WrittenNumber.Parting = .none
    private var marks = 0
    private var hasSpace = false
    private var hasLine = false

    /// - Returns: false for what parts two numbers.
    mutating func add(_ sign: Sign) -> Bool {
        switch sign {
        case .nothing: return true
        case .space: hasSpace = true
        case .line: hasLine = true
        case .mark(let new):
            guard marks == 0 || mark == new, marks < 2 else { return false }
            mark = new
            marks += 1
        case .digit, .other: return false
        }
        // A full stop before a space ends a sentence.
        return !(mark == .dot && (hasSpace || hasLine))
    }

    var parting: WrittenNumber.Parting {
        switch mark {
        case .none: hasLine ? .line : hasSpace ? .space : .none
        case .dash: hasSpace || hasLine ? .spacedDash : .dash
        default: mark
        }
    }
}

/// What one character is to a number.
private enum Sign {
    case digit(UInt8)
    /// Nothing to be seen.
    case nothing
    case space, line
    case mark(WrittenNumber.Parting)
    case other

    /// True of all but digits and what ends a number.
    var partsDigits: Bool {
        switch self {
        case .nothing, .space, .line, .mark: true
        case .digit, .other: false
        }
    }

    static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (sign: Sign, length: Int) {
        let byte = text[index]
        if byte < 0x80 { return (Sign(ascii: byte), 1) }
        let (scalar, length) = scalar(text, at: index)
        return (Sign(scalar), length)
    }

    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            self.init(ascii: UInt8(scalar))
            return
        }
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
            self = .nothing
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
        case 0x85, 0x2028, 0x2029: self = .line
        case 0x2D7, 0x2010...0x2015, 0x2043, 0x2212, 0x207B, 0xFE58, 0xFE63, 0xFF0B, 0xFF0D, 0x2E3A, 0x2E3B:
            self = .mark(.dash)
        case 0xB7, 0x2022, 0x2024, 0x2027, 0x22C5, 0xFF0E: self = .mark(.dot)
        case 0x2044, 0x2215, 0xFF0F, 0x29F8: self = .mark(.slash)
        default:
            guard let scalar = Unicode.Scalar(scalar), let value = Self.value(scalar) else {
                self = .other
                return
            }
            self = .digit(value)
        }
    }

    private init(ascii byte: UInt8) {
        switch byte {
        case 48...57: self = .digit(byte - 48)
        case UInt8(ascii: " "), 0x09: self = .space
        case 0x0A...0x0D: self = .line
        case UInt8(ascii: "-"), UInt8(ascii: "+"): self = .mark(.dash)
        case UInt8(ascii: "."), UInt8(ascii: "_"): self = .mark(.dot)
        case UInt8(ascii: "/"), UInt8(ascii: "\\"): self = .mark(.slash)
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "~"), UInt8(ascii: "*"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="),
            UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "'"), UInt8(ascii: "\""):
            self = .mark(.sign)
        default: self = .other
        }
    }

    private static func value(_ scalar: Unicode.Scalar) -> UInt8? {
        // Letters of the West and of Greek and Cyrillic are none.
        if (0xC0..<0x660).contains(scalar.value) { return nil }
        switch scalar.properties.numericType {
        case .decimal, .digit:
            guard let value = scalar.properties.numericValue, (0...9).contains(value) else { return nil }
            return UInt8(value)
        default: return nil
        }
    }

    /// Whether a character that begins with this byte may be a digit: Arabic (D9, DB), N'Ko (DF), and three bytes or four.
    static func mayBeginDigit(_ byte: UInt8) -> Bool { byte == 0xD9 || byte == 0xDB || byte == 0xDF || byte >= 0xE0 }

    /// A letter of the alphabet in lower case, also one as wide as a Chinese sign.
    static func letter(_ scalar: UInt32) -> UInt8? {
        let plain = (0xFF21...0xFF5A).contains(scalar) ? scalar - 0xFEE0 : scalar
        guard plain < 0x80 else { return nil }
        let lower = UInt8(plain) | 0x20
        return (97...122).contains(lower) ? lower : nil
    }

    /// The text is well-formed: it comes from a `String`.
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
        let byte = UInt32(text[index])
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC0, index + length <= text.count else { return (byte, 1) }
        var value = byte & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for next in 1..<length { value = value << 6 | UInt32(text[index + next]) & 0x3F }
        return (value, length)
    }
}
