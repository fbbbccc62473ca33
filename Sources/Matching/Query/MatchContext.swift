import Procurement

/// What the signals of one match share. It belongs to the thread that made it.
final class MatchContext {
    let snapshot: IndexSnapshot
    let query: AnalysedQuery
    let neighbourhood: Neighbourhood
    let phrases: Phrases
    /// Suppliers with a win that may not speak: what the snapshot has reckoned beforehand is wrong for them. Ascending.
    let silencedWinners: [Int32]

    private static let evidenceShown = 3
    private var remembered: (supplier: Int, evidence: [(procurement: Int32, likeness: Float)])?

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, phrases: Phrases) {
        self.snapshot = snapshot
        self.query = AnalysedQuery(query, in: snapshot)
        self.phrases = phrases
        neighbourhood = Neighbourhood(self.query, in: snapshot)
        silencedWinners = Set(self.query.silenced.flatMap { snapshot.procurements.winners[Int($0)] }).sorted()
    }

    /// The past procurements that the supplier won and that may speak, in ascending order of date.
    func awards(of supplier: Int) -> [Int32] {
        let awards = snapshot.procurements.awards[supplier]
        return query.silenced.isEmpty ? Array(awards) : awards.filter { !query.silenced.contains($0) }
    }

    /// How many of the supplier's wins may speak.
    func awardCount(of supplier: Int) -> Int {
        query.silenced.isEmpty ? snapshot.wins(of: supplier) : awards(of: supplier).count
    }

    /// The supplier's wins that are most like what is sought, the most alike first, of equals the latest: three at most.
    func evidence(of supplier: Int) -> [(procurement: Int32, likeness: Float)] {
        // Two parts of an explanation ask for it, one after the other.
        if let remembered, remembered.supplier == supplier { return remembered.evidence }
        let awards = awards(of: supplier)
        var evidence = neighbourhood.known(awards)
        // What was not found worth comparing is less like it than what was.
        if evidence.count < Self.evidenceShown, evidence.count < awards.count {
            evidence = Array(zip(awards, neighbourhood.likeness(of: awards))).filter { $0.1 > 0 }
        }
        evidence.sort { ($1.likeness, $1.procurement) < ($0.likeness, $0.procurement) }
        evidence.removeLast(max(0, evidence.count - Self.evidenceShown))
        remembered = (supplier, evidence)
        return evidence
    }

    /// A code as a sentence names it: `60130000, Skolskjuts` by the list of codes that was imported, else
    /// `60130000 in 60, Transport services (excl. Waste transport)`.
    func named(_ code: CPVCode) -> String {
        if let label = snapshot.words.labels.label(code) { return "\(code), \(label)" }
        guard let division = CPVDivision.label(of: code) else { return "\(code)" }
        let digits = division.code.description.prefix(2)
        return phrases.pick(
            "\(code) in \(digits), \(division.english ?? "")", "\(code) i \(digits), \(division.swedish ?? "")")
    }

    func reference(_ procurement: Int32) -> Phrases.Reference {
        let table = snapshot.procurements
        return Phrases.Reference(
            title: table.titles[Int(procurement)], buyer: table.buyerName(Int(procurement)),
            date: table.date(Int(procurement)))
    }
}
