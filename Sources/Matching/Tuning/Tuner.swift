import Procurement

/// Learns the signals' weights from the store's own past.
///
/// The past before `validateFrom` is cut into folds by time. In each fold the snapshot ends where the queries begin, so
/// that nothing dated after a query is used. Over lists of likely suppliers a softmax of the scores should give the
/// winners their probability (Cao et al. 2007), with more weight on what is almost right (generalised cross entropy,
/// Zhang & Sabuncu 2018, q = 0.3). Deterministic.
///
/// The curves of the signals stay as they are, and so does the newcomers' weight: how much to favour those who never
/// won is a choice, not something to learn from who won.
package struct Tuner: Sendable {
    package struct Result: Sendable, Hashable {
        package var before: Weights
        package var after: Weights
        /// Both measured on what came after `validateFrom`, which the weights were not learnt from.
        package var report: BacktestReport
        /// How many procurements the weights were learnt from.
        package var learntFrom: Int
    }

    private let facts: MarketFacts
    private let validateFrom: CalendarDate
    private let foldDays: Int
    private let folds: Int
    private let builder: IndexBuilder

    /// - Parameters:
    ///   - validateFrom: learn from what came before this day, measure on what came after.
    ///   - folds: how many stretches of `foldDays` before that day are asked about.
    package init(
        _ facts: MarketFacts, validateFrom: CalendarDate, folds: Int = 2, foldDays: Int = 61,
        builder: IndexBuilder = IndexBuilder()
    ) {
        self.facts = facts
        self.validateFrom = validateFrom
        self.folds = folds
        self.foldDays = foldDays
        self.builder = builder
    }

    /// - Throws: `CancellationError`.
    package func run(from start: Weights = .standard) async throws -> Result {
        let lists = try (1...max(1, folds)).flatMap { fold in
            try Task.checkCancellation()
            return trainingLists(before: validateFrom.adding(days: -foldDays * (fold - 1)), weights: start)
        }
        let learnt = WeightFit(lists, start: start).weights()
        let report = try await Backtest(facts, plan: BacktestPlan(from: validateFrom), builder: builder)
            .run(weights: start, baselines: false, against: learnt)
        return Result(before: start, after: learnt, report: report, learntFrom: lists.count)
    }

    private func trainingLists(before end: CalendarDate, weights: Weights) -> [TrainingList] {
        let plan = BacktestPlan(from: end.adding(days: -foldDays), to: end.adding(days: -1))
        let snapshot = builder.build(facts, asOf: plan.historyEnds(before: plan.from))
        return plan.asked(in: facts).enumerated().compactMap { index, procurement in
            let winners = Set(
                procurement.wins.compactMap { snapshot.suppliers.number(of: $0.supplier).map(Int32.init) })
            guard !winners.isEmpty else { return nil }
            return TrainingList(
                plan.query(for: procurement), winners: winners, in: snapshot, weights: weights, seed: UInt64(index))
        }
    }
}
