/// Whether the supplier's industry (SNI) is one that wins this kind of thing.
///
/// The industries of the winners of similar procurements give P(industry | query), smoothed down the SNI tree: each
/// node's estimate is (votes + 3 · the parent's estimate handed down by size) / (votes + 3). Compared with how
/// often the industry wins at all: value = (ln(P / base) + 1) / 6, held to [0, 1].
struct IndustrySignal: Signal {
    private static let prior: Float = 3

    var name: SignalName { .industry }

    func values(in match: MatchContext) -> SignalValues {
        guard let nodes = lifts(in: match) else { return .unknown }
        return .bySupplier(
            match.snapshot.suppliers.industries.map { node in
                node == IndustryTree.unknown ? .nan : min(1, max(0, (nodes[Int(node)] + 1) / 6))
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        let label =
            match.snapshot.suppliers.label(supplier)
            ?? match.snapshot.industries.codes[
                Int(match.snapshot.suppliers.industries[supplier])]
        guard value != nil, let lifts = lifts(in: match) else {
            return phrases.pick("Its industry is not known.", "Branschen är inte känd.")
        }
        let lift = Logarithm.exponential(lifts[Int(match.snapshot.suppliers.industries[supplier])])
        let times = lift >= 10 ? "\(Int(lift.rounded()))" : "\((lift * 10).rounded() / 10)"
        return phrases.pick(
            "Its industry (\(label)) wins this kind of procurement \(times) times as often as procurements in general.",
            "Dess bransch (\(label)) vinner sådana här upphandlingar \(times) gånger så ofta som upphandlingar i allmänhet."
        )
    }

    /// ln(P(node | query) / P(node)) by node; nil without any votes.
    private func lifts(in match: MatchContext) -> [Float]? {
        let tree = match.snapshot.industries
        let leaves = match.snapshot.suppliers.industries
        var votes = [Float](repeating: 0, count: tree.count)
        var base = [Float](repeating: 0, count: tree.count)
        var squares: Float = 0
        var total: Float = 0
        let winners = match.snapshot.procurements.winners
        for procurement in 0..<winners.count {
            let row = winners[procurement]
            let vote = match.similar.votes[procurement]
            for supplier in row {
                votes[Int(leaves[Int(supplier)])] += vote / Float(row.count)
                base[Int(leaves[Int(supplier)])] += 1
            }
            total += vote
            squares += vote * vote
        }
        guard total > 0 else { return nil }
        // As many equal votes as would vary as much (Kish's effective sample size).
        let effective = total * total / squares
        for node in base.indices where node > 0 { base[node] += 0.5 }
        for node in stride(from: tree.count - 1, through: 1, by: -1) {
            let parent = Int(tree.parents[node])
            votes[parent] += votes[node]
            base[parent] += base[node]
        }
        var childBase = [Float](repeating: 0, count: tree.count)
        for node in 1..<tree.count { childBase[Int(tree.parents[node])] += base[node] }
        var estimate = [Float](repeating: 1, count: tree.count)
        for node in 1..<tree.count {
            let parent = Int(tree.parents[node])
            let handedDown = estimate[parent] * base[node] / childBase[parent]
            estimate[node] = (votes[node] / total * effective + Self.prior * handedDown) / (effective + Self.prior)
        }
        return (0..<tree.count).map { Logarithm.natural(estimate[$0] / (base[$0] / base[0])) }
    }
}
