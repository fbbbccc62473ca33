import Containers
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
    let bound: SignalBound
    private let match: MatchContext
    /// By the first three digits of a code: true where they lie in a group sought.
    private let isSought: [Bool]
    /// The group's share of all wins.
    private let share: Float

    init(_ match: MatchContext) {
        self.match = match
        let background = match.snapshot.background
        let groups = CPVGroup.sought(by: match.query)
        isSought = (0...UInt32(Background.noGroup)).map { group in
            group < Background.noGroup && groups.contains { $0.contains(group) }
        }
        var wins: Float = 0
        for group in groups {
            for (code, count) in background.groupWins where group.contains(code) { wins += count }
        }
        share = (wins + 1) / (Float(match.snapshot.awardCount) + Float(background.groupWins.count))
        guard !groups.isEmpty else {
            bound = .unknown
            return
        }
        // The curve rises between exp(-2) and 1.
        let most = StepTable(from: 0.125, to: 1) { Curves.scope(Logarithm.natural($0)) }
        let sought = isSought
        bound = .byAmounts(
            .init(
                lists: background.suppliersOfGroup, sought: sought.indices.filter { sought[$0] }.map { ($0, 1) },
                prior: Self.prior, base: share, classes: .tries, isUnknownWithoutAny: false, most: most))
    }

    func values(of suppliers: [Int32]) -> [Float] {
        if case .unknown = bound { return suppliers.map { _ in .nan } }
        guard match.query.silenced.isEmpty else {
            return suppliers.map { value(inside: inside(Int($0)), wins: Self.wins(of: Int($0), match)) }
        }
        // The same without a look at what may not speak.
        let (awards, offers) = (match.snapshot.procurements.awards.offsets, match.snapshot.suppliers.offers)
        let isSought = isSought.span
        let groupsOfWins = match.snapshot.background.groupsOfWins
        let groups = groupsOfWins.span
        let firstWins = awards.span
        let offered = offers.items.span
        let firstOffers = offers.offsets.span
        var values: [Float] = []
        values.reserveCapacity(suppliers.count)
        for supplier in suppliers {
            let wins = Int(firstWins[Int(supplier)])..<Int(firstWins[Int(supplier) + 1])
            let codes = Int(firstOffers[Int(supplier)])..<Int(firstOffers[Int(supplier) + 1])
            var won = 0
            for index in wins where isSought[Int(groups[index])] { won += 1 }
            var part: Float = 0
            for index in codes where isSought[Int(offered[index])] { part += 1 / Float(codes.count) }
            values.append(value(inside: Float(won) + part, wins: Float(wins.count) + (codes.isEmpty ? 0 : 1)))
        }
        return values
    }

    private func value(inside: Float, wins: Float) -> Float {
        Curves.scope(Self.lift(inside: inside, wins: wins, share: share))
    }

    private func inside(_ supplier: Int) -> Float { Float(won(supplier)) + offered(supplier) }

    /// Wins in the group.
    private func won(_ supplier: Int) -> Int {
        let (awards, groups) = (match.snapshot.procurements.awards, match.snapshot.background.groupsOfWins)
        var won = 0
        for index in awards.range(supplier)
        where isSought[Int(groups[index])]
            && (match.query.silenced.isEmpty || !match.query.silenced.contains(awards.items[index]))
        {
            won += 1
        }
        return won
    }

    /// The part of the codes that it offers by the register that lies in the group.
    private func offered(_ supplier: Int) -> Float {
        let offers = match.snapshot.suppliers.offers
        let range = offers.range(supplier)
        var offered: Float = 0
        for index in range where isSought[Int(offers.items[index])] { offered += 1 / Float(range.count) }
        return offered
    }

    func measures(of supplier: Int) -> [String: Float] {
        return ["scope": Self.lift(inside: inside(supplier), wins: Self.wins(of: supplier, match), share: share)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick(sv: "Ingen kod är sökt.", en: "No code is sought.") }
        let wins = match.awardCount(of: supplier)
        let offers = !match.snapshot.suppliers.offers.range(supplier).isEmpty
        guard wins > 0 || offers else {
            return phrases.pick(
                sv: "Ingen vinst än: räknas som genomsnittet.", en: "No win yet: it counts as the average.")
        }
        let inside = won(supplier)
        let isOffered = offered(supplier) > 0
        var sentence = phrases.pick(
            sv: "\(inside) av de \(wins) upphandlingar som den vunnit är i samma CPV-grupp",
            en: "\(inside) of the \(wins) procurements that it won are in the same CPV group")
        if wins == 0 {
            sentence = phrases.pick(
                sv: isOffered
                    ? "Enligt registret erbjuder den denna CPV-grupp"
                    : "Enligt registret erbjuder den andra CPV-grupper",
                en: isOffered
                    ? "It offers this CPV group, by the register" : "It offers other CPV groups, by the register")
        } else if offers {
            sentence += phrases.pick(
                sv: isOffered
                    ? ", som den enligt registret också erbjuder" : "; enligt registret erbjuder den andra grupper",
                en: isOffered ? ", which it offers too, by the register" : "; by the register it offers others")
        }
        guard let guessed = match.query.guessed else { return sentence + "." }
        let code = match.named(guessed)
        return sentence
            + phrases.pick(
                sv: " (\(code); efter upphandlingar med liknande ord).", en: " (\(code); by procurements worded alike)."
            )
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
