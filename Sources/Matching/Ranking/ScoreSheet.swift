/// Adds up weighted values.
enum ScoreSheet {
    /// The points of one signal, in millionths, rounded half up.
    static func millionths(_ value: Float, share: Float) -> Int32 { Int32(value * share * 1_000_000 + 0.5) }

    /// The most that what people said of a supplier may weigh, as a share of all else that is known of it. So no verdict, and no
    /// number of them, moves a score by more than a tenth of what is left of it, whatever weight they are given: a verdict
    /// never outweighs the record.
    static let mostOfFeedback: Float = 0.1

    /// The weight of what people said beside so much weight of what else is known.
    static func feedbackWeight(_ weight: Float, beside known: Float) -> Float { min(weight, mostOfFeedback * known) }

    /// One signal's values.
    struct Column {
        let weight: Float
        /// By supplier; NaN for unknown.
        let values: [Float]
        /// Whether what is unknown of a supplier adds nothing, rather than that the others share its weight.
        let isUnknownCounted: Bool
        /// Whether it is what people said, and bounded by what else is known.
        let isFeedback: Bool

        init(weight: Float, values: [Float], of signal: any Signal) {
            self.weight = weight
            self.values = values
            isUnknownCounted = signal is any AnswerSignal
            isFeedback = signal is VerdictsSignal
        }
    }

    /// In millionths, by supplier.
    static func totals(_ columns: [Column], suppliers: Int) -> [Int32] {
        let certain = columns.reduce(Float(0)) { $1.isUnknownCounted ? $0 + $1.weight : $0 }
        var known = [Float](repeating: certain, count: suppliers)
        var totals = [Int32](repeating: 0, count: suppliers)
        for column in columns where !column.isUnknownCounted && !column.isFeedback {
            for supplier in 0..<suppliers where !column.values[supplier].isNaN { known[supplier] += column.weight }
        }
        for column in columns where column.isFeedback {
            for supplier in 0..<suppliers where !column.values[supplier].isNaN {
                let weight = feedbackWeight(column.weight, beside: known[supplier])
                known[supplier] += weight
                if weight > 0 {
                    totals[supplier] += millionths(column.values[supplier], share: weight / known[supplier])
                }
            }
        }
        for column in columns where !column.isFeedback {
            for supplier in 0..<suppliers where !column.values[supplier].isNaN {
                totals[supplier] += millionths(column.values[supplier], share: column.weight / known[supplier])
            }
        }
        return totals
    }
}
