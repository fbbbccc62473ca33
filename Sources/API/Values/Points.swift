import JSONRPC

/// A number with at most six decimals, exact: a score, its parts, a weight, a share.
///
/// The points of a match must sum to its score to the last digit, and doubles don't add up: 0.1 + 0.2 is not 0.3.
/// So the contract counts in millionths, and writes them as plain decimals: 364000 goes over the wire as `0.364`.
package struct Points: Sendable, Hashable, Comparable, AdditiveArithmetic, CustomStringConvertible {
    package var millionths: Int

    package init(millionths: Int) { self.millionths = millionths }

    /// The nearest millionth; halves go to the even one. Not a number becomes 0, and what is too large the largest.
    package init(_ value: Double) {
        let scaled = (value * 1e6).rounded(.toNearestOrEven)
        millionths = scaled.isNaN ? 0 : Int(exactly: scaled) ?? (scaled < 0 ? -Int.max : .max)
    }

    package static let zero = Points(millionths: 0)
    package static let one = Points(millionths: 1_000_000)

    package var double: Double { Double(millionths) / 1e6 }

    package static func < (left: Self, right: Self) -> Bool { left.millionths < right.millionths }
    package static func + (left: Self, right: Self) -> Self { Self(millionths: left.millionths + right.millionths) }
    package static func - (left: Self, right: Self) -> Self { Self(millionths: left.millionths - right.millionths) }

    /// As it stands on the wire: `0.364`, `1`, `-0.000001`.
    package var description: String { JSONNumber(parts: millionths, places: 6).text }
}

extension Points: Codable {
    package init(from decoder: any Decoder) throws {
        let value = try JSONNumber(from: decoder).double
        guard value.magnitude <= 1e9 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "a number from -1000000000 to 1000000000"))
        }
        self.init(value)
    }

    package func encode(to encoder: any Encoder) throws {
        try JSONNumber(parts: millionths, places: 6).encode(to: encoder)
    }
}
