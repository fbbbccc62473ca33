import Containers

/// Between which bounds a figure lies with 95 % confidence, by drawing the queries anew (percentile bootstrap,
/// Efron & Tibshirani 1993). The seed is fixed, so the same outcomes give the same bounds.
package struct ConfidenceIntervals: Sendable, Hashable {
    package struct Interval: Sendable, Hashable {
        package var low: Double
        package var high: Double
    }

    /// By depth, per cent.
    package var success: [Int: Interval] = [:]
    package var meanReciprocalRank = Interval(low: 0, high: 0)
    package var nDCGAt10 = Interval(low: 0, high: 0)

    package init() {}

    init(_ outcomes: [QueryOutcome], resamples: Int, seed: UInt64 = 2021) {
        for depth in Figures.depths {
            let hits = outcomes.map { ($0.ranks.first ?? .max) <= depth ? 100.0 : 0 }
            success[depth] = Self.interval(hits, resamples, seed)
        }
        meanReciprocalRank = Self.interval(outcomes.map(\.reciprocalRank), resamples, seed)
        nDCGAt10 = Self.interval(outcomes.map { $0.nDCG(10) }, resamples, seed)
    }

    static func interval(_ values: [Double], _ resamples: Int, _ seed: UInt64) -> Interval {
        guard !values.isEmpty, resamples > 0 else { return Interval(low: 0, high: 0) }
        var generator = SplitMix64(seed: seed)
        let means = (0..<resamples).map { _ in
            var sum = 0.0
            for _ in values.indices { sum += values[Int.random(in: values.indices, using: &generator)] }
            return sum / Double(values.count)
        }.sorted()
        let tail = Int((Double(resamples) * 0.025).rounded(.down))
        return Interval(low: means[tail], high: means[resamples - 1 - tail])
    }
}
