import Procurement

/// What the signals of one match share. It belongs to the thread that made it.
final class MatchContext {
    let snapshot: IndexSnapshot
    let query: AnalysedQuery
    let neighbourhood: Neighbourhood
    let phrases: Phrases

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, phrases: Phrases) {
        self.snapshot = snapshot
        self.query = AnalysedQuery(query, in: snapshot)
        self.phrases = phrases
        neighbourhood = Neighbourhood(self.query, in: snapshot)
    }

    /// By supplier: its wins that may speak, each as much as it is like the query, aged and cubed (crowd counted).
    private(set) lazy var votes = Votes(in: self) { near, position in near.aged[position] }

    /// The same by the words of the titles alone, without age or buyer.
    private(set) lazy var titleVotes = Votes(in: self) { near, position in near.titles[position] }

    /// ln(P(industry | query) / P(industry)) by node of the industry tree; nil where no industry is known.
    private(set) lazy var industryLifts: [Float]? = {
        let tree = snapshot.industries
        guard tree.count > 2 else { return nil }
        return tree.lifts(
            Influence(
                neighbourhood, in: snapshot, classes: snapshot.suppliers.industries, count: tree.count,
                unknown: IndustryTree.unknown),
            background: snapshot.background)
    }()

    /// By size class.
    private(set) lazy var sizeInfluence = Influence(
        neighbourhood, in: snapshot, classes: snapshot.suppliers.sizes.map { $0 == .sme ? 0 : Int32($0.rawValue) },
        count: SizeClass.allCases.count, unknown: 0)

    /// The past procurements that the supplier won and that may speak, in ascending order of date.
    func awards(of supplier: Int) -> [Int32] {
        let awards = snapshot.procurements.awards[supplier]
        return query.silenced.isEmpty ? Array(awards) : awards.filter { !query.silenced.contains($0) }
    }

    /// How many of the supplier's wins may speak.
    func awardCount(of supplier: Int) -> Int {
        query.silenced.isEmpty ? Int(snapshot.background.wins[supplier]) : awards(of: supplier).count
    }

    /// Suppliers with a win that may not speak: what the snapshot has reckoned beforehand is wrong for them.
    private(set) lazy var silencedWinners: [Int32] = Set(
        query.silenced.flatMap { snapshot.procurements.winners[Int($0)] }
    ).sorted()

    /// The supplier's wins that are like what is sought, the most alike first.
    func evidence(of supplier: Int) -> [(procurement: Int32, likeness: Float)] {
        awards(of: supplier).map { ($0, neighbourhood.likeness(of: $0)) }.filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    func reference(_ procurement: Int32) -> Phrases.Reference {
        let table = snapshot.procurements
        return Phrases.Reference(
            title: table.titles[Int(procurement)], buyer: table.buyerName(Int(procurement)),
            date: table.date(Int(procurement)))
    }
}

/// Votes of the neighbourhood for the winners: weight³ · crowd each.
struct Votes {
    let sums: SupplierSums
    let total: Float

    init(in match: MatchContext, weight: (Neighbourhood, Int) -> Float) {
        let near = match.neighbourhood
        var sums = SupplierSums(match.snapshot.suppliers.count)
        var total: Float = 0
        for position in near.procurements.indices {
            let weight = weight(near, position)
            let vote = weight * weight * weight * near.crowd[position]
            guard vote > 0 else { continue }
            for winner in match.snapshot.procurements.winners[Int(near.procurements[position])] {
                sums.add(vote, to: winner)
                total += vote
            }
        }
        self.sums = sums
        self.total = total
    }

    /// The supplier's share of all votes on a logarithmic scale: a ten-thousandth or less is 0, a thousandth 1, all 4.
    func magnitude(of supplier: Int32) -> Float {
        let share = sums[supplier] / max(total, .leastNormalMagnitude)
        return share <= 1e-4 ? 0 : Logarithm.decimal(share) + 4
    }

    /// One value a supplier by a curve over the magnitudes.
    func values(_ curve: Curve) -> SignalValues {
        guard total > 0 else { return .unknown }
        let rest = curve(0)
        return .byClass(.all, [rest], exceptions: sums.touched.sorted().map { ($0, curve(magnitude(of: $0))) })
    }
}
