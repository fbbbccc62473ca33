import Procurement

/// Whether firms of this size win this kind of thing.
///
/// By the winners of similar procurements: value = (ln(P(size | query) / P(size)) + 1) / 2, held to [0, 1], with five
/// votes spread by the sizes of all winners to start from. Unknown for a supplier whose size is unknown.
struct CapacitySignal: Signal {
    private static let prior: Float = 5

    var name: SignalName { .capacity }

    func values(in match: MatchContext) -> SignalValues {
        guard let lifts = lifts(in: match) else { return .unknown }
        return .bySupplier(
            match.snapshot.suppliers.sizes.map { size in
                size == .unknown ? .nan : min(1, max(0, (lifts[Int(size.rawValue)] + 1) / 2))
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil, let size = match.snapshot.suppliers.sizes[supplier].size, let lifts = lifts(in: match)
        else {
            return phrases.pick("Its size is not known.", "Storleken är inte känd.")
        }
        let lift =
            (Logarithm.exponential(lifts[Int(match.snapshot.suppliers.sizes[supplier].rawValue)]) * 10).rounded() / 10
        return phrases.pick(
            "It is \(phrases.size(size)); such firms win this kind of thing \(lift) times as often as in general.",
            "Det är ett \(phrases.size(size)); sådana vinner detta \(lift) gånger så ofta som i allmänhet.")
    }

    private func lifts(in match: MatchContext) -> [Float]? {
        let sizes = match.snapshot.suppliers.sizes
        var votes = [Float](repeating: 0, count: SizeClass.allCases.count)
        var base = [Float](repeating: 1, count: SizeClass.allCases.count)
        var total: Float = 0
        var squares: Float = 0
        let winners = match.snapshot.procurements.winners
        for procurement in 0..<winners.count {
            let row = winners[procurement]
            let vote = match.similar.votes[procurement]
            for supplier in row {
                votes[Int(sizes[Int(supplier)].rawValue)] += vote / Float(row.count)
                base[Int(sizes[Int(supplier)].rawValue)] += 1
            }
            total += vote
            squares += vote * vote
        }
        guard total > 0 else { return nil }
        let effective = total * total / squares
        let all = base.reduce(0, +)
        return base.indices.map { size in
            let share = base[size] / all
            let estimate = (votes[size] / total * effective + Self.prior * share) / (effective + Self.prior)
            return Logarithm.natural(estimate / share)
        }
    }
}
