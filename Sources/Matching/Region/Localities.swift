/// How near to its place each past procurement's winners are otherwise: some things are bought from around the corner,
/// others from anywhere.
struct Localities: Sendable {
    private static let home: Float = 2
    private static let prior: Float = 5

    /// By procurement: the mean over its winners of how near their other wins and their homes are; NaN where unknown.
    private let values: [Float]
    private let mean: Float

    /// - Parameters:
    ///   - places: how many there are.
    ///   - near: how near two places are, by number.
    init(
        _ table: ProcurementTable, sites: Adjacency, wins: Adjacency, homes: Adjacency, places: Int,
        near: @escaping (Int32, Int32) -> Float
    ) {
        let near = Nearness(places: places, near)
        let visited = VisitedPlaces(wins)
        values = (0..<table.count).map { procurement in
            guard let site = sites[procurement].first else { return .nan }
            var sum: Float = 0
            var known: Float = 0
            for winner in table.winners[procurement] {
                let others = wins.range(Int(winner)).count
                let home = homes[Int(winner)].map { near(site, $0) }.max()
                // This win is among them, as near as can be.
                var nearness = -near(site, site)
                visited.forEach(of: Int(winner)) { nearness += $1 * near(site, $0) }
                let weight = Float(others - 1) + (home == nil ? 0 : Self.home)
                guard weight > 0 else { continue }
                sum += (nearness + Self.home * (home ?? 0)) / weight
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

/// Each supplier's places with how often it won there: a place is compared once, however often it was won in.
private struct VisitedPlaces {
    private var places = Adjacency()
    private var times: [Float] = []

    /// - Parameter wins: row = supplier, items = places, repeated and ascending.
    init(_ wins: Adjacency) {
        for supplier in 0..<wins.count {
            var row: [Int32] = []
            for place in wins[supplier] {
                if row.last == place {
                    times[times.count - 1] += 1
                } else {
                    row.append(place)
                    times.append(1)
                }
            }
            places.append(row)
        }
    }

    func forEach(of supplier: Int, _ body: (_ place: Int32, _ times: Float) -> Void) {
        for index in places.range(supplier) { body(places.items[index], times[index]) }
    }
}

/// How near places are, reckoned once for each place that is asked about.
private final class Nearness {
    private let reckon: (Int32, Int32) -> Float
    private let places: Int32
    private var rows: [[Float]]

    init(places: Int, _ reckon: @escaping (Int32, Int32) -> Float) {
        self.reckon = reckon
        self.places = Int32(places)
        rows = Array(repeating: [], count: places)
    }

    func callAsFunction(_ one: Int32, _ other: Int32) -> Float {
        if rows[Int(one)].isEmpty { rows[Int(one)] = (0..<places).map { reckon(one, $0) } }
        return rows[Int(one)][Int(other)]
    }
}
