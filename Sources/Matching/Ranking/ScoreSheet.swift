/// Adds up weighted values for all suppliers at once.
struct ScoreSheet {
    private let signals: [(weight: Float, values: SignalValues)]
    private let snapshot: IndexSnapshot

    init(signals: [(weight: Double, values: SignalValues)], in snapshot: IndexSnapshot) {
        self.signals = signals.map { (Float($0.weight), $0.values) }
        self.snapshot = snapshot
    }

    /// The points of one signal, in millionths, rounded half up.
    static func millionths(_ value: Float, share: Float) -> Int32 { Int32(value * share * 1_000_000 + 0.5) }

    /// In millionths, by supplier.
    func totals() -> [Int32] {
        let count = snapshot.suppliers.count
        let columns = signals.compactMap { signal in
            signal.values.column(in: snapshot).map { (weight: signal.weight, values: $0) }
        }
        var known = [Float](repeating: 0, count: count)
        var totals = [Int32](repeating: 0, count: count)
        known.withUnsafeMutableBufferPointer { known in
            for (weight, values) in columns {
                values.withUnsafeBufferPointer { values in
                    for supplier in 0..<count { known[supplier] += values[supplier].isNaN ? 0 : weight }
                }
            }
            totals.withUnsafeMutableBufferPointer { totals in
                for (weight, values) in columns {
                    values.withUnsafeBufferPointer { values in
                        for supplier in 0..<count where !values[supplier].isNaN {
                            totals[supplier] += Self.millionths(values[supplier], share: weight / known[supplier])
                        }
                    }
                }
            }
        }
        return totals
    }
}
