import API
import Procurement

extension CardConcentration {
    /// How much of a market the largest have: the Herfindahl–Hirschman index is rounded half up, as are the shares, to a
    /// thousandth. Above 2,500 a market is usually called highly concentrated (US Horizontal Merger Guidelines 2010, section
    /// 5.3). `nil` where nobody has a part.
    package init?(parts: [Int64]) {
        var parts = parts.filter { $0 > 0 }.sorted(by: >)
        let suppliers = parts.count
        var total = parts.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return nil }
        let largest = Int((Int128(parts[0]) * 2000 + total) / (2 * total))
        let top = parts.prefix(3).reduce(Int128(0)) { $0 + Int128($1) }
        let topThree = Int((top * 2000 + total) / (2 * total))
        // Squares of sums beyond 2⁵⁶ times 10,000 would not fit; the lowest bits don't show in four digits.
        while total >> 56 != 0 {
            parts = parts.map { $0 >> 1 }
            total = parts.reduce(Int128(0)) { $0 + Int128($1) }
        }
        let squares = parts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        self.init(
            suppliers: suppliers, herfindahl: Int((squares * 20_000 + total * total) / (2 * total * total)),
            largest: Points(permille: largest), topThree: Points(permille: topThree))
    }
}
