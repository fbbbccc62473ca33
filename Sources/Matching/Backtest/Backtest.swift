import Procurement

/// Measures ranking on the store's own past: split by time, ask about what came later, see where the winners stood.
///
/// The protocol is that of García Rodríguez et al. 2020 ("Bidders Recommender for Public Procurement Auctions Using
/// Machine Learning"). Deterministic.
package struct Backtest: Sendable {
    private let facts: MarketFacts
    private let plan: BacktestPlan
    private let builder: IndexBuilder

    package init(_ facts: MarketFacts, plan: BacktestPlan, builder: IndexBuilder = IndexBuilder()) {
        self.facts = plan.told(facts)
        self.plan = plan
        self.builder = builder
    }

    /// Torg's own ranking with these weights, then with others, then with each signal left out, then the baselines, as
    /// asked. Runs on two tasks; it is up to the caller on which executor.
    /// - Throws: `CancellationError`.
    package func run(
        weights: Weights = .standard, baselines: Bool = true, ablation: Bool = false, against other: Weights? = nil
    ) async throws -> BacktestReport {
        var ways: [(name: String, make: @Sendable (IndexSnapshot, BaselineHistory?) -> any BacktestScorer)] = []
        func add(_ name: String, _ weights: Weights) {
            ways.append((name, { snapshot, _ in TorgScorer(weights: weights, snapshot: snapshot) }))
        }
        add("torg", weights)
        if let other { add("other weights", other) }
        if ablation {
            for signal in SignalName.allCases where weights[signal] > 0 && (signal != .participation || tellsLosers) {
                var without = weights
                without[signal] = 0
                if without.all.contains(where: { $0.weight > 0 }) { add("without \(signal.rawValue)", without) }
            }
        }
        if baselines {
            for baseline in Baseline.allCases {
                ways.append((baseline.rawValue, { _, history in BaselineScorer(baseline, history) }))
            }
        }
        var outcomes = ways.map { _ in [QueryOutcome]() }
        var report = BacktestReport(plan: plan)
        for stretch in plan.stretches(in: facts) {
            let (snapshot, crowded) = snapshot(asOf: stretch.historyEnds)
            let trial = BacktestTrial(
                snapshot: snapshot, queries: stretch.asked, plan: plan, multiples: crowded.multiples(in: snapshot))
            let history =
                baselines ? BaselineHistory(facts: crowded.facts, snapshot: snapshot, until: stretch.historyEnds) : nil
            for (index, way) in ways.enumerated() {
                outcomes[index] += try await trial.outcomes(way.make(snapshot, history))
            }
            report.history = snapshot.procurementCount
            report.suppliers = crowded.suppliers(in: snapshot)
        }
        let suppliers = report.suppliers
        func rows(_ isCounted: (QueryOutcome) -> Bool) -> [BacktestReport.Row] {
            zip(ways, outcomes).map { way, outcomes in
                let outcomes = outcomes.filter(isCounted)
                return BacktestReport.Row(
                    name: way.name, figures: Figures(outcomes, suppliers: suppliers),
                    intervals: ConfidenceIntervals(outcomes, resamples: plan.resamples))
            }
        }
        report.rows = rows { _ in true }
        report.recurring = rows(\.isRecurring)
        return report
    }

    /// Whether anybody is known that tendered and won nothing.
    private var tellsLosers: Bool { facts.procurements.contains { !$0.losers.isEmpty } }

    /// The history with as crowded a register as is asked for.
    private func snapshot(asOf day: CalendarDate) -> (IndexSnapshot, CrowdedRegister) {
        let snapshot = builder.build(facts, asOf: day)
        let crowded = CrowdedRegister(facts, times: plan.registerTimes, in: snapshot)
        return (plan.registerTimes > 1 ? builder.build(crowded.facts, asOf: day) : snapshot, crowded)
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
