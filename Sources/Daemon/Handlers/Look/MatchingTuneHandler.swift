import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct MatchingTuneHandler: Handler {
    typealias Served = MatchingTune

    let market: CurrentMarket
    let store: Store
    let executor: BackgroundExecutor
    let timeLimit: Duration? = .seconds(3600)

    func answer(_ parameters: MatchingTune.Parameters, for peer: Peer) async throws -> MatchingTune.Result {
        let market = try await market.ready
        let weights = market.weights[.notice]
        let clock = ContinuousClock()
        let start = clock.now
        let (result, generation) = try await withTaskExecutorPreference(executor) {
            let (facts, generation) = try store.marketFacts()
            let tuner = Tuner(
                facts, validateFrom: parameters.validateFrom, builder: try store.indexBuilder(),
                verdicts: try market.verdicts(store.decisions().decisions, in: store))
            return (try await tuner.run(from: weights), generation)
        }
        let rows = result.report.rows
        guard rows.count == 2, rows[0].figures.queries > 0, result.learntFrom > 0 else {
            let lack =
                result.learntFrom == 0
                ? "shortly before \(parameters.validateFrom) to learn from"
                : "from \(parameters.validateFrom) on to measure with"
            throw RPCError(
                .notFound, "There is no procurement with a known winner \(lack)",
                detail: .init(
                    parameter: "validateFrom", expected: "a day with results before and after it",
                    came: parameters.validateFrom.description))
        }
        func side(_ weights: Weights, _ row: BacktestReport.Row) -> TunedWeights {
            TunedWeights(
                weights: SortedMap(weights), figures: BacktestFigures(row.figures),
                intervals: BacktestIntervals(row.intervals))
        }
        return MatchingTune.Result(
            validateFrom: parameters.validateFrom, learntFrom: result.learntFrom,
            decidedNeeds: result.decidedNeeds, usedFeedback: result.usedFeedback, queries: rows[0].figures.queries,
            before: side(result.before, rows[0]), after: side(result.after, rows[1]), generation: generation,
            seconds: (clock.now - start).seconds)
    }
}
