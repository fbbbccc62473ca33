/// How much of what the supplier has won lies in the same CPV group.
///
/// ln((wins in the group + 2b) / ((wins + 2) · b)), where b is the group's share of all wins and a group is the first
/// three digits of the main code (two where no more are sought). Several codes sought make one group together.
/// Unknown for a supplier without a win, and where no code is sought.
struct ScopeSignal: Signal {
    private static let prior: Float = 2

    var name: SignalName { .scope }

    func values(in match: MatchContext) -> SignalValues {
        guard !match.query.branches.isEmpty else { return .unknown }
        let (inside, share) = winsInside(match)
        var classes = (0...SupplierClass.mostWins).map {
            Curves.scope(Self.lift(inside: 0, wins: Float($0), share: share))
        }
        classes[0] = .nan
        let suppliers = Set(inside.touched + match.silencedWinners).sorted()
        return .byClass(
            .wins, classes,
            exceptions: suppliers.map { supplier in
                let wins = match.awardCount(of: Int(supplier))
                let value = Curves.scope(Self.lift(inside: inside[supplier], wins: Float(wins), share: share))
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
        let groups = Set(match.query.branches.map { CPVGroup($0) })
        var procurements = Set<Int32>()
        for group in groups {
            procurements.formUnion(match.snapshot.cpv.branch(group.prefix, digits: group.digits, mainOnly: true))
        }
        var inside = SupplierSums(match.snapshot.suppliers.count)
        for procurement in procurements.subtracting(match.query.silenced) {
            for winner in match.snapshot.procurements.winners[Int(procurement)] { inside.add(1, to: winner) }
        }
        let all = match.snapshot.background.groupWins
        let wins = all.reduce(Float(0)) { sum, entry in
            groups.contains { $0.contains(entry.key) } ? sum + entry.value : sum
        }
        return (inside, (wins + 1) / (Float(match.snapshot.awardCount) + Float(all.count)))
    }

    private static func lift(inside: Float, wins: Float, share: Float) -> Float {
        Logarithm.natural((inside + prior * share) / ((wins + prior) * share))
    }

    /// Three digits of the CPV, or two.
    private struct CPVGroup: Hashable {
        let prefix: UInt32
        let digits: Int

        init(_ branch: CPVBranch) {
            digits = min(3, branch.digits)
            prefix = branch.prefix(digits)
        }

        /// - Parameter group: three digits.
        func contains(_ group: UInt32) -> Bool { digits == 3 ? group == prefix : group / 10 == prefix }
    }
}
