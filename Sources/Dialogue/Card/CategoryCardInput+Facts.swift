import Procurement

extension CategoryCardInput {
    /// What the store holds of a category. Of a notice with lots, those count that lie in the category themselves; where
    /// a lot has no code of its own, the notice's main code speaks for it. What is dated after `asOf` is left out.
    package init(_ category: Category, asOf: CalendarDate, monthsAhead: Int = 12, facts: CategoryFacts) {
        let known = facts.procurements.filter { $0.date.map { $0 <= asOf } ?? true }
        let lots = known.map { LotFilter($0, category.cpv) }
        let filters = Dictionary(lots.map { ($0.inside.notice, $0) }, uniquingKeysWith: { first, _ in first })
        self.init(
            category: category.id, asOf: asOf, monthsAhead: monthsAhead,
            procurements: lots.map(\.inside),
            lots: lots.flatMap { lots in
                LotCourse.lots(of: (facts.awards[lots.inside.notice] ?? []).filter { lots.holds($0.lots) })
            },
            names: facts.names,
            contracts: facts.contracts.filter { filters[$0.notice]?.holds($0.lots) ?? false }.map {
                CardContract(
                    notice: $0.notice, title: $0.title, buyer: $0.buyer, suppliers: $0.suppliers, ends: $0.ends)
            },
            coming: facts.coming.filter { $0.date.map { $0 <= asOf } ?? true }.map {
                ComingNotice(
                    notice: $0.notice, title: $0.title, buyer: $0.buyer, purpose: $0.purpose, date: $0.date,
                    deadline: $0.deadline)
            })
    }
}

/// Which lots of a procurement lie in a category.
private struct LotFilter {
    /// With the wins of those lots alone.
    private(set) var inside: PastProcurement
    private let outside: Set<LotID>

    init(_ procurement: PastProcurement, _ patterns: [CPVPattern]) {
        let main = procurement.cpv.first
        func isInside(_ code: CPVCode?) -> Bool { code.map { code in patterns.contains { $0.matches(code) } } ?? false }
        let outside = Set(procurement.lots.filter { !isInside($0.cpv.first ?? main) }.map(\.id))
        self.outside = outside
        inside = procurement
        inside.wins = procurement.wins.filter { Self.holds($0.lots, outside: outside) }
    }

    func holds(_ lots: [LotID]) -> Bool { Self.holds(lots, outside: outside) }

    /// Lots that the notice doesn't know, and none at all, are taken for the whole.
    private static func holds(_ lots: [LotID], outside: Set<LotID>) -> Bool {
        lots.isEmpty || lots.contains { !outside.contains($0) }
    }
}
