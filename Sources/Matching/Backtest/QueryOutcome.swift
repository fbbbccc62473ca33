/// How one query of a back-test went.
struct QueryOutcome: Sendable, Hashable {
    /// From 1, ascending: where each winner stood.
    var ranks: [Int]
    /// The ranks of those winners that had no award in the history.
    var newcomerRanks: [Int]
    /// The first suppliers of the list, best first, as many as `leaders`.
    var top: [Int32]

    static let leaders = 50

    /// - Parameters:
    ///   - scores: one a supplier; equal scores rank by supplier number.
    ///   - winners: suppliers, without repeats.
    init(scores: [Float], winners: [Int32], isNewcomer: (Int32) -> Bool) {
        var ranks: [(rank: Int, isNewcomer: Bool)] = []
        for winner in winners {
            let own = scores[Int(winner)]
            var better = 0
            for (supplier, score) in scores.enumerated() where score > own || (score == own && supplier < winner) {
                better += 1
            }
            ranks.append((better + 1, isNewcomer(winner)))
        }
        ranks.sort { $0.rank < $1.rank }
        self.ranks = ranks.map(\.rank)
        newcomerRanks = ranks.filter(\.isNewcomer).map(\.rank)
        top = Selection.best(scores, Self.leaders)
    }
}
