/// Whether firms of this size win this kind of thing.
///
/// ln(P(size | query) / the class's share of all suppliers): how likely one firm of that size is to win, against any
/// firm. P starts from five neighbours spread as all wins are. Unknown for a supplier whose size is unknown.
struct CapacitySignal: Signal {
    private static let curve = Curve(knots: [-2, 2], rises: [1])
    private static let prior: Float = 5

    var name: SignalName { .capacity }

    func values(in match: MatchContext) -> SignalValues {
        var classes = lifts(match).map { Self.curve($0) }
        classes[Int(SizeClass.unknown.rawValue)] = .nan
        return .byClass(.size, classes, exceptions: [])
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        let size = match.snapshot.suppliers.sizes[supplier]
        guard value != nil, let known = size.size else {
            return phrases.pick("Its size is not known.", "Storleken är inte känd.")
        }
        let lift = Logarithm.exponential(lifts(match)[Int(size.rawValue)])
        return phrases.pick(
            "It is \(phrases.size(known)); such a firm wins this kind of thing \(phrases.times(lift)) as often as any firm.",
            "Det är ett \(phrases.size(known)); ett sådant vinner detta \(phrases.times(lift)) så ofta som vilket som helst."
        )
    }

    private func lifts(_ match: MatchContext) -> [Float] {
        let background = match.snapshot.background
        let sizes = match.snapshot.suppliers.sizes
        var shares = [Float](repeating: 0, count: SizeClass.allCases.count)
        for (supplier, share) in zip(match.influence.suppliers, match.influence.shares) {
            shares[Int(sizes[Int(supplier)].rawValue)] += share
        }
        let wins = background.sizeWins.reduce(0, +) + Float(shares.count)
        let effective = match.influence.effective
        return shares.indices.map { size in
            let base = (background.sizeWins[size] + 1) / wins
            let estimate = (effective * shares[size] + Self.prior * base) / (effective + Self.prior)
            let members = max(1, background.sizeMembers[size]) / Float(max(1, sizes.count))
            return Logarithm.natural(estimate / members)
        }
    }
}
