/// How much of what the supplier has won lies in the same branches of the CPV.
///
/// ln((wins in the branch + 2b) / (wins + 2) / b), where b is the branch's share of all wins and the branch is
/// three digits of each code sought (two where no more are given). Unknown without a win and without codes sought.
struct ScopeSignal: Signal {
    private static let curve = Curve(knots: [-2, 5], rises: [1])
    private static let prior: Float = 2

    var name: SignalName { .scope }

    func values(in match: MatchContext) -> SignalValues {
        guard !match.query.branches.isEmpty else { return .unknown }
        let (inside, share) = winsInside(match)
        var classes = (0...SupplierClass.mostWins).map {
            Self.curve(Self.lift(inside: 0, wins: Float($0), share: share))
        }
        classes[0] = .nan
        let suppliers = Set(inside.touched + match.silencedWinners).sorted()
        return .byClass(
            .wins, classes,
            exceptions: suppliers.map { supplier in
                let wins = match.awardCount(of: Int(supplier))
                let value = Self.curve(Self.lift(inside: inside[supplier], wins: Float(wins), share: share))
                return (supplier, wins == 0 ? .nan : value)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick(
                "No win, or no code sought, to compare.", "Ingen vinst, eller ingen sökt kod, att jämföra.")
        }
        let inside = Int(winsInside(match).inside[Int32(supplier)])
        let wins = match.awardCount(of: supplier)
        return phrases.pick(
            "\(inside) of its \(wins) wins are in the same CPV group.",
            "\(inside) av dess \(wins) vinster är i samma CPV-grupp.")
    }

    private func winsInside(_ match: MatchContext) -> (inside: SupplierSums, share: Float) {
        var inside = SupplierSums(match.snapshot.suppliers.count)
        var procurements = Set<Int32>()
        for branch in match.query.branches {
            let digits = min(3, branch.digits)
            procurements.formUnion(match.snapshot.cpv.branch(branch.prefix(digits), digits: digits))
        }
        var count: Float = 0
        for procurement in procurements.subtracting(match.query.silenced) {
            for winner in match.snapshot.procurements.winners[Int(procurement)] {
                inside.add(1, to: winner)
                count += 1
            }
        }
        return (inside, (count + 1) / (Float(match.snapshot.awardCount) + 1000))
    }

    private static func lift(inside: Float, wins: Float, share: Float) -> Float {
        Logarithm.natural((inside + prior * share) / (wins + prior) / share)
    }
}
