import Containers
import Procurement

/// How near to its place each past procurement's winners are otherwise: some things are bought from around the corner,
/// others from anywhere.
struct Localities: Sendable {
    private static let home: Float = 2
    private static let prior: Float = 5

    /// By procurement: the mean over its winners of how near their other wins and their homes are; NaN where unknown.
    private let values: [Float]
    private let mean: Float

    /// - Parameters:
    ///   - places: those that the numbers mean.
    init(
        _ table: ProcurementTable, sites: RaggedRows<UInt16>, wins: RaggedRows<UInt16>, homes: RaggedRows<UInt16>,
        places: [Place]
    ) {
        let near = Nearness(places)
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
    private var places = RaggedRows<UInt16>()
    private var times: [Float] = []

    /// - Parameter wins: row = supplier, items = places, repeated and ascending.
    init(_ wins: RaggedRows<UInt16>) {
        places.reserve(rows: wins.count, items: wins.items.count)
        times.reserveCapacity(wins.items.count)
        var row: [UInt16] = []
        for supplier in 0..<wins.count {
            row.removeAll(keepingCapacity: true)
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

    func forEach(of supplier: Int, _ body: (_ place: UInt16, _ times: Float) -> Void) {
        for index in places.range(supplier) { body(places.items[index], times[index]) }
    }
}

/// How near places are. Of regions, which are far fewer, it is reckoned once, when the first place of one is asked about.
private final class Nearness {
    private let places: [Place]
    private var regions: [NUTSCode] = []
    /// By place: the number of its region.
    private var regionOf: [Int] = []
    /// By region: how near two municipalities in it are.
    private var within: [Float] = []
    /// By region: how near it is to every other, and to itself.
    private var rows: [[Float]]

    init(_ places: [Place]) {
        self.places = places
        var numbers: [NUTSCode: Int] = [:]
        for place in places {
            let number = numbers[place.region] ?? regions.count
            if number == regions.count {
                numbers[place.region] = number
                regions.append(place.region)
                let (one, other) = (
                    Place(region: place.region, municipality: 1), Place(region: place.region, municipality: 2)
                )
                within.append(one.nearness(to: other))
            }
            regionOf.append(number)
        }
        rows = Array(repeating: [], count: regions.count)
    }

    /// As `Place.nearness(to:)`.
    func callAsFunction(_ one: UInt16, _ other: UInt16) -> Float {
        let (left, right) = (places[Int(one)].municipality, places[Int(other)].municipality)
        if left != 0, left == right { return 1 }
        let (region, otherRegion) = (regionOf[Int(one)], regionOf[Int(other)])
        if left != 0, right != 0, region == otherRegion { return within[region] }
        if rows[region].isEmpty {
            let place = Place(region: regions[region])
            rows[region] = regions.map { place.nearness(to: Place(region: $0)) }
        }
        return rows[region][otherRegion]
    }
}
