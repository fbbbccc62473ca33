import Containers
import Procurement

/// What speaks for each firm as an answer to a question in words. Every value lies in [0, 1]. It belongs to the thread that
/// made it.
struct FirmEvidence {
    /// ln(1 + votes / 0.3) over the same of the highest votes, of 1 at least. votes = Σ over its wins of
    /// likeness³·⁵ · crowd, a quarter more where the buyer is the one that asks.
    let experience: [Float]
    /// As `experience`, over the procurements that it tendered in and won nothing in, with tenderers^-0.2 for the crowd. Empty
    /// where nobody is known that lost.
    let participation: [Float]
    /// min(1, Σ over its wins of likeness² / (wins + 1)).
    let scope: [Float]
    /// By node of the industry tree; see `trades`.
    let industry: [Float]
    /// How far its name answers the question.
    let name: [Float]
    /// By node: how far what the industry is called does.
    let trade: [Float]
    /// How far its register entry does.
    let description: [Float]
    /// Whether the codes that the register says it offers are those sought, or those of what is like.
    let offer: [Float]
    /// How many past procurements are similar, and by node of the industry tree how often its firms won one of them.
    let similar: (procurements: Int, winsOfIndustry: [Int32])

    private let industries: [Int32]

    /// What is less like than this counts for nothing: there is much of it, and it would add up.
    private static let leastLikeness: Float = 0.03
    private static let halfVotes: Float = 0.3

    private static let ownBuyer: Float = 1.25

    /// - Parameter buyer: who asks, where it has bought before.
    init(
        _ question: Question, _ likeness: QuestionLikeness, patterns: [CPVPattern], buyer: Int32?,
        in snapshot: IndexSnapshot
    ) {
        let index = snapshot.questions
        let table = snapshot.procurements
        let count = snapshot.supplierCount
        var votes = [Float](repeating: 0, count: count)
        var squares = votes
        var lost = table.tellsLosers ? votes : []
        var similar = 0
        var winsOfIndustry = [Int32](repeating: 0, count: snapshot.industries.count)
        for (procurement, like) in likeness.values.enumerated() where like >= Self.leastLikeness {
            var vote = QuestionLikeness.sharp(like) * snapshot.crowd(procurement)
            let isOwn = buyer.map { table.buyers[procurement].contains($0) } ?? false
            if isOwn { vote *= Self.ownBuyer }
            let losers = table.losers(of: procurement)
            if !losers.isEmpty {
                var vote = QuestionLikeness.sharp(like) * snapshot.crowdOfTenderers(procurement)
                if isOwn { vote *= Self.ownBuyer }
                for loser in losers { lost[Int(loser)] += vote }
            }
            let isSimilar = likeness.isSimilar(procurement)
            if isSimilar { similar += 1 }
            for winner in table.winners[procurement] {
                votes[Int(winner)] += vote
                squares[Int(winner)] += like * like
                if isSimilar { winsOfIndustry[Int(snapshot.suppliers.industries[Int(winner)])] += 1 }
            }
        }
        self.similar = (similar, winsOfIndustry)
        experience = Self.saturated(votes)
        participation = Self.saturated(lost)
        scope = squares.indices.map { min(1, squares[$0] / (Float(snapshot.wins(of: $0)) + 1)) }
        industry = Self.trades(votes, in: snapshot)
        name = Self.dense(question.coverage(of: index.names), count: count)
        description = Self.dense(question.coverage(of: index.descriptions), count: count)
        let labels = Self.dense(question.coverage(of: index.industryNames), count: index.industryNames.count)
        trade = snapshot.industries.labels.map { $0 < 0 ? 0 : labels[Int($0)] }
        industries = snapshot.suppliers.industries
        offer = Self.offers(likeness, patterns: patterns, in: snapshot)
    }

    /// ln(1 + votes / 0.3) over that of the highest votes, of 1 at least.
    private static func saturated(_ votes: [Float]) -> [Float] {
        let most = Logarithm.natural(1 + max(1, votes.max() ?? 0) / halfVotes)
        return votes.map { $0 > 0 ? Logarithm.natural(1 + $0 / halfVotes) / most : 0 }
    }

    private static let enough = (votes: Float(0.08), ofWords: Float(0.3), ofTrade: Float(0.5), ofIndustry: Float(0.7))

