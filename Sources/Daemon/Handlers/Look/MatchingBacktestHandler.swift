import API
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

    func answer(_ parameters: MatchingBacktest.Parameters, for peer: Peer) async throws -> MatchingBacktest.Result {
        let weights = try market.ready.weights
        let plan = try BacktestPlan(parameters)
        let clock = ContinuousClock()
        let start = clock.now
        let (report, generation) = try await withTaskExecutorPreference(executor) {
            let (facts, generation) = try store.marketFacts()
            return (try await Backtest(facts, plan: plan).run(weights: weights), generation)
        }
        guard let torg = report.rows.first, torg.figures.queries > 0 else {
            throw RPCError(
                .notFound, "There is no procurement with a known winner from \(parameters.from) on to measure with",
                detail: .init(
                    parameter: "from", expected: "a day before the latest results", came: parameters.from.text))
        }
        return MatchingBacktest.Result(
            from: parameters.from, to: parameters.to, embargoDays: plan.embargoDays, queries: torg.figures.queries,
            history: report.history, suppliers: report.suppliers, newcomerWinners: torg.figures.newcomerWinners,
            figures: BacktestFigures(torg.figures),
            baselines: report.rows.dropFirst().map {
                BacktestBaseline(name: $0.name, figures: BacktestFigures($0.figures))
            },
            generation: generation, weights: SortedMap(weights), seconds: (clock.now - start).seconds)
    }
}

extension BacktestPlan {
    init(_ parameters: MatchingBacktest.Parameters) throws(RPCError) {
        guard let from = parameters.from.date else {
            throw .invalid(parameter: "from", expected: "a day", came: .string(parameters.from.text))
        }
        let embargo = parameters.embargoDays ?? 0
        guard (0...3650).contains(embargo) else {
            throw .invalid(
                parameter: "embargoDays", expected: "a whole number from 0 to 3650", came: .number(JSONNumber(embargo)))
        }
        if let to = parameters.to, to < parameters.from {
            throw .invalid(parameter: "to", expected: "\(parameters.from) or later", came: .string(to.text))
        }
        self.init(from: from, to: parameters.to?.date, embargoDays: embargo)
    }
}

extension BacktestFigures {
    init(_ figures: Figures) {
        // The matcher counts these in per cent, the contract in shares.
        func success(_ depth: Int) -> API.Points { API.Points((figures.success[depth] ?? 0) / 100) }
        self.init(
            successAt1: success(1), successAt5: success(5), successAt10: success(10), successAt50: success(50),
            successAt132: success(132), mrr: API.Points(figures.meanReciprocalRank),
            recallAt50: API.Points(figures.recallAt50 / 100), ndcgAt10: API.Points(figures.nDCGAt10),
            coverageAt10: API.Points(figures.coverageAt10),
            newcomersAt132: figures.newcomersAt132.map { API.Points($0 / 100) })
    }
}
