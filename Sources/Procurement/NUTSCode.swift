/// One region of the EU's NUTS nomenclature (Regulation (EC) 1059/2003): country, then up to three levels.
///
/// `SE` is Sweden, `SE1` östra Sverige, `SE12` östra Mellansverige, `SE121` Uppsala län. Encoded as written,
/// in upper case.
package struct NUTSCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let code: String

    /// `nil` unless it is two letters followed by at most three letters or digits.
    package init?(_ text: some StringProtocol) {
        // As nearly all are written: nothing to change, and no other string to make.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            (2...5).contains(bytes.count) && (65...90).contains(bytes[0]) && (65...90).contains(bytes[1])
                && bytes[2...].allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
        }
        if isPlain == true {
            code = String(text)
            return
        }
        let upper = text.uppercased()
        let bytes = Array(upper.utf8)
        guard (2...5).contains(bytes.count), bytes.prefix(2).allSatisfy({ (65...90).contains($0) }),
            bytes.dropFirst(2).allSatisfy({ (65...90).contains($0) || (48...57).contains($0) })
        else { return nil }
        code = upper
    }

    /// A code that was one when it was written down.
    init(written code: String) { self.code = code }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let nuts = NUTSCode(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a NUTS code")
        }
        self = nuts
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    package static func < (left: Self, right: Self) -> Bool { left.code < right.code }

    package var description: String { code }

    /// ISO 3166 alpha-2, except that NUTS writes EL for Greece and UK for the United Kingdom.
    package var country: String { String(code.prefix(2)) }

    /// True when `other` is this region or lies within it.
    package func contains(_ other: NUTSCode) -> Bool { other.code.hasPrefix(code) }
}
