import Procurement

/// How much of what the supplier has won lies in the same CPV group.
///
/// ln((wins in the group + 2b) / ((wins + 2) · b)), where b is the group's share of all wins and a group is the first
/// three digits of the main code (two where a pattern has no more). Several codes sought make one group together.
/// The codes that the register says a supplier offers count as one win, a part of it for each code in the group.
/// A supplier of whom neither is known stands where the average does, at 0. Unknown where no code is sought.
struct ScopeSignal: Signal {
    private static let prior: Float = 2

    static let name = SignalName.scope
    let values: SignalValues
    private let match: MatchContext
    /// By supplier: wins in the group.
    private let won: SupplierSums
    /// By supplier: the part of the codes that it offers by the register that lies in the group.
    private let offered: SupplierSums
    /// The group's share of all wins.
    private let share: Float

    init(_ match: MatchContext) {
        self.match = match
        let snapshot = match.snapshot
        let groups = CPVGroup.sought(by: match.query)
        var won = SupplierSums(snapshot.suppliers.count)
        var offered = won
        let silenced = Set(match.query.silenced)
        var wins: Float = 0
        for group in groups {
            for procurement in snapshot.cpv.mainCodes(beginningWith: group.prefix, digits: group.digits)
            where !silenced.contains(procurement) {
                for winner in snapshot.procurements.winners[Int(procurement)] { won.add(1, to: winner) }
            }
            for (code, count) in snapshot.background.groupWins where group.contains(code) { wins += count }
            for supplier in snapshot.offers.all(beginningWith: group.prefix, digits: group.digits) {
                offered.add(1 / Float(snapshot.suppliers.offers.range(Int(supplier)).count), to: supplier)
            }
        }
        self.won = won
        self.offered = offered
        let share = (wins + 1) / (Float(snapshot.awardCount) + Float(snapshot.background.groupWins.count))
        self.share = share
        guard !groups.isEmpty else {
            values = .unknown
            return
        }
        let classes = (0...SupplierClass.mostWins).map {
            Curves.scope(Self.lift(inside: 0, wins: Float($0), share: share))
        }
        let apart = Set(won.touched + match.silencedWinners + snapshot.background.offering)
        values = .byClass(
            .wins, classes,
            exceptions: apart.sorted().map { supplier in
                let (inside, wins) = (won[supplier] + offered[supplier], Self.wins(of: Int(supplier), match))
                return .init(
                    supplier: supplier, value: Curves.scope(Self.lift(inside: inside, wins: wins, share: share)))
            })
    }

    func measures(of supplier: Int) -> [String: Float] {
        let inside = won[Int32(supplier)] + offered[Int32(supplier)]
        return ["scope": Self.lift(inside: inside, wins: Self.wins(of: supplier, match), share: share)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick("No code is sought.", "Ingen kod är sökt.") }
        let wins = match.awardCount(of: supplier)
        let offers = !match.snapshot.suppliers.offers.range(supplier).isEmpty
        guard wins > 0 || offers else {
            return phrases.pick("No win yet: it counts as the average.", "Ingen vinst än: räknas som genomsnittet.")
        }
        let inside = Int(won[Int32(supplier)])
        let isOffered = offered[Int32(supplier)] > 0
        var sentence = phrases.pick(
            "\(inside) of its \(wins) wins are in the same CPV group",
            "\(inside) av dess \(wins) vinster är i samma CPV-grupp")
        if wins == 0 {
            sentence = phrases.pick(
                isOffered
                    ? "It offers this CPV group, by the register" : "It offers other CPV groups, by the register",
                isOffered
                    ? "Enligt registret erbjuder den denna CPV-grupp"
                    : "Enligt registret erbjuder den andra CPV-grupper")
        } else if offers {
            sentence += phrases.pick(
                isOffered ? ", which it offers too, by the register" : "; by the register it offers others",
                isOffered
                    ? ", som den enligt registret också erbjuder" : "; enligt registret erbjuder den andra grupper")
        }
        guard let guessed = match.query.guessed else { return sentence + "." }
        let code = match.named(guessed)
        return sentence
            + phrases.pick(
                " (\(code); by procurements worded alike).", " (\(code); efter upphandlingar med liknande ord).")
    }

    /// Wins, and one for all that the register offers.
    private static func wins(of supplier: Int, _ match: MatchContext) -> Float {
        Float(match.awardCount(of: supplier)) + (match.snapshot.suppliers.offers.range(supplier).isEmpty ? 0 : 1)
    }

    private static func lift(inside: Float, wins: Float, share: Float) -> Float {
        Logarithm.natural((inside + prior * share) / ((wins + prior) * share))
    }
}

/// Three digits of the CPV, or two.
struct CPVGroup: Hashable, Sendable {
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

    /// The groups of a query, none within another, ascending.
    static func sought(by query: AnalysedQuery) -> [CPVGroup] {
        let codes = query.source.cpv + [query.guessed].compactMap { $0 }
        let all = Set(codes.map(CPVGroup.init) + query.source.cpvPatterns.map(CPVGroup.init))
        return all.filter { group in !all.contains { $0.digits < group.digits && $0.contains(group.prefix) } }
            .sorted { ($0.prefix, $0.digits) < ($1.prefix, $1.digits) }
    }

    /// - Parameter group: three digits.
    func contains(_ group: UInt32) -> Bool { digits == 3 ? group == prefix : group / 10 == prefix }
}
