/// How near to its place each past procurement's winners are otherwise: some things are bought from around the corner,
/// others from anywhere.
struct Localities: Sendable {
    private static let home: Float = 2
    private static let prior: Float = 5

    /// By procurement: the mean over its winners of how near their other wins and their homes are; NaN where unknown.
    private let values: [Float]
    private let mean: Float

    /// - Parameters:
    ///   - near: how near two places are, by number.
    init(_ table: ProcurementTable, sites: Adjacency, wins: Adjacency, homes: Adjacency, near: (Int32, Int32) -> Float)
    {
        values = (0..<table.count).map { procurement in
            guard let site = sites[procurement].first else { return .nan }
            var sum: Float = 0
            var known: Float = 0
            for winner in table.winners[procurement] {
                let others = wins[Int(winner)]
                let home = homes[Int(winner)].map { near(site, $0) }.max()
                // This win is among them, as near as can be.
                let own = near(site, site)
                let weight = Float(others.count - 1) + (home == nil ? 0 : Self.home)
                guard weight > 0 else { continue }
                sum += (others.reduce(-own) { $0 + near(site, $1) } + Self.home * (home ?? 0)) / weight
                known += 1
            }
            return known > 0 ? sum / known : .nan
        }
        let known = values.filter { !$0.isNaN }
        mean = known.isEmpty ? 0 : known.reduce(0, +) / Float(known.count)
    }

    /// How local what is like the query is, against the average of all: 1 is average. Five average neighbours are
    /// added to those there are.
    func factor(_ neighbourhood: Neighbourhood) -> Float {
        guard mean > 0 else { return 1 }
        var sum: Float = 0
        var total: Float = 0
        var squares: Float = 0
        for (position, procurement) in neighbourhood.procurements.enumerated() {
            let value = values[Int(procurement)]
            guard !value.isNaN else { continue }
            let weight = neighbourhood.wideWeights[position]
            sum += weight * value
            total += weight
            squares += weight * weight
        }
        guard squares > 0 else { return 1 }
        let effective = total * total / squares
        return (sum / total * effective + Self.prior * mean) / ((effective + Self.prior) * mean)
    }

    var memory: Int { values.count * 4 }
}