    /// Whether its wins, its tenders or its own words are near what is sought. A firm without a win may be listed by its industry too, where
    /// that is one of those who win such things above all: it has had no other chance to be heard.
    func speaks(for supplier: Int, hasWon: Bool) -> Bool {
        let leaf = Int(industries[supplier])
        if !participation.isEmpty, participation[supplier] >= Self.enough.votes { return true }
        if name[supplier] >= Self.enough.ofWords || description[supplier] >= Self.enough.ofWords { return true }
        if hasWon {
            return experience[supplier] >= Self.enough.votes || trade[leaf] >= Self.enough.ofTrade
                || offer[supplier] >= Self.enough.ofTrade
        }
        return max(trade[leaf], offer[supplier]) >= Self.enough.ofWords || industry[leaf] >= Self.enough.ofIndustry
    }

    private static func dense(_ coverage: Question.Coverage, count: Int) -> [Float] {
        var values = [Float](repeating: 0, count: count)
        for (text, value) in zip(coverage.texts, coverage.values) { values[Int(text)] = value }
        return values
    }

    // MARK: Industries

    private static let halfMass: Float = 0.5
    private static let mostLift = Logarithm.natural(60)
    private static let enoughShare: Float = 0.08

    /// How much more often an industry is that of those who win the like than that of any firm, by node of the tree.
    ///
    /// Each firm has the mass votes / (votes + ½). Of an industry: ln(lift) / ln(60) · √(share / 0.08), each at most 1, where
    /// share is its part of all mass and lift that over its part of all firms. The best counts of that of the industry
    /// itself, 0.6 times that of its three digits and 0.35 times that of its two.
    private static func trades(_ votes: [Float], in snapshot: IndexSnapshot) -> [Float] {
        let tree = snapshot.industries
        var mass = [Float](repeating: 0, count: tree.count)
        var all: Float = 0
        for (supplier, votes) in votes.enumerated() where votes > 0 {
            let own = votes / (votes + halfMass)
            all += own
            var node = Int(snapshot.suppliers.industries[supplier])
            while node != Int(IndustryTree.root) {
                mass[node] += own
                node = Int(tree.parents[node])
            }
        }
        guard all > 0 else { return mass }
        let firms = snapshot.questions.firmsOfIndustry
        let ofNode = mass.indices.map { node -> Float in
            guard node > Int(IndustryTree.unknown), firms[node] > 0 else { return 0 }
            let share = mass[node] / all
            let lift = share / (firms[node] / Float(max(1, snapshot.supplierCount)))
            guard lift > 1 else { return 0 }
            return min(1, Logarithm.natural(lift) / mostLift) * min(1, share / enoughShare).squareRoot()
        }
        return mass.indices.map { leaf in
            var best: Float = 0
            var node = leaf
            while node > Int(IndustryTree.unknown) {
                let digits = tree.codes[node].utf8.count
                let weight: Float = node == leaf ? 1 : digits == 3 ? 0.6 : digits == 2 ? 0.35 : 0
                best = max(best, weight * ofNode[node])
                node = Int(tree.parents[node])
            }
            return best
        }
    }

    // MARK: Codes of the register

    private static let ofDepth: [Float] = [0, 0.4, 0.6, 0.8, 1]

    /// 1 for a code that lies in those sought; else by its branches of 3, 4, 5 and 8 digits, times (0.4, 0.6, 0.8, 1):
    /// 2 · Σ likeness³·⁵ / (procurements + 2), at most 1.
    private static func offers(
        _ likeness: QuestionLikeness, patterns: [CPVPattern], in snapshot: IndexSnapshot
    ) -> [Float] {
        let index = snapshot.questions
        var offers = [Float](repeating: 0, count: snapshot.supplierCount)
        guard !index.offeredCodes.isEmpty else { return offers }
        let codes = index.mainCodes
        let sums = codes.sums(likeness.values.map(QuestionLikeness.sharp))
        let sought = patterns.map(CPVBranch.init)
        for (row, code) in index.offeredCodes.enumerated() {
            var value: Float = 0
            if sought.contains(where: { code.prefix($0.digits) == $0.prefix($0.digits) }) { value = 1 }
            for depth in 1..<MainCodes.depths.count where value < 1 {
                guard let branch = codes.branch(of: code, depth: depth) else { continue }
                let sum = max(0, sums[branch.upperBound] - sums[branch.lowerBound])
                value = max(value, ofDepth[depth] * min(1, 2 * sum / (Float(codes.count(in: branch)) + 2)))
            }
            guard value > 0 else { continue }
            for supplier in index.suppliersOfOffer[row] { offers[Int(supplier)] = max(offers[Int(supplier)], value) }
        }
        return offers
    }
}
