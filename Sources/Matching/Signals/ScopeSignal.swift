import Procurement

/// How much of what the supplier has won lies in the same CPV group.
///
/// ln((wins in the group + 2b) / ((wins + 2) · b)), where b is the group's share of all wins and a group is the first
/// three digits of the main code (two where a pattern has no more). Several codes sought make one group together.
/// A supplier without a win stands where the average does, at 0. Unknown where no code is sought.
struct ScopeSignal: Signal {
    private static let prior: Float = 2

    static let name = SignalName.scope
    let values: SignalValues
    private let match: MatchContext
    private let inside: SupplierSums
    /// The group's share of all wins.
    private let share: Float

    init(_ match: MatchContext) {
        self.match = match
        var inside = SupplierSums(match.snapshot.suppliers.count)
        let groups = Set(
            (match.query.source.cpv + [match.query.guessed].compactMap { $0 }).map { CPVGroup($0) }
                + match.query.source.cpvPatterns.map { CPVGroup($0) })
        let silenced = Set(match.query.silenced)
        // Groups don't overlap, but a division holds its groups.
        let largest = groups.filter { group in
            !groups.contains { $0.digits < group.digits && $0.contains(group.prefix) }
        }
        for group in largest {
            let members = match.snapshot.cpv.mainCodes(beginningWith: group.prefix, digits: group.digits)
            for procurement in members where !silenced.contains(procurement) {
                for winner in match.snapshot.procurements.winners[Int(procurement)] { inside.add(1, to: winner) }
            }
        }
        self.inside = inside
        let all = match.snapshot.background.groupWins
        let wins = all.reduce(Float(0)) { sum, entry in
            largest.contains { $0.contains(entry.key) } ? sum + entry.value : sum
        }
        let share = (wins + 1) / (Float(match.snapshot.awardCount) + Float(all.count))
        self.share = share
        guard !groups.isEmpty else {
            values = .unknown
            return
        }
        let classes = (0...SupplierClass.mostWins).map {
            Curves.scope(Self.lift(inside: 0, wins: Float($0), share: share))
        }
        values = .byClass(
            .wins, classes,
            exceptions: Set(inside.touched + match.silencedWinners).sorted().map { supplier in
                let wins = match.awardCount(of: Int(supplier))
                let lift = Self.lift(inside: inside[supplier], wins: Float(wins), share: share)
                return .init(supplier: supplier, value: Curves.scope(lift))
            })
    }

    func measures(of supplier: Int) -> [String: Float] {
        let wins = Float(match.awardCount(of: supplier))
        return ["scope": Self.lift(inside: inside[Int32(supplier)], wins: wins, share: share)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick("No code is sought.", "Ingen kod är sökt.") }
        let inside = Int(inside[Int32(supplier)])
        let wins = match.awardCount(of: supplier)
        guard wins > 0 else {
            return phrases.pick("No win yet: it counts as the average.", "Ingen vinst än: räknas som genomsnittet.")
        }
        let sentence = phrases.pick(
            "\(inside) of its \(wins) wins are in the same CPV group",
            "\(inside) av dess \(wins) vinster är i samma CPV-grupp")
        guard let guessed = match.query.guessed else { return sentence + "." }
        return sentence
            + phrases.pick(
                " (\(guessed), by procurements worded alike).", " (\(guessed), efter upphandlingar med liknande ord).")
    }

    private static func lift(inside: Float, wins: Float, share: Float) -> Float {
        Logarithm.natural((inside + prior * share) / ((wins + prior) * share))
    }

    /// Three digits of the CPV, or two.
    private struct CPVGroup: Hashable {
        let prefix: UInt32
        let digits: Int

        init(_ code: CPVCode) {
            digits = 3
            prefix = code.prefix(3)
        }

        init(_ pattern: CPVPattern) {
            let branch = CPVBranch(pattern)
            digits = min(3, branch.digits)
            prefix = branch.prefix(digits)
        }

        /// - Parameter group: three digits.
        func contains(_ group: UInt32) -> Bool { digits == 3 ? group == prefix : group / 10 == prefix }
    }
}
