/// A number with at most six decimals, exact: a score, its parts, a weight, a share.
///
/// The points of a match must sum to its score to the last digit, and doubles don't add up: 0.1 + 0.2 is not 0.3.
/// So they are counted in millionths, and written as plain decimals: 364,000 is `0.364`.
package struct Points: Sendable, Hashable, Comparable, AdditiveArithmetic, CustomStringConvertible {
    package var millionths: Int

    package init(millionths: Int) { self.millionths = millionths }

    package init(permille: Int) { self.init(millionths: permille * 1000) }

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

    /// As a plain decimal: `0.364`, `1`, `-0.000001`.
    package var description: String {
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest > 0 else { return millionths < 0 ? "-\(whole)" : "\(whole)" }
        var decimals = Array(String(rest + 1_000_000).dropFirst())
        while decimals.last == "0" { decimals.removeLast() }
        return "\(millionths < 0 ? "-" : "")\(whole).\(String(decimals))"
    }
}
