import Procurement

/// The awards of one notice under construction: one for each contract and party that has it, and where there is no
/// contract, one for each lot and party.
///
/// The tenders that a party won a contract with are one award: so are its further tenders for one lot, and a tender that
/// won several lots. Every step takes the same time, however many awards there are already.
struct EFormsAwards {
    /// What several tenders of one party have in common where they are one award.
    struct Key: Hashable {
        enum Place: Hashable {
            /// The number of the contract.
            case contract(Int)
            /// The number of the lots.
            case lots(Int)
        }

        var place: Place
        /// The number of the party.
        var party: Int
    }

    /// One tender's amount, for the lots of this number.
    private struct Amount: Hashable {
        var lots: Int
        var value: Disclosed<Money>
    }

    private struct Draft {
        var award: Award
        /// The numbers of its lists of lots.
        var lots: [Int] = []
        var contracts: [Int] = []
        var amounts: [Amount] = []
    }

    private var drafts: [Draft] = []
    /// Every list of lots, once; its number is its place.
    private var lotLists: [[LotID]] = []
    private var lotNumbers: [[LotID]: Int] = [:]
    private var byTender: [String: Int] = [:]
    private var byKey: [Key: Int] = [:]

    /// Adds an award that no tender stands behind.
    mutating func add(_ award: Award) { drafts.append(Draft(award: award)) }

    func hasAward(of tender: String) -> Bool { byTender[tender] != nil }

    /// The number of a list of lots, the same for the same list.
    mutating func number(of lots: [LotID]) -> Int {
        if let known = lotNumbers[lots] { return known }
        lotNumbers[lots] = lotLists.count
        lotLists.append(lots)
        return lotLists.count - 1
    }

    /// Adds lots that a tender won, to its own award or to its party's, if there is one; else `award` with these lots.
    ///
    /// - Parameters:
    ///   - key: `nil` where the party isn't known: then no other tender is taken for the same.
    ///   - lots: their number.
    mutating func add(
        _ tender: String, key: Key?, lots: Int, contracts: [Int], value: Disclosed<Money>,
        orElse award: @autoclosure () -> Award
    ) {
        let known = byTender[tender]
        let place = known ?? key.flatMap { byKey[$0] } ?? drafts.count
        if place == drafts.count { drafts.append(Draft(award: award())) }
        drafts[place].lots.append(lots)
        if known == nil {
            drafts[place].contracts += contracts
            drafts[place].amounts.append(Amount(lots: lots, value: value))
        }
        byTender[tender] = place
        if let key, byKey[key] == nil { byKey[key] = place }
    }

    /// The awards in the order in which they were first named.
    func finished(contracts: [EFormsContract], contractEnds: [LotID: CalendarDate]) -> [Award] {
        drafts.map { draft in
            var award = draft.award
            let lists = draft.lots.withoutRepeats
            if let first = lists.first {
                award.lots = (lists.count == 1 ? lotLists[first] : lists.flatMap { lotLists[$0] }).withoutRepeats
            }
            if !draft.amounts.isEmpty { award.value = Self.sum(draft.amounts) }
            let settled = draft.contracts.withoutRepeats.map { contracts[$0] }
            award.concluded = settled.lazy.compactMap(\.concluded).first
            award.title = LocalizedText(settled.flatMap(\.title.versions).withoutRepeats)
            award.contractNumber = settled.lazy.compactMap(\.number).first
            if !award.winners.isEmpty { award.ends = award.lots.compactMap { contractEnds[$0] }.max() }
            return award
        }
    }

    /// The sum of what is stated. An amount that is repeated for the same lots counts once; one that is withheld makes
    /// the sum so, and amounts in several currencies have none.
    private static func sum(_ amounts: [Amount]) -> Disclosed<Money> {
        if let withheld = amounts.first(where: { $0.value.isWithheld }) { return withheld.value }
        let stated = amounts.filter { $0.value.value != nil }.withoutRepeats.compactMap(\.value.value)
        guard var sum = stated.first else { return .missing }
        for money in stated.dropFirst() {
            let (hundredths, overflow) = sum.hundredths.addingReportingOverflow(money.hundredths)
            guard money.currency == sum.currency, !overflow else { return .missing }
            sum = Money(hundredths: hundredths, currency: sum.currency)
        }
        return .stated(sum)
    }
}
