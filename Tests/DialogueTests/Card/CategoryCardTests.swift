import API
import Containers
import DialogueSupport
import Procurement
import Testing

@testable import Dialogue

@Suite struct CategoryCardTests {
    private let asOf = CalendarDate(year: 2026, month: 3, day: 31)!

    private func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

    private func procurement(
        _ id: String, _ date: String, _ wins: [PastProcurement.Win] = []
    ) -> PastProcurement {
        var procurement = PastProcurement(notice: NoticeID(id), purpose: .result, title: id)
        procurement.date = day(date)
        procurement.wins = wins
        return procurement
    }

    private func win(_ supplier: SupplierID, _ kronor: Int64? = nil, lots: [LotID] = []) -> PastProcurement.Win {
        PastProcurement.Win(
            supplier: supplier, lots: lots, value: kronor.map { Money(hundredths: $0 * 100, currency: "SEK") })
    }

    @Test func gathersSuppliersConcentrationSingleTendersAndNewcomers() {
        let card = CategoryCard(
            CategoryCardInput(
                category: "it", asOf: asOf,
                procurements: [
                    procurement("n1", "2023-05-01", [win("a", 600)]),
                    procurement("n2", "2024-05-01", [win("a", 200), win("b", 100, lots: ["LOT-0002"])]),
                    procurement("n3", "2025-06-01", [win("c")]),
                    procurement("n4", "2025-07-01", [win("a", 100)]),
                    procurement("n5", "2025-08-01"),
                ],
                lots: [
                    LotCourse(tenders: .stated(1), ending: .awarded), LotCourse(tenders: .stated(3), ending: .awarded),
                    LotCourse(tenders: .stated(1), ending: .awarded), LotCourse(ending: .awarded),
                    LotCourse(tenders: .withheld(Withholding()), ending: .failed(reason: "no-rece")),
                ], names: ["a": "Alfa AB"]))
        #expect(card.procurements == 5)
        #expect(card.suppliers.map(\.supplier) == ["a", "b", "c"])
        #expect(card.suppliers.map(\.name) == ["Alfa AB", "b", "c"])
        #expect(card.suppliers.map(\.share.millionths) == [600_000, 200_000, 200_000])
        #expect(card.byWins?.herfindahl == 4400)
        #expect(card.byWins?.topThree == .one)
        #expect(card.byValue.map(\.total) == [Amount(amount: "1000.00", currency: "SEK")])
        #expect(card.byValue[0].concentration.herfindahl == 8200)
        #expect(card.byValue[0].wins == 4 && card.winsWithoutValue == 1)
        #expect(card.tendersStated == 3 && card.singleTender == 2 && card.singleTenderShare == Points(permille: 667))
        #expect(card.lots == 5 && card.tendersWithheld == 1 && card.tendersMissing == 1 && card.failedLots == 1)
        #expect(card.years.map(\.year) == [2023, 2024, 2025])
        #expect(card.years.map(\.newcomers) == [1, 1, 1])
        #expect(card.years.map(\.suppliers) == [1, 2, 2] && card.years.map(\.procurements) == [1, 1, 3])
        #expect(card.newcomers == ["c"])
        #expect(card.suppliers[0].lastWin == day("2025-07-01"))
    }

