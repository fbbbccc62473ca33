import Procurement
import Testing

@testable import Matching

@Suite struct HiddenWinsTests {
    private let ends = CalendarDate(year: 2021, month: 4, day: 30)!

    @Test func keepsAWinnerAndChangesTheHistoryAlone() throws {
        let facts = Market.random(seed: 5).facts
        let hidden = HiddenWins(facts, percent: 50, chance: 2, until: ends).facts
        #expect(hidden.suppliers == facts.suppliers)
        var (kept, lost) = (0, 0)
        for (before, after) in zip(facts.procurements, hidden.procurements) {
            guard before.date.map({ $0 <= ends }) ?? true else {
                #expect(after == before)
                continue
            }
            #expect(!after.wins.isEmpty)
            let winners = Set(after.wins.map(\.supplier))
            #expect(winners.isDisjoint(with: after.losers))
            let tenderers = winners.union(after.losers)
            #expect(tenderers.isSuperset(of: before.wins.map(\.supplier)))
            kept += after.wins.count
            lost += before.wins.count - after.wins.count
        }
        #expect(kept > 0 && lost > 0)
        let again = HiddenWins(facts, percent: 50, chance: 2, until: ends).facts
        #expect(Array(again.procurements) == Array(hidden.procurements))
        let same = HiddenWins(facts, percent: 0, chance: 0, until: ends).facts
        #expect(Array(same.procurements) == Array(facts.procurements))
    }

    /// A tender by chance is one of a firm of the same industry as a winner.
    @Test func drawsFromTheWinnersIndustry() {
        var market = Market()
        let winner = market.supplier("a", sni: "49320")
        market.supplier("b", sni: "49320")
        market.supplier("c", sni: "81210")
        market.procurement("1", "Taxi", won: [winner], on: "2021-01-01")
        let losers = HiddenWins(market.facts, percent: 0, chance: 10, until: ends).facts.procurements[0].losers
        #expect(losers == ["b"])
    }

    @Test func aBacktestTellsOfTendersOnlyWhereAskedTo() async throws {
        let facts = Market.random(seed: 7, suppliers: 40, procurements: 160).facts
        let from = try #require(CalendarDate("2021-05-01"))
        let plan = BacktestPlan(from: from, hiddenWins: 90, chanceTenders: 3, resamples: 10)
        #expect(plan.told(facts).procurements.contains { !$0.losers.isEmpty })
        #expect(BacktestPlan(from: from).told(facts).procurements.allSatisfy { $0.losers.isEmpty })
        let report = try await Backtest(facts, plan: plan).run(baselines: false)
        #expect(report.rows[0].figures.queries > 0)
    }
}
