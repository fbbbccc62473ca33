import Procurement

/// Measures ranking on the store's own past: split by time, ask about what came later, see where the winners stood.
///
/// The protocol is that of García Rodríguez et al. 2020 ("Bidders Recommender for Public Procurement Auctions Using
/// Machine Learning"). The history is cut once, before the first query. Deterministic.
package struct Backtest: Sendable {
    private let facts: MarketFacts
    private let plan: BacktestPlan
    private let builder: IndexBuilder

    package init(_ facts: MarketFacts, plan: BacktestPlan, builder: IndexBuilder = IndexBuilder()) {
        self.facts = facts
        self.plan = plan
        self.builder = builder
    }

    /// Torg's own ranking with these weights, then the baselines, then each signal left out, as asked.
    /// - Throws: `CancellationError`.
    package func run(
        weights: Weights = .standard, baselines: Bool = true, ablation: Bool = false, against other: Weights? = nil
    ) async throws -> BacktestReport {
        let snapshot = builder.build(facts, asOf: plan.historyEnds)
        let trial = BacktestTrial(snapshot: snapshot, queries: plan.asked(in: facts), plan: plan)
        var report = BacktestReport(plan: plan, history: snapshot.procurementCount, suppliers: snapshot.supplierCount)
        report.rows.append(try await trial.row("torg") { TorgScorer(weights: weights, snapshot: snapshot) })
        if let other {
            report.rows.append(try await trial.row("other weights") { TorgScorer(weights: other, snapshot: snapshot) })
        }
        if ablation {
            for signal in SignalName.allCases where weights[signal] > 0 {
                var without = weights
                without[signal] = 0
                let reduced = without
                guard reduced.all.contains(where: { $0.weight > 0 }) else { continue }
                report.rows.append(
                    try await trial.row("without \(signal.rawValue)") {
                        TorgScorer(weights: reduced, snapshot: snapshot)
                    })
            }
        }
        if baselines {
            let history = BaselineHistory(facts: facts, snapshot: snapshot, until: plan.historyEnds)
            for baseline in Baselines.all(history) {
                report.rows.append(try await trial.row(baseline.name) { baseline })
            }
        }
        return report
    }
}

/// Ranks suppliers for a query of a back-test.
protocol BacktestScorer: Sendable {
    /// One score a supplier, higher is better.
    func scores(_ query: MatchQuery) -> [Float]
}

struct TorgScorer: BacktestScorer {
    let weights: Weights
    let snapshot: IndexSnapshot

    func scores(_ query: MatchQuery) -> [Float] {
        Scoring(query, in: snapshot, options: MatchOptions(explain: false, weights: weights)).scores.map(Float.init)
    }
}

/// The queries of a back-test with their winners' numbers.
struct BacktestTrial: Sendable {
    let snapshot: IndexSnapshot
    let plan: BacktestPlan
    private let queries: [(query: MatchQuery, winners: [Int32])]

    /// Threads that measure at once.
    private static let lanes = 2

    init(snapshot: IndexSnapshot, queries: [PastProcurement], plan: BacktestPlan) {
        self.snapshot = snapshot
        self.plan = plan
        self.queries = queries.map { procurement in
            let winners = procurement.wins.compactMap { snapshot.suppliers.number(of: $0.supplier).map(Int32.init) }
            return (plan.query(for: procurement), Set(winners).sorted())
        }
    }

    func row(_ name: String, _ make: @Sendable () -> any BacktestScorer) async throws -> BacktestReport.Row {
        let outcomes = try await outcomes(make())
        let table = snapshot.procurements
        let sizes = snapshot.suppliers.sizes
        return BacktestReport.Row(
            name: name,
            figures: Figures(
                outcomes, suppliers: snapshot.supplierCount, isNewcomer: { table.awards[Int($0)].isEmpty },
                isSmall: { [.micro, .small].contains(sizes[Int($0)]) }),
            intervals: ConfidenceIntervals(outcomes, resamples: plan.resamples))
    }

    /// In the order of the queries, however the work was shared out.
    func outcomes(_ scorer: any BacktestScorer) async throws -> [QueryOutcome] {
        try await withThrowingTaskGroup(of: (Int, [QueryOutcome]).self) { group in
            for lane in 0..<Self.lanes {
                group.addTask { (lane, try outcomes(scorer, lane: lane)) }
            }
            var byLane = [[QueryOutcome]](repeating: [], count: Self.lanes)
            for try await (lane, outcomes) in group { byLane[lane] = outcomes }
            return queries.indices.map { byLane[$0 % Self.lanes][$0 / Self.lanes] }
        }
    }

    private func outcomes(_ scorer: any BacktestScorer, lane: Int) throws -> [QueryOutcome] {
        let awards = snapshot.procurements.awards
        return try stride(from: lane, to: queries.count, by: Self.lanes).map { index in
            try Task.checkCancellation()
            let (query, winners) = queries[index]
            return QueryOutcome(scores: scorer.scores(query), winners: winners) { awards[Int($0)].isEmpty }
        }
    }
}
