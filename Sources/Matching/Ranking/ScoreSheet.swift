/// Adds up weighted values.
enum ScoreSheet {
    /// The points of one signal, in millionths, rounded half up.
    static func millionths(_ value: Float, share: Float) -> Int32 { Int32(value * share * 1_000_000 + 0.5) }

    /// One signal's values.
    struct Column {
        let weight: Float
        /// By supplier; NaN for unknown.
        let values: [Float]
        /// Whether what is unknown of a supplier adds nothing, rather than that the others share its weight.
        var isUnknownCounted = false
    }

    /// In millionths, by supplier.
    static func totals(_ columns: [Column], suppliers: Int) -> [Int32] {
        let certain = columns.reduce(Float(0)) { $1.isUnknownCounted ? $0 + $1.weight : $0 }
        var known = [Float](repeating: certain, count: suppliers)
        var totals = [Int32](repeating: 0, count: suppliers)
        for column in columns where !column.isUnknownCounted {
            for supplier in 0..<suppliers where !column.values[supplier].isNaN { known[supplier] += column.weight }
        }
        for column in columns {
            for supplier in 0..<suppliers where !column.values[supplier].isNaN {
                totals[supplier] += millionths(column.values[supplier], share: column.weight / known[supplier])
            }
        }
        return totals
    }
}
