import Containers

/// What stands out in the names of those who win what is like the query, such as `buss`, `tak` or `arkitekt`.
///
/// For each character 4-gram: its mean weight in the winners' names, each procurement weighed by its likeness,
/// less its mean weight in the names of all procurements' winners; what is left above zero, as a unit vector.
struct WinnerNames: Sendable {
    /// What weighs less than a hundredth of the heaviest is left out.
    private static let horizon: Float = 0.01
    /// How many 4-grams stand out at most. With 64 as with all, the back-test's figures stay within what chance makes of them.
    private static let most = 256

    /// In no order, but always in the same.
    let vector: [TermWeight]

    init(_ neighbourhood: Neighbourhood, in snapshot: IndexSnapshot) {
        let winners = snapshot.procurements.winners
        let total = neighbourhood.weights.reduce(0, +)
        guard total > 0 else {
            vector = []
            return
        }
        let least = (neighbourhood.weights.max() ?? 0) * Self.horizon
        var shares = SupplierSums()
        for (position, procurement) in neighbourhood.procurements.enumerated() {
            let row = winners.range(Int(procurement))
            let share = neighbourhood.weights[position] / (total * Float(max(1, row.count)))
            guard neighbourhood.weights[position] > least else { continue }
            for index in row { shares.add(share, to: winners.items[index]) }
        }
        let mean = snapshot.background.meanName
        var vector: [TermWeight] = []
        for coordinate in snapshot.words.names.sparseSum(shares.touched, times: shares.sums) {
            let rise = coordinate.weight - mean[Int(coordinate.term)]
            if rise > 0 { vector.append(TermWeight(term: coordinate.term, weight: rise)) }
        }
        if vector.count > Self.most {
            Selection.split(&vector, at: vector.count - Self.most) { $0.weight }
            vector.removeFirst(vector.count - Self.most)
        }
        let squares = vector.reduce(0) { $0 + $1.weight * $1.weight }
        let length = squares > 0 ? squares.squareRoot() : 1
        self.vector = vector.map { TermWeight(term: $0.term, weight: $0.weight / length) }
    }
}
