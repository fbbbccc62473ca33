import Containers
import Procurement
import Testing

@testable import Matching

@Suite struct BacktestTests {
    private let from = CalendarDate(year: 2021, month: 7, day: 1)!
    private let late = CalendarDate(year: 2021, month: 8, day: 20)!

    @Test func figuresByHand() {
        let outcomes = [
            QueryOutcome(
                ranks: [1, 60], newcomerRanks: [60],
                top: [
                    .init(supplier: 4, isNewcomer: false, isSmall: true),
                    .init(supplier: 5, isNewcomer: true, isSmall: false),
                ]),
            QueryOutcome(ranks: [4], top: [.init(supplier: 4, isNewcomer: false, isSmall: true)]),
            QueryOutcome(ranks: [], newcomerRanks: []),
            QueryOutcome(ranks: [200], newcomerRanks: [200]),
        ]
        let figures = Figures(outcomes, suppliers: 10)
        #expect(figures.success == [1: 25, 5: 50, 10: 50, 50: 50, 132: 50])
        #expect(abs(figures.meanReciprocalRank - 0.31375) < 1e-12)
        #expect(figures.recallAt50 == 37.5)
        // Of two winners one stands first: 1 / (1 + 1 / log₂ 3). A single winner in place 4: 1 / log₂ 5.
        let gains: [Double] = [0.613147, 0.430677]
        #expect(abs(figures.nDCGAt10 - (gains[0] + gains[1]) / 4) < 1e-6)
        #expect(figures.coverageAt10 == 0.2)
        #expect(figures.newcomersAt132 == 50)
        #expect(figures.newcomerShare[10] == 100.0 / 3)
        #expect(figures.smallFirmShare[1] == 100)
        #expect(figures.topTenFirsts == 50)
    }

    @Test func ranksAreCountedWithTiesByNumber() {
        let scores: [Float] = [0.5, 0.9, 0.5, 0.1]
        #expect((0..<4).map { QueryOutcome.rank(of: $0, in: scores) } == [2, 1, 3, 4])
    }

    @Test func selectionIsASortedPrefix() {
        var generator = SplitMix64(seed: 7)
        for count in [0, 1, 5, 100] {
            let scores = (0..<count).map { _ in Int.random(in: 0..<20, using: &generator) }
            let sorted = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
            for limit in [0, 1, 3, 50, 200] {
                #expect(Selection.best(scores, limit).map(Int.init) == Array(sorted.prefix(limit)))
            }
        }
    }

    @Test func theHistoryEndsBeforeTheEmbargo() {
        let plan = BacktestPlan(from: from, embargoDays: 90)
        #expect(plan.historyEnds(before: from).description == "2021-04-01")
        let growing = BacktestPlan(from: from, history: .expanding(days: 30))
        let stretches = growing.stretches(in: Market.random(seed: 31).facts)
        #expect(stretches.count > 1)
        for stretch in stretches {
            #expect(stretch.asked.allSatisfy { $0.date.map { $0 > stretch.historyEnds } ?? false })
        }
    }

    @Test func queriesTellNothingOfTheResult() throws {
        let facts = Market.random(seed: 31).facts
        let procurement = try #require(facts.procurements.first)
        let query = BacktestPlan(from: from).query(for: procurement)
        #expect(query.title == procurement.title)
        #expect(query.cpv == [procurement.cpv[0]])
        #expect(query.lots.isEmpty && query.value == nil && query.goals.isEmpty)
        let words = BacktestPlan(from: from, task: .textOnly).query(for: procurement)
        #expect(words.cpv.isEmpty && words.buyerKey == nil && words.buyerName == nil && words.kind == nil)
    }

    @Test func runsTheSameTwiceAndBeatsPopularity() async throws {
        let facts = Market.random(seed: 32, suppliers: 40, procurements: 120).facts
        let backtest = Backtest(facts, plan: BacktestPlan(from: late, resamples: 100))
        let report = try await backtest.run(ablation: true)
        let again = try await backtest.run(ablation: true)
        #expect(again == report)
        #expect(report.rows.map(\.name).prefix(3) == ["torg", "without experience", "without scope"])
        #expect(report.rows.suffix(Baseline.allCases.count).map(\.name) == Baseline.allCases.map(\.rawValue))
        let torg = try #require(report.rows.first)
        let popularity = try #require(report.rows.first { $0.name == "most awards" })
        #expect(torg.figures.meanReciprocalRank > popularity.figures.meanReciprocalRank)
        let interval = try #require(torg.intervals.success[10])
        let success = try #require(torg.figures.success[10])
        #expect(interval.low <= success && success <= interval.high)
    }

