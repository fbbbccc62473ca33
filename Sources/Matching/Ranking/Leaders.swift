/// The suppliers whose scores are known so far, and the threshold: the score that the last place on the list has at least.
struct Leaders {
    /// Of points to millionths, and of sums.
    private static let rounding: Float = 2e-5

    private let limit: Int
    private var scored: [(supplier: Int32, score: Int32)] = []
    /// From 0 to 1, less what rounding may take; -1 while there are fewer than places on the list.
    private(set) var threshold: Float = -1

    init(limit: Int) { self.limit = limit }

    /// - Parameter scores: in millionths, in the order of the suppliers.
    mutating func add(_ suppliers: [Int32], _ scores: [Int32]) {
        for (supplier, score) in zip(suppliers, scores) where threshold < 0 || Float(score) / 1_000_000 >= threshold {
            scored.append((supplier, score))
        }
        guard scored.count >= limit else { return }
        // In the order of suppliers, so that equal scores stand in it too.
        scored.sort { $0.supplier < $1.supplier }
        scored = Selection.best(scored.map(\.score), limit).map { scored[Int($0)] }
        threshold = scored.last.map { Float($0.score) / 1_000_000 - Self.rounding } ?? -1
    }

    /// Best first; equal scores by supplier.
    var list: [Int32] {
        scored.sorted { ($1.score, $0.supplier) < ($0.score, $1.supplier) }.map(\.supplier)
    }
}
