/// Adds up weighted values.
enum ScoreSheet {
    /// The points of one signal, in millionths, rounded half up.
    static func millionths(_ value: Float, share: Float) -> Int32 { Int32(value * share * 1_000_000 + 0.5) }

    /// In millionths, of one supplier. NaN is unknown.
    static func total(_ values: [Float], weights: [Float]) -> Int32 {
        var known: Float = 0
        for (value, weight) in zip(values, weights) where !value.isNaN { known += weight }
        var total: Int32 = 0
        for (value, weight) in zip(values, weights) where !value.isNaN {
            total += millionths(value, share: weight / known)
        }
        return total
    }

    /// In millionths, by supplier.
    /// - Parameter columns: by signal one value a supplier, NaN for unknown.
    static func totals(_ columns: [(weight: Float, values: [Float])], suppliers: Int) -> [Int32] {
        var known = [Float](repeating: 0, count: suppliers)
        var totals = [Int32](repeating: 0, count: suppliers)
        for (weight, values) in columns {
            for supplier in 0..<suppliers where !values[supplier].isNaN { known[supplier] += weight }
        }
        for (weight, values) in columns {
            for supplier in 0..<suppliers where !values[supplier].isNaN {
                totals[supplier] += millionths(values[supplier], share: weight / known[supplier])
            }
        }
        return totals
    }
}
