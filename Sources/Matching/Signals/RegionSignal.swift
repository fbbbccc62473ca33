import Containers
import Procurement

/// Whether the supplier works near the place of performance.
///
/// Nearness: ln((Σ nearness of its wins + 2 · nearness of its home + 1.5b) / ((wins with a place + 2 if a home is known
/// + 1.5) · b)), where nearness is that of `Place` and b how near all wins are to the place on the whole, plus 0.002.
/// Locality: the same times how local such procurements are (`Localities`), against the average of all.
/// Unknown where no place is sought or can be told; and for a supplier without a known place.
struct RegionSignal: Signal {
    static let home: Float = 2
    private static let prior: Float = 1.5

    static let name = SignalName.region
    let bound: SignalBound
    private let match: MatchContext
    /// By place of the snapshot: how near the nearest place sought is.
    private let nearness: [Float]
    /// How near all wins are on the whole.
    private let base: Float
    private let locality: Float
    /// Bounds of the values, by how much nearer than all wins.
    private let steps: StepTable

    init(_ match: MatchContext) {
        self.match = match
        let table = match.snapshot.regions
        let sought = match.query.places
        let nearness = table.places.map { place in sought.map { $0.nearness(to: place) }.max() ?? 0 }
        var sum: Float = 0
        for (near, wins) in zip(nearness, table.winsAt) { sum += near * wins }
        let base = sum / max(1, table.allWins) + 0.002
        let locality = table.localities.factor(match.neighbourhood)
        self.nearness = nearness
        self.base = base
        self.locality = locality
        guard !sought.isEmpty, !table.places.isEmpty else {
            steps = StepTable(from: 1, to: 1) { _ in .nan }
            bound = .unknown
            return
        }
        let steps = StepTable(from: 1e-4, to: 1 / base) { Self.value(Logarithm.natural($0), locality) }
        self.steps = steps
        bound = .byAmounts(
            .init(
                lists: table.suppliersAt,
                sought: nearness.indices.filter { nearness[$0] > 0 }.map { ($0, nearness[$0]) }, prior: Self.prior,
                base: base, classes: .signs, isUnknownWithoutAny: true, most: steps))
    }

    /// What tells where a supplier is: its wins with a place, each as one, and its home. 0 where nothing does.
    static func signs(of supplier: Int, in table: RegionTable) -> Float {
        Float(table.wins.range(supplier).count) + (table.homes.range(supplier).isEmpty ? 0 : home)
    }

    func values(of suppliers: [Int32]) -> [Float] { values(of: suppliers) { value(Logarithm.natural($0)) } }

    /// The logarithm and the curves are looked up.
    func ceilings(of suppliers: [Int32]) -> [Float] { values(of: suppliers) { steps.ceiling($0) } }

    /// - Parameter value: of how much nearer than all wins.
    private func values(of suppliers: [Int32], _ valueOf: (Float) -> Float) -> [Float] {
        if case .unknown = bound { return suppliers.map { _ in .nan } }
        let table = match.snapshot.regions
        let nearness = nearness.span
        let homes = table.homes.items.span
        let firstHomes = table.homes.offsets.span
        let wins = table.wins.items.span
        let firstWins = table.wins.offsets.span
        var values: [Float] = []
        values.reserveCapacity(suppliers.count)
        for supplier in suppliers {
            let ofWins = Int(firstWins[Int(supplier)])..<Int(firstWins[Int(supplier) + 1])
            let ofHomes = Int(firstHomes[Int(supplier)])..<Int(firstHomes[Int(supplier) + 1])
            guard !ofWins.isEmpty || !ofHomes.isEmpty else {
                values.append(.nan)
                continue
            }
            var near = Self.prior * base
            for index in ofWins { near += nearness[Int(wins[index])] }
            var weight = Float(ofWins.count) + Self.prior
            if !ofHomes.isEmpty {
                var nearest: Float = 0
                for index in ofHomes { nearest = max(nearest, nearness[Int(homes[index])]) }
                weight += Self.home
                near += Self.home * nearest
            }
            values.append(valueOf(near / (weight * base)))
        }
        if !match.query.silenced.isEmpty {
            for position in suppliers.indices where match.silencedWinners.contains(suppliers[position]) {
                values[position] = value(lift(of: Int(suppliers[position])))
            }
        }
        return values
    }

    private func value(_ lift: Float) -> Float { Self.value(lift, locality) }

    private static func value(_ lift: Float, _ locality: Float) -> Float {
        lift.isNaN ? .nan : Curves.nearness(lift) + Curves.locality(lift * locality)
    }

    private func lift(of supplier: Int) -> Float {
        let table = match.snapshot.regions
        let isHeard = match.query.silenced.isEmpty || !match.silencedWinners.contains(Int32(supplier))
        let wins = isHeard ? table.wins[supplier] : match.awards(of: supplier).flatMap { table.sites[Int($0)] }[...]
        return Self.lift(supplier, wins: wins, in: table, nearness: nearness, base: base)
    }

    func measures(of supplier: Int) -> [String: Float] {
        guard !match.query.places.isEmpty else { return ["nearness": .nan, "locality": .nan] }
        let lift = lift(of: supplier)
        return ["nearness": lift, "locality": lift * locality]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard let sought = match.query.places.first else {
            return phrases.pick(sv: "Ingen plats är angiven.", en: "No place of performance is given.")
        }
        guard value != nil else {
            return phrases.pick(sv: "Var den finns är inte känt.", en: "Its whereabouts are not known.")
        }
        let table = match.snapshot.regions
        var (wins, near) = (0, 0)
        for award in match.awards(of: supplier) {
            for index in table.sites.range(Int(award)) {
                wins += 1
                if nearness[Int(table.sites.items[index])] >= 0.5 { near += 1 }
            }
        }
        let homes = table.homes[supplier]
        let isNear = homes.contains { nearness[Int($0)] >= 0.5 }
        let atHome = homes.first.map { home in
            let region = table.places[Int(isNear ? homes.first { nearness[Int($0)] >= 0.5 } ?? home : home)].region
            return phrases.pick(sv: "Företaget hör hemma i \(region).", en: "It is at home in \(region).")
        }
        guard wins > 0 else { return atHome ?? "" }
        if near == 0 {
            // What speaks for it comes first and alone.
            if isNear, let atHome { return atHome }
            let sentence = phrases.pick(
                sv: "Ingen av de \(wins) upphandlingar det vunnit med känd plats gällde \(sought.region).",
                en: "None of its \(wins) wins with a known place is in \(sought.region).")
            return atHome.map { "\(sentence) \($0)" } ?? sentence
        }
        let sentence = phrases.pick(
            sv: "\(near) av de \(wins) upphandlingar det vunnit med känd plats gällde \(sought.region).",
            en: "\(near) of its \(wins) wins with a known place are in \(sought.region).")
        return atHome.map { "\(sentence) \($0)" } ?? sentence
    }

    /// NaN where nothing is known of where the supplier is.
    private static func lift(
        _ supplier: Int, wins: ArraySlice<UInt16>, in table: RegionTable, nearness: [Float], base: Float
    ) -> Float {
        let homes = table.homes.range(supplier)
        guard !wins.isEmpty || !homes.isEmpty else { return .nan }
        var near = prior * base
        for place in wins { near += nearness[Int(place)] }
        var weight = Float(wins.count) + prior
        if !homes.isEmpty {
            weight += home
            near += home * homes.reduce(Float(0)) { max($0, nearness[Int(table.homes.items[$1])]) }
        }
        return Logarithm.natural(near / (weight * base))
    }
}
