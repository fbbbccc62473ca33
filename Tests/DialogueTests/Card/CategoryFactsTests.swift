import Dialogue
import Procurement
import Testing

@Suite struct CategoryFactsTests {
    private let it = Category(id: "it", name: ["sv": "IT"], cpv: [CPVPattern("72*")!], keywords: [])

    @Test func onlyTheLotsOfTheCategoryCountAndNothingOfLaterDays() {
        var mixed = PastProcurement(notice: "mixed", purpose: .result, title: "Drift och möbler")
        mixed.date = CalendarDate("2025-05-01")
        mixed.cpv = [CPVCode("72000000")!]
        mixed.lots = [
            .init(id: "1", title: "Drift"), .init(id: "2", title: "Möbler", cpv: [CPVCode("39100000")!]),
        ]
        mixed.wins = [.init(supplier: "a", lots: ["1"]), .init(supplier: "b", lots: ["2"])]
        var late = mixed
        late.notice = "late"
        late.date = CalendarDate("2026-05-01")
        let awards = [
            Award(lots: ["1"], outcome: .awarded(winnersWithheld: false)),
            Award(lots: ["2"], outcome: .noWinner(reason: nil)),
        ]
        func contract(_ notice: NoticeID, _ lot: LotID) -> CategoryFacts.Contract {
            .init(
                notice: notice, title: "", buyer: nil, lots: [lot], suppliers: [], ends: CalendarDate("2026-06-01")!)
        }
        let facts = CategoryFacts(
            procurements: [mixed, late], awards: ["mixed": awards, "late": awards],
            contracts: [contract("mixed", "1"), contract("mixed", "2"), contract("late", "1")],
            coming: [
                .init(
                    notice: "old", title: "", buyer: nil, purpose: .competition, date: CalendarDate("2025-12-01"),
                    deadline: nil),
                .init(
                    notice: "future", title: "", buyer: nil, purpose: .competition, date: CalendarDate("2026-12-01"),
                    deadline: nil),
            ], names: ["a": "Alfa", "b": "Beta"], generation: 1)
        let card = CategoryCard(CategoryCardInput(it, asOf: CalendarDate("2026-01-01")!, facts: facts))
        #expect(card.procurements == 1)
        #expect(card.suppliers.map(\.name) == ["Alfa"])
        #expect(card.lots == 1 && card.failedLots == 0 && card.tendersMissing == 1 && card.tendersStated == 0)
        #expect(card.singleTenderShare == nil)
        #expect(card.runningOut.map(\.notice) == ["mixed"])
        #expect(card.coming.map(\.notice) == ["old"])
    }
}
