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
    ///   - multiples: by supplier: 0, or for a copy, which is on no list, how many it stands for; empty where none is one.
    ///   - wonBefore: true leaves out all who have no award in the history.
    init(
        scores: [Float], winners: [Int32], in snapshot: IndexSnapshot, multiples: [Int] = [], wonBefore: Bool = false
    ) {
        var scores = scores
        if wonBefore {
            for supplier in scores.indices where snapshot.wins(of: supplier) == 0 { scores[supplier] = -1 }
        }
        let crowd = Crowd(&scores, multiples: multiples)
        let sizes = snapshot.suppliers.sizes
        var ranks: [(rank: Int, isNewcomer: Bool)] = []
        for winner in winners {
            let rank = Self.rank(of: winner, in: scores) + crowd.before(scores[Int(winner)])
            ranks.append((rank, snapshot.wins(of: Int(winner)) == 0))
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

    /// The copies that stand in the way, by score. They are taken off the list.
    private struct Crowd {
        private var copies: [(score: Float, count: Int)] = []

        init(_ scores: inout [Float], multiples: [Int]) {
            for (supplier, count) in multiples.enumerated() where count > 0 {
                copies.append((scores[supplier], count))
                scores[supplier] = -1
            }
        }

        /// How many are expected before one with a score: those with more, and of those with the same half.
        func before(_ score: Float) -> Int {
            copies.reduce(0) { sum, copy in
                sum + (copy.score > score ? copy.count : copy.score == score ? copy.count / 2 : 0)
            }
        }
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
