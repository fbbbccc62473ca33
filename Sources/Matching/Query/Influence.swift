import Containers

/// How much each class of suppliers (an industry, a size) weighs among those who win what is like the query.
///
/// Every procurement in the neighbourhood gives its weight to the classes of its winners, in equal parts. Winners whose
/// class is unknown give nothing, and a procurement of only such winners counts for nothing.
struct Influence: Sendable {
    /// By class: its part of the whole; they sum to 1, or are all 0.
    let shares: [Float]
    /// As many equal neighbours would vary as much: (Σ K)² / Σ K² (Kish 1965, "Survey Sampling").
    let effective: Float

    /// - Parameters:
    ///   - unknown: the class that gives nothing.
    ///   - classOf: given a supplier.
    @inline(__always)
    init(
        _ neighbourhood: Neighbourhood, in snapshot: IndexSnapshot, count: Int, unknown: Int32,
        classOf: (Int) -> Int32
    ) {
        var shares = [Float](repeating: 0, count: count)
        var total: Float = 0
        var squares: Float = 0
        let winners = snapshot.procurements.winners
        for (position, procurement) in neighbourhood.procurements.enumerated() {
            let row = winners.range(Int(procurement))
            var known: Float = 0
            for index in row where classOf(Int(winners.items[index])) != unknown { known += 1 }
            guard known > 0 else { continue }
            let weight = neighbourhood.weights[position]
            total += weight
            squares += weight * weight
            for index in row {
                let number = classOf(Int(winners.items[index]))
                if number != unknown { shares[Int(number)] += weight / known }
            }
        }
        self.shares = total > 0 ? shares.map { $0 / total } : shares
        effective = squares > 0 ? total * total / squares : 0
    }
}
