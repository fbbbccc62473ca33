import Procurement

/// Whether the supplier works near the place of performance.
///
/// Nearness: ln((Σ nearness of its wins + 2 · nearness of its home + 1.5b) / ((wins with a place + 2 if a home is known
/// + 1.5) · b)), where nearness is that of `Place` and b how near all wins are to the place on the whole, plus 0.002.
/// Locality: the same times how local such procurements are (`Localities`), against the average of all.
/// Namesake: Σ ln(suppliers / those with the word in their names) / ln(suppliers) over the words that its name and the
/// buyer's share, counting words in at most 30 names.
/// Unknown where no place is sought or can be told; and for a supplier without a known place or shared word.
struct RegionSignal: Signal {
    private static let home: Float = 2
    private static let prior: Float = 1.5

    static let name = SignalName.region
    let values: SignalValues
    private let match: MatchContext
    /// By place of the snapshot: how near the nearest place sought is.
    private let nearness: [Float]
    private let namesakes: SupplierSums

    init(_ match: MatchContext) {
        self.match = match
        let table = match.snapshot.regions
        let sought = match.query.places
        let nearness = table.places.map { place in sought.map { $0.nearness(to: place) }.max() ?? 0 }
        let namesakes = match.snapshot.words.nameWords.namesakes(of: match.query.source.buyerName ?? "")
        self.nearness = nearness
        self.namesakes = namesakes
        guard !sought.isEmpty, !table.places.isEmpty else {
            values = .unknown
            return
        }
        var base: Float = 0
        for (near, wins) in zip(nearness, table.winsAt) { base += near * wins }
        base = base / max(1, table.allWins) + 0.002
        let locality = table.localities.factor(match.neighbourhood)
        let count = match.snapshot.suppliers.count
        var values = [Float](repeating: .nan, count: count)
        for supplier in 0..<count {
            let wins = table.wins.range(supplier)
            let homes = table.homes.range(supplier)
            guard !wins.isEmpty || !homes.isEmpty else { continue }
            var near = Self.prior * base
            for index in wins { near += nearness[Int(table.wins.items[index])] }
            var weight = Float(wins.count) + Self.prior
            if !homes.isEmpty {
                weight += Self.home
                near += Self.home * homes.reduce(Float(0)) { max($0, nearness[Int(table.homes.items[$1])]) }
            }
            let lift = Logarithm.natural(near / (weight * base))
            values[supplier] = Curves.nearness(lift) + Curves.locality(lift * locality) + Curves.namesake(0)
        }
        let unplaced = Curves.nearness(0) + Curves.locality(0)
        for supplier in namesakes.touched {
            let rise = Curves.namesake(namesakes[supplier])
            let known = values[Int(supplier)]
            values[Int(supplier)] = rise + (known.isNaN ? unplaced : known - Curves.namesake(0))
        }
        self.values = .bySupplier(values)
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard let sought = match.query.places.first else {
            return phrases.pick("No place of performance is given.", "Ingen plats är angiven.")
        }
        guard value != nil else { return phrases.pick("Its whereabouts are not known.", "Var den finns är inte känt.") }
        let table = match.snapshot.regions
        let wins = table.wins[supplier]
        let near = wins.count { nearness[Int($0)] >= 0.5 }
        var parts = [
            phrases.pick(
                "\(near) of its \(wins.count) wins with a known place are in \(sought.region)",
                "\(near) av dess \(wins.count) vinster med känd plats är i \(sought.region)")
        ]
        if let home = table.homes[supplier].first {
            let region = table.places[Int(home)].region.code
            parts.append(phrases.pick("it is at home in \(region)", "den hör hemma i \(region)"))
        }
        if namesakes[Int32(supplier)] > 0 {
            parts.append(phrases.pick("its name shares a word with the buyer's", "namnet delar ett ord med köparens"))
        }
        return parts.joined(separator: "; ") + "."
    }
}
