/// How one query of a back-test went.
struct QueryOutcome: Sendable, Hashable {
    /// From 1, ascending: where each winner stood.
    var ranks: [Int]
    /// The ranks of those winners that had no award in the history.
    var newcomerRanks: [Int]
    /// The first suppliers of the list, best first, at most `leaders`.
    var top: [Leader]

    struct Leader: Sendable, Hashable {
        var supplier: Int32
        var isNewcomer: Bool
        /// Micro or small.
        var isSmall: Bool
    }

    static let leaders = 132

    /// - Parameters:
    ///   - scores: one a supplier; equal scores rank by supplier number.
    ///   - winners: without repeats.
    init(scores: [Float], winners: [Int32], in snapshot: IndexSnapshot) {
        let sizes = snapshot.suppliers.sizes
        var ranks: [(rank: Int, isNewcomer: Bool)] = []
        for winner in winners {
            ranks.append((Self.rank(of: winner, in: scores), snapshot.wins(of: Int(winner)) == 0))
        }
        ranks.sort { $0.rank < $1.rank }
        self.ranks = ranks.map(\.rank)
        newcomerRanks = ranks.filter(\.isNewcomer).map(\.rank)
        top = Selection.best(scores, Self.leaders).map { supplier in
            let size = sizes[Int(supplier)]
            return Leader(
                supplier: supplier, isNewcomer: snapshot.wins(of: Int(supplier)) == 0,
                isSmall: size == .micro || size == .small)
        }
    }

    /// By hand, for tests.
    init(ranks: [Int], newcomerRanks: [Int] = [], top: [Leader] = []) {
        self.ranks = ranks
        self.newcomerRanks = newcomerRanks
        self.top = top
    }

    static func rank(of supplier: Int32, in scores: [Float]) -> Int {
        let own = scores[Int(supplier)]
        var better = 0
        for (other, score) in scores.enumerated() where score > own || (score == own && other < supplier) {
            better += 1
        }
        return better + 1
    }

    /// True where a winner had an award in the history.
    var isRecurring: Bool { ranks.count > newcomerRanks.count }

    var reciprocalRank: Double { ranks.first.map { 1 / Double($0) } ?? 0 }

    /// The share of the winners that stand so high.
    func recall(_ depth: Int) -> Double {
        ranks.isEmpty ? 0 : Double(ranks.count { $0 <= depth }) / Double(ranks.count)
    }
}
