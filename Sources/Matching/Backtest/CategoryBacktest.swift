import Procurement

/// Measures the lists of whole fields: of those who go on to win in a CPV group, how many stand in the first 50?
///
/// A query is a three-digit group with its label; asked are all groups in which at least five different suppliers win
/// after the history ends.
package struct CategoryBacktest: Sendable {
    private static let leastWinners = 5

    package struct Report: Sendable, Hashable {
        package struct Row: Sendable, Hashable {
            package var name: String
            /// Mean over the groups of the share of later winners in the first 50, per cent.
            package var recallAt50: Double
            package var interval: ConfidenceIntervals.Interval
        }

        /// How many groups were asked about.
        package var groups: Int
        package var rows: [Row]
    }

    private let facts: MarketFacts
    private let plan: BacktestPlan
    private let builder: IndexBuilder

    /// - Parameter plan: its task and history are not used: the past is cut once.
    package init(_ facts: MarketFacts, plan: BacktestPlan, builder: IndexBuilder = IndexBuilder()) {
        self.facts = plan.told(facts)
        self.plan = plan
        self.builder = builder
    }

    /// Torg's ranking, then most awards first, then most awards in the group.
    /// - Throws: `CancellationError`.
    package func run(weights: Weights = .standard) async throws -> Report {
        let ends = plan.historyEnds(before: plan.from)
        let snapshot = builder.build(facts, asOf: ends)
        var winners: [UInt32: Set<SupplierID>] = [:]
        for procurement in plan.asked(in: facts) {
            guard let code = procurement.cpv.first, code.prefix(3) % 10 != 0 else { continue }
            winners[code.prefix(3), default: []].formUnion(procurement.wins.map(\.supplier))
        }
        let asked = winners.filter { $0.value.count >= Self.leastWinners }.sorted { $0.key < $1.key }
        let trial = BacktestTrial(
            snapshot: snapshot,
            queries: asked.compactMap { group, winners in query(group).map { ($0, winners) } })
        let history = BaselineHistory(facts: facts, snapshot: snapshot, until: ends)
        var rows: [Report.Row] = []
        for (name, scorer): (String, any BacktestScorer) in [
            ("torg", TorgScorer(weights: weights, snapshot: snapshot)),
            ("most awards", BaselineScorer(.mostAwards, history)),
            ("most awards in the group", GroupScorer(history: history)),
        ] {
            let recalls = try await trial.outcomes(scorer).map { 100 * $0.recall(50) }
            rows.append(
                Report.Row(
                    name: name, recallAt50: recalls.reduce(0, +) / Double(max(1, recalls.count)),
                    interval: ConfidenceIntervals.interval(recalls, plan.resamples, 2021)))
        }
        return Report(groups: asked.count, rows: rows)
    }

    private func query(_ group: UInt32) -> MatchQuery? {
        guard let code = CPVCode(number: group * 100_000), let pattern = CPVPattern("\(code.description.prefix(3))*")
        else {
            return nil
        }
        let label = builder.labels.label(code) ?? ""
        return MatchQuery(Category(id: CategoryID(pattern.digits), name: ["sv": label], cpv: [pattern]))
    }

    private struct GroupScorer: BacktestScorer {
        let history: BaselineHistory

        func scores(_ query: MatchQuery) -> [Float] {
            guard let code = query.cpvPatterns.first?.code else { return history.popularity }
            return history.cpvCounts(code, levels: [(3, 1), (2, 1e-3)], popularity: 1e-6)
        }
    }
}