    @Test func recurringWinnersAreToldApart() async throws {
        var market = Market()
        let (old, new) = (market.supplier("a"), market.supplier("b"))
        market.procurement("1", "Skolskjuts", cpv: "60130000", won: [old], on: "2021-01-01")
        market.procurement("2", "Skolskjuts", cpv: "60130000", won: [old, new], on: "2021-06-01")
        market.procurement("3", "Taxi", cpv: "60120000", won: [new], on: "2021-06-02")
        let plan = BacktestPlan(from: try #require(CalendarDate("2021-06-01")), resamples: 10)
        let report = try await Backtest(market.facts, plan: plan).run()
        #expect(report.rows[0].figures.queries == 2)
        #expect(report.recurring[0].figures.queries == 1)
        #expect(report.recurring.map(\.name) == report.rows.map(\.name))
        #expect(report.recurring[0].figures.success[1] == 100)
    }

    @Test func thoseWhoHadWonBeforeAreMeasuredAlone() async throws {
        var market = Market()
        let (old, new) = (market.supplier("b"), market.supplier("a"))
        market.procurement("1", "Skolskjuts", cpv: "60130000", won: [old], on: "2021-01-01")
        market.procurement("2", "Skolskjuts", cpv: "60130000", won: [old, new], on: "2021-06-01")
        market.procurement("3", "Taxi", cpv: "60120000", won: [new], on: "2021-06-02")
        let plan = BacktestPlan(from: try #require(CalendarDate("2021-06-01")), wonBefore: true, resamples: 10)
        let figures = try await Backtest(market.facts, plan: plan).run(baselines: false).rows[0].figures
        #expect(figures.queries == 1)
        #expect(figures.success[1] == 100)
        #expect(figures.newcomerWinners == 0)
    }

    /// Four copies are better, and of the nineteen that are as good half come first.
    @Test func copiesStandInTheWay() throws {
        var market = Market()
        for id in ["a", "b", "c"] { market.supplier(id) }
        let outcome = QueryOutcome(
            scores: [0.5, 0.5, 0.9], winners: [0], in: market.snapshot(), multiples: [0, 19, 4])
        #expect(outcome.ranks == [1 + 4 + 9])
        #expect(outcome.top.first?.supplier == 0)
    }

    @Test func aCrowdedRegisterHasCopiesOfThoseWhoNeverWon() async throws {
        var market = Market()
        let winner = market.supplier("a", size: .small, sni: "49320")
        market.supplier("b", name: "Taxi i Umeå AB", size: .micro, sni: "49320", sniLabel: "Taxi", offers: ["60120000"])
        market.procurement("1", "Taxi", won: [winner])
        let crowded = CrowdedRegister(market.facts, times: 20, in: market.snapshot())
        #expect(crowded.facts.suppliers.count == 3)
        let copy = try #require(crowded.facts.suppliers.last)
        #expect(copy.size == .micro && copy.register?.sni == "49320" && copy.register?.sniLabel == "Taxi")
        #expect(copy.name.isEmpty && copy.register?.cpv == [])
        let snapshot = IndexBuilder().build(crowded.facts)
        #expect(crowded.multiples(in: snapshot) == [0, 0, 19])
        let doubled = CrowdedRegister(market.facts, times: 2, in: market.snapshot())
        #expect(doubled.multiples(in: snapshot) == [0, 0, 1])
        #expect(crowded.suppliers(in: snapshot) == 2)
        let random = Market.random(seed: 35, suppliers: 60, procurements: 120).facts
        func success(_ times: Int) async throws -> [Int: Double] {
            let plan = BacktestPlan(from: late, registerTimes: times, resamples: 10)
            return try await Backtest(random, plan: plan).run(baselines: false).rows[0].figures.success
        }
        let (alone, among) = (try await success(1), try await success(20))
        for depth in Figures.depths { #expect(try #require(among[depth]) <= #require(alone[depth])) }
    }

    @Test func aGrowingHistoryKnowsMore() async throws {
        let facts = Market.random(seed: 33, suppliers: 40, procurements: 120).facts
        let fixed = try await Backtest(facts, plan: BacktestPlan(from: from, resamples: 10)).run(baselines: false)
        let plan = BacktestPlan(from: from, history: .expanding(days: 14), resamples: 10)
        let growing = try await Backtest(facts, plan: plan).run(baselines: false)
        #expect(growing.history > fixed.history)
        #expect(growing.rows[0].figures.queries == fixed.rows[0].figures.queries)
    }

    @Test func categoriesAreMeasuredByGroup() async throws {
        let facts = Market.random(seed: 34, suppliers: 80, procurements: 300).facts
        let report = try await CategoryBacktest(facts, plan: BacktestPlan(from: from, resamples: 10)).run()
        #expect(report.groups > 0)
        #expect(report.rows.map(\.name) == ["torg", "most awards", "most awards in the group"])
        #expect(report.rows[0].recallAt50 > report.rows[1].recallAt50)
    }
}