    /// Two procurements tell who lost, one had a single tender, which won; of the fourth nobody knows who else tendered. “b” lost
    /// early and won late; “d” is new; “a”, who won long before anybody told of losers, isn't.
    @Test func tellsWhoTenderedAndHowItWent() throws {
        var (old, early, late) = (
            procurement("n0", "2022-05-01", [win("a")]), procurement("n1", "2024-05-01", [win("a")]),
            procurement("n2", "2025-06-01", [win("b"), win("b", lots: ["LOT-0002"])])
        )
        early.losers = ["b", "c"]
        late.losers = ["a", "d"]
        old.tendersReceived = 4
        var single = procurement("n3", "2025-07-01", [win("e")])
        single.tendersReceived = 1
        let card = CategoryCard(
            CategoryCardInput(
                category: "it", asOf: asOf, procurements: [old, early, late, single],
                lots: [LotCourse(tenders: .stated(4)), LotCourse(tenders: .stated(1)), LotCourse()]))
        let tenders = try #require(card.tenders)
        #expect(tenders.procurements == 3)
        #expect(
            tenders.all
                == CardTenderers(suppliers: 5, winners: 3, tenders: 7, won: 3, success: Points(permille: 429)))
        #expect(
            tenders.newcomers
                == CardTenderers(suppliers: 2, winners: 1, tenders: 2, won: 1, success: Points(permille: 500)))
        #expect(
            tenders.established
                == CardTenderers(suppliers: 3, winners: 2, tenders: 5, won: 2, success: Points(permille: 400)))
        #expect(card.tenderSpread?.least == 1 && card.tenderSpread?.greatest == 4)
        let silent = CategoryCard(CategoryCardInput(category: "it", asOf: asOf, procurements: [old]))
        #expect(silent.tenders == nil && silent.tenderSpread == nil)
    }

    @Test func thoseWhoShareOneAwardShareItsValue() {
        let card = CategoryCard(
            CategoryCardInput(
                category: "bygg", asOf: asOf,
                procurements: [procurement("n1", "2025-05-01", [win("b", 1), win("a", 1), win("c", 1)])]))
        #expect(card.suppliers.map { $0.values[0].hundredths } == [34, 33, 33])
        #expect(card.byValue[0].total.amount == "1.00")
        #expect(card.byValue[0].concentration.herfindahl == 3334)
    }

    @Test func listsContractsThatRunOutAndWhatIsToCome() {
        func contract(_ id: String, _ ends: String) -> Dialogue.CardContract {
            Dialogue.CardContract(notice: NoticeID(id), title: id, buyer: "K", suppliers: ["a"], ends: day(ends))
        }
        func coming(_ id: String, date: String?, deadline: String?) -> ComingNotice {
            ComingNotice(
                notice: NoticeID(id), title: id, buyer: "K", purpose: .planning, date: date.map(day),
                deadline: deadline.map(day))
        }
        let card = CategoryCard(
            CategoryCardInput(
                category: "it", asOf: asOf, monthsAhead: 6, procurements: [],
                contracts: [
                    contract("late", "2026-10-01"), contract("last", "2026-09-30"), contract("past", "2026-03-30"),
                    contract("soon", "2026-03-31"),
                ],
                coming: [
                    coming("gone", date: "2026-01-01", deadline: "2026-03-30"),
                    coming("plan", date: "2026-02-01", deadline: nil),
                    coming("newer", date: "2026-03-01", deadline: nil),
                    coming("open", date: "2026-01-01", deadline: "2026-05-01"),
                    coming("stale", date: "2024-01-01", deadline: nil),
                ]))
        #expect(card.runningOut.map(\.title) == ["soon", "last"])
        #expect(card.coming.map(\.title) == ["open", "newer", "plan"])
        #expect(card.byWins == nil && card.suppliers.isEmpty && card.singleTenderShare == nil)
    }

    @Test func theSameProcurementsInAnotherOrderGiveTheSameCard() throws {
        var random = SplitMix64(seed: 3)
        let procurements = (0..<60).map { number in
            procurement(
                "n\(number)", "2025-0\(random.among(1...9))-1\(random.below(10))",
                (0..<random.below(4)).map { _ in win(SupplierID("s\(random.below(9))"), Int64(random.below(900))) })
        }
        let first = try bytes(CategoryCard(CategoryCardInput(category: "it", asOf: asOf, procurements: procurements)))
        let shuffled = random.shuffled(procurements)
        #expect(try bytes(CategoryCard(CategoryCardInput(category: "it", asOf: asOf, procurements: shuffled))) == first)
    }

    @Test(
        arguments: [
            ([10], 10_000, 1000), ([1, 1], 5000, 1000), ([1, 1, 1, 1], 2500, 750), ([0, 5], 10_000, 1000),
            ([Int64.max / 2, Int64.max / 2], 5000, 1000),
        ] as [([Int64], Int, Int)])
    func concentrationIsExact(parts: [Int64], herfindahl: Int, topThree: Int) {
        let concentration = CardConcentration(parts: parts)
        #expect(concentration?.herfindahl == herfindahl)
        #expect(concentration?.topThree == Points(permille: topThree))
    }

    @Test func nobodysPartIsNoConcentration() { #expect(CardConcentration(parts: [0, 0]) == nil) }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -12, "2025-03-31"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
    ])
    func monthsKeepTheDayWhereItExists(from: String, months: Int, to: String) {
        #expect(day(from).adding(months: months) == day(to))
    }
}
