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
///
/// Needs for which people accepted suppliers before `validateFrom` are learnt from too, the accepted in the place of the
/// winners, once there are `enoughNeeds` of them: fewer say more about the few than about needs. The weight of
/// `verdicts` itself stays: nothing in a past procurement could teach it.
package struct Tuner: Sendable {
    package struct Result: Sendable, Hashable {
        package var before: Weights
        package var after: Weights
        /// Both measured on what came after `validateFrom`, which the weights were not learnt from.
        package var report: BacktestReport
        /// How many procurements the weights were learnt from.
        package var learntFrom: Int
        /// For how many needs somebody was accepted before `validateFrom`.
        package var decidedNeeds: Int
        /// Whether they were enough, and learnt from.
        package var usedFeedback: Bool { decidedNeeds >= Tuner.enoughNeeds }
    }

    /// How many needs with an accepted supplier are enough to learn from.
    package static let enoughNeeds = 30

    private let facts: MarketFacts
    private let validateFrom: CalendarDate
    private let foldDays: Int
    private let folds: Int
    private let builder: IndexBuilder
    private let verdicts: [Verdict]

    /// - Parameters:
    ///   - validateFrom: learn from what came before this day, measure on what came after.
    ///   - folds: how many stretches of `foldDays` before that day are asked about.
    package init(
        _ facts: MarketFacts, validateFrom: CalendarDate, folds: Int = 2, foldDays: Int = 61,
        builder: IndexBuilder = IndexBuilder(), verdicts: [Verdict] = []
    ) {
        self.facts = facts
        self.validateFrom = validateFrom
        self.folds = folds
        self.foldDays = foldDays
        self.builder = builder
        self.verdicts = verdicts.filter { $0.isAccepted && ($0.day.map { $0 < validateFrom } ?? false) }
    }

    /// - Throws: `CancellationError`.
    package func run(from start: Weights = .standard) async throws -> Result {
        var lists = try (1...max(1, folds)).flatMap { fold in
            try Task.checkCancellation()
            return trainingLists(before: validateFrom.adding(days: -foldDays * (fold - 1)), weights: start)
        }
        let (learntFrom, needs) = (lists.count, Set(verdicts.map(\.need)))
        if needs.count >= Self.enoughNeeds { lists += decidedLists(weights: start) }
        let learnt = WeightFit(lists, start: start).weights()
        let report = try await Backtest(facts, plan: BacktestPlan(from: validateFrom), builder: builder)
            .run(weights: start, baselines: false, against: learnt)
        return Result(before: start, after: learnt, report: report, learntFrom: learntFrom, decidedNeeds: needs.count)
    }

    private func decidedLists(weights: Weights) -> [TrainingList] {
        let snapshot = builder.build(facts, asOf: validateFrom.adding(days: -1))
        var needs: [MatchQuery] = []
        var accepted: [MatchQuery: Set<Int32>] = [:]
        for verdict in verdicts {
            guard let number = snapshot.suppliers.number(of: verdict.supplier) else { continue }
            if accepted[verdict.need] == nil { needs.append(verdict.need) }
            accepted[verdict.need, default: []].insert(Int32(number))
        }
        return needs.enumerated().map { index, need in
            TrainingList(need, winners: accepted[need] ?? [], in: snapshot, weights: weights, seed: UInt64(index))
        }
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
