import Containers
import Procurement

/// The suppliers that a query's winners are compared with: the winners, the likely ones and a sample of the rest.
struct TrainingList: Sendable {
    /// Row = supplier, one value a signal of `WeightFit.signals`; NaN for unknown.
    let values: [Float]
    /// By supplier.
    let isWinner: [Bool]
    /// By supplier: ln of how many it stands for.
    let logCount: [Float]

    /// Taken by score and by each signal alone.
    private static let likely = (byScore: 150, bySignal: 30)
    private static let sample = 80

    init(_ query: MatchQuery, winners: Set<Int32>, in snapshot: IndexSnapshot, weights: Weights, seed: UInt64) {
        var weights = weights
        // A signal without weight would not be measured at all.
        for signal in WeightFit.signals where weights[signal] == 0 { weights[signal] = 1e-9 }
        let scoring = Scoring(query, in: snapshot, options: MatchOptions(explain: false, weights: weights))
        let columns = WeightFit.signals.map { name in
            scoring.values(of: name)
        }
        var chosen = winners.union(Selection.best(scoring.scores, Self.likely.byScore))
        for column in columns {
            chosen.formUnion(Selection.best(column.map { $0.isNaN ? -1 : $0 }, Self.likely.bySignal))
        }
        let rest = snapshot.supplierCount - chosen.count
        var generator = SplitMix64(seed: seed)
        var sample = Set<Int32>()
        for _ in 0..<Self.sample {
            let supplier = Int32.random(in: 0..<Int32(max(1, snapshot.supplierCount)), using: &generator)
            if !chosen.contains(supplier) { sample.insert(supplier) }
        }
        let suppliers = chosen.union(sample).sorted()
        values = suppliers.flatMap { supplier in columns.map { $0[Int(supplier)] } }
        isWinner = suppliers.map { winners.contains($0) }
        let standsFor = Logarithm.natural(Float(max(1, rest)) / Float(max(1, sample.count)))
        logCount = suppliers.map { sample.contains($0) ? standsFor : 0 }
    }

    /// By hand, for tests.
    init(values: [[Float]], isWinner: [Bool]) {
        self.values = values.flatMap { $0 }
        self.isWinner = isWinner
        logCount = isWinner.map { _ in 0 }
    }
}
