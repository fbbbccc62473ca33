/// How much of a market the largest have.
package struct Concentration: Sendable, Hashable, Codable {
    /// Suppliers with a part greater than zero.
    package let suppliers: Int
    /// Herfindahl–Hirschman index, 0…10,000: the sum of the squared shares in percent, rounded half up. Above 2,500 a
    /// market is usually called highly concentrated (US Horizontal Merger Guidelines 2010, section 5.3).
    package let herfindahl: Int
    /// The share of the largest, in permille, rounded half up.
    package let largestPermille: Int
    /// The share of the three largest, in permille, rounded half up.
    package let topThreePermille: Int

    /// `nil` where nobody has a part.
    package init?(parts: [Int64]) {
        var parts = parts.filter { $0 > 0 }.sorted(by: >)
        suppliers = parts.count
        var total = parts.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return nil }
        largestPermille = Int((Int128(parts[0]) * 2000 + total) / (2 * total))
        let top = parts.prefix(3).reduce(Int128(0)) { $0 + Int128($1) }
        topThreePermille = Int((top * 2000 + total) / (2 * total))
        // Squares of sums beyond 2⁵⁶ times 10,000 would not fit; the lowest bits don't show in four digits.
        while total >> 56 != 0 {
            parts = parts.map { $0 >> 1 }
            total = parts.reduce(Int128(0)) { $0 + Int128($1) }
        }
        let squares = parts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        herfindahl = Int((squares * 20_000 + total * total) / (2 * total * total))
    }
}
