import Procurement

/// Whether the supplier works near the place of performance.
///
/// ln((Σ nearness of its wins + 2 · nearness of its home + 1.5b) / ((wins with a place + 2 if a home is known + 1.5) · b)),
/// where nearness is that of `Place` and b how near all wins are to the place on the whole, plus 0.002.
/// Unknown where no place is sought or can be told, or nothing is known of where the supplier is.
struct RegionSignal: Signal {
    private static let home: Float = 2
    private static let prior: Float = 1.5

    var name: SignalName { .region }

    func values(in match: MatchContext) -> SignalValues {
        guard let nearness = nearness(match) else { return .unknown }
        let table = match.snapshot.regions
        let all = table.winsAt.reduce(0, +)
        guard all > 0 || table.homes.items.isEmpty == false else { return .unknown }
        var base: Float = 0
        for (near, wins) in zip(nearness, table.winsAt) { base += near * wins }
        base = base / max(1, all) + 0.002
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                let wins = table.wins[supplier]
                let home = table.homes[supplier].map { nearness[Int($0)] }.max()
                guard !wins.isEmpty || home != nil else { return .nan }
                let near = wins.reduce(Float(0)) { $0 + nearness[Int($1)] }
                let weight = Float(wins.count) + (home == nil ? 0 : Self.home) + Self.prior
                let sum = near + Self.home * (home ?? 0) + Self.prior * base
                return Curves.region(Logarithm.natural(sum / (weight * base)))
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard let sought = match.query.places.first, let nearness = nearness(match) else {
            return phrases.pick("No place of performance is given.", "Ingen plats är angiven.")
        }
        guard value != nil else { return phrases.pick("Its whereabouts are not known.", "Var den finns är inte känt.") }
        let table = match.snapshot.regions
        let wins = table.wins[supplier]
        let near = wins.count { nearness[Int($0)] >= 0.5 }
        let home = table.homes[supplier].first.map { table.places[Int($0)].region.code }
        let sentence = phrases.pick(
            "\(near) of its \(wins.count) placed wins are in or around \(sought.region)",
            "\(near) av dess \(wins.count) vinster med känd plats är i eller kring \(sought.region)")
        return home.map { sentence + phrases.pick("; it is at home in \($0).", "; den hör hemma i \($0).") } ?? sentence
            + "."
    }

    /// By place of the snapshot: how near the nearest place sought is; nil where none is sought.
    private func nearness(_ match: MatchContext) -> [Float]? {
        guard !match.query.places.isEmpty else { return nil }
        return match.snapshot.regions.places.map { place in
            match.query.places.map { $0.nearness(to: place) }.max() ?? 0
        }
    }
}
