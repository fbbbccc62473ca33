/// One code of the Common Procurement Vocabulary 2008 (Regulation (EC) 213/2008): eight digits, a tree by prefix.
///
/// Division 2 digits, group 3, class 4, category 5, then ever finer. Encoded as the eight digits.
package struct CPVCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The eight digits as a number, leading zeros lost: 03000000 is 3,000,000.
    package let number: UInt32

    /// Reads `72200000`, also with its check digit (`72200000-7`). `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let code = text.utf8.withContiguousStorageIfAvailable { CPVCode(bytes: $0) }
        guard let code = code ?? Array(text.utf8).withUnsafeBufferPointer({ CPVCode(bytes: $0) }) else { return nil }
        self = code
    }

    init(number: UInt32) { self.number = number }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        var digits = bytes
        if bytes.count == 10, bytes[8] == UInt8(ascii: "-"), (48...57).contains(bytes[9]) {
            digits = UnsafeBufferPointer(rebasing: bytes[..<8])
        }
        self.init(digits: digits)
    }

    /// Eight digits and nothing else.
    init?(digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 8 else { return nil }
        var value: UInt32 = 0
        for byte in digits {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + UInt32(byte - 48)
        }
        number = value
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = CPVCode(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a CPV code")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package var description: String {
        let digits = String(number)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The first `count` digits as a number: `prefix(2)` of 72200000 is 72.
    package func prefix(_ count: Int) -> UInt32 {
        var divisor: UInt32 = 1
        for _ in max(0, min(count, 8))..<8 { divisor *= 10 }
        return number / divisor
    }

    /// The two digits of the division, such as 72 for IT services.
    package var division: UInt32 { prefix(2) }

    /// How many leading digits say something: 72000000 is 2, 72200000 is 3, 72212000 is 5. At least 2.
    package var depth: Int {
        var depth = 8
        var rest = number
        while depth > 2, rest % 10 == 0 {
            rest /= 10
            depth -= 1
        }
        return depth
    }

    /// The code itself and every branch above it, the nearest first: 72212000, 72210000, 72200000, 72000000.
    package var branches: [CPVCode] {
        let digits = description
        return stride(from: depth, through: 2, by: -1).compactMap {
            CPVCode(digits.prefix($0) + String(repeating: "0", count: 8 - $0))
        }
    }

    /// How many leading digits two codes share, 0 to 8.
    package func sharedDigits(with other: CPVCode) -> Int {
        var count = 8
        while count > 0, prefix(count) != other.prefix(count) { count -= 1 }
        return count
    }

    /// Works 45; supplies 03–44 and 48; services 50 and up. The rule of the CPV's own divisions.
    package var kind: ContractKind {
        switch division {
        case 45: .works
        case ..<50: .supplies
        default: .services
        }
    }
}

/// A set of CPV codes by prefix: `722*` is every code that begins with 722; `48000000` only means its whole
/// subtree too, because a code that ends in zeros names the branch below it.
///
/// Encoded as it is written.
package struct CPVPattern: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The leading digits that a code must share, without trailing zeros; at least two.
    package let digits: String

    /// Reads `722*`, `72200000`, `72200000-7` or `722`. `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        var body = String(text)
        if body.hasSuffix("*") {
            body.removeLast()
        } else if let code = CPVCode(body) {
            body = String(code.description.prefix(code.depth))
        }
        guard (2...8).contains(body.utf8.count), body.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        digits = body
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let pattern = CPVPattern(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not a CPV pattern such as 722* or 72200000")
        }
        self = pattern
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package func matches(_ code: CPVCode) -> Bool { code.prefix(digits.utf8.count) == UInt32(digits) }

    package var description: String { digits.utf8.count == 8 ? digits : digits + "*" }
}
