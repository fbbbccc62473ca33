/// What stands out in the names of those who win what is like the query, such as `buss`, `tak` or `arkitekt`.
///
/// For each run of four characters: its mean weight in the winners' names, each procurement weighed by its likeness,
/// less its mean weight in the names of all procurements' winners; what is left above zero, as a unit vector.
struct KinNames: Sendable {
    let vector: [TermWeight]

    init(_ neighbourhood: Neighbourhood, in snapshot: IndexSnapshot) {
        let winners = snapshot.procurements.winners
        let total = neighbourhood.weights.reduce(0, +)
        guard total > 0 else {
            vector = []
            return
        }
        var shares = SupplierSums()
        for (position, procurement) in neighbourhood.procurements.enumerated() {
            let row = winners.range(Int(procurement))
            let share = neighbourhood.weights[position] / (total * Float(max(1, row.count)))
            guard share > 0 else { continue }
            for index in row { shares.add(share, to: winners.items[index]) }
        }
        let mean = snapshot.background.meanName
        var weights = [Float](repeating: 0, count: mean.count)
        snapshot.words.names.add(shares, to: &weights)
        var vector: [TermWeight] = []
        var squares: Float = 0
        for term in weights.indices where weights[term] > mean[term] {
            let rise = weights[term] - mean[term]
            vector.append(TermWeight(term: Int32(term), weight: rise))
            squares += rise * rise
        }
        let length = squares > 0 ? squares.squareRoot() : 1
        self.vector = vector.map { TermWeight(term: $0.term, weight: $0.weight / length) }
    }
}
