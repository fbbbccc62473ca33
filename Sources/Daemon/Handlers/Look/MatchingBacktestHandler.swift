import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct MatchingBacktestHandler: Handler {
    typealias Served = MatchingBacktest

    let market: CurrentMarket
    let store: Store
    let executor: BackgroundExecutor
    let timeLimit: Duration? = .seconds(3600)

    func answer(_ parameters: MatchingBacktest.Parameters, for peer: Peer) async throws -> MatchingBacktest.Result {
        let byKind = try await market.ready.weights
        let weights = byKind[.notice]
        let plan = try BacktestPlan(parameters)
        let other = try parameters.against.map { against in
            try Weights.standard.overriding(against.dictionary.mapValues(\.double))
        }
        let clock = ContinuousClock()
        let start = clock.now
        let (report, categories, generation) = try await withTaskExecutorPreference(executor) {
            let (facts, generation) = try store.marketFacts()
            let builder = try store.indexBuilder()
            let report = try await Backtest(facts, plan: plan, builder: builder).run(
                weights: weights, baselines: parameters.baselines ?? true, ablation: parameters.ablation ?? false,
                against: other)
            let categories =
                parameters.task == .category
                ? try await CategoryBacktest(facts, plan: plan, builder: builder).run(weights: byKind[.category]) : nil
            return (report, categories, generation)
        }
        guard let torg = report.rows.first, torg.figures.queries > 0 else {
            throw RPCError(
                .notFound, "There is no procurement with a known winner from \(parameters.from) on to measure with",
                detail: .init(
                    parameter: "from", expected: "a day before the latest results", came: parameters.from.description))
        }
        let simple = Set(Baseline.allCases.map(\.rawValue))
        return MatchingBacktest.Result(
            from: parameters.from, to: parameters.to, embargoDays: plan.embargoDays, queries: torg.figures.queries,
            history: report.history, suppliers: report.suppliers, newcomerWinners: torg.figures.newcomerWinners,
            figures: BacktestFigures(torg.figures),
            baselines: report.rows.filter { simple.contains($0.name) }.map {
                BacktestBaseline(name: $0.name, figures: BacktestFigures($0.figures))
            },
            rows: report.rows.map(BacktestRow.init),
            recurring: parameters.recurring == true
                ? BacktestRecurring(
                    queries: report.recurring.first?.figures.queries ?? 0,
                    rows: report.recurring.map(BacktestRow.init)) : nil,
            categories: categories.map(BacktestCategories.init),
            generation: generation, weights: SortedMap(weights), seconds: (clock.now - start).seconds)
    }
}
