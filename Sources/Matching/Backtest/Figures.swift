import Foundation

/// How well lists were ranked, over many queries. Shares are per cent, the rest lies in [0, 1].
package struct Figures: Sendable, Hashable {
    /// The depths at which success is counted.
    package static let depths = [1, 5, 10, 50, 132]

    package var queries = 0
    /// By depth: the share of queries with a winner that high (S@k).
    package var success: [Int: Double] = [:]
    /// Mean of 1 / rank of the first winner.
    package var meanReciprocalRank = 0.0
    /// Mean share of a query's winners in the top 50.
    package var recallAt50 = 0.0
    /// Normalised discounted cumulative gain at 10 (Järvelin & Kekäläinen 2002), every winner worth 1.
    package var nDCGAt10 = 0.0
    /// The share of all suppliers that stand in at least one top 10, in [0, 1].
    package var coverageAt10 = 0.0
    /// Of the winners without any award in the history, the share in the top 132. Nil: there were none.
    package var newcomersAt132: Double?
    /// How many such winners there were.
    package var newcomerWinners = 0
    /// By depth: the share of the places that suppliers without any known award hold.
    package var newcomerShare: [Int: Double] = [:]
    /// By depth: the share of the places that micro and small firms hold.
    package var smallFirmShare: [Int: Double] = [:]
    /// The share of all first places that the ten most frequent firsts hold.
    package var topTenFirsts = 0.0

    package init() {}

    init(_ outcomes: [QueryOutcome], suppliers: Int) {
        queries = outcomes.count
        guard queries > 0 else { return }
        let number = Double(queries)
        for depth in Self.depths {
            success[depth] = 100 * Double(outcomes.count { ($0.ranks.first ?? .max) <= depth }) / number
            let places = outcomes.flatMap { $0.top.prefix(depth) }
            newcomerShare[depth] = 100 * Double(places.count(where: \.isNewcomer)) / Double(max(1, places.count))
            smallFirmShare[depth] = 100 * Double(places.count(where: \.isSmall)) / Double(max(1, places.count))
        }
        meanReciprocalRank = outcomes.reduce(0) { $0 + $1.reciprocalRank } / number
        recallAt50 = 100 * outcomes.reduce(0) { $0 + $1.recall(50) } / number
        nDCGAt10 = outcomes.reduce(0) { $0 + $1.nDCG(10) } / number
        coverageAt10 =
            Double(Set(outcomes.flatMap { $0.top.prefix(10).map(\.supplier) }).count) / Double(max(1, suppliers))
        let newcomers = outcomes.flatMap(\.newcomerRanks)
        newcomerWinners = newcomers.count
        if !newcomers.isEmpty { newcomersAt132 = 100 * Double(newcomers.count { $0 <= 132 }) / Double(newcomers.count) }
        var firsts: [Int32: Int] = [:]
        for outcome in outcomes { if let first = outcome.top.first { firsts[first.supplier, default: 0] += 1 } }
        topTenFirsts = 100 * Double(firsts.values.sorted(by: >).prefix(10).reduce(0, +)) / number
    }
}

extension QueryOutcome {
    func nDCG(_ depth: Int) -> Double {
        guard !ranks.isEmpty else { return 0 }
        let gained = ranks.filter { $0 <= depth }.reduce(0) { $0 + 1 / log2(1 + Double($1)) }
        let possible = (1...min(depth, ranks.count)).reduce(0) { $0 + 1 / log2(1 + Double($1)) }
        return gained / possible
    }
}
