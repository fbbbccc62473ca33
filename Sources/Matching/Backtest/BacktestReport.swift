/// The figures of a back-test, one row a way of ranking.
package struct BacktestReport: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var figures: Figures
        package var intervals: ConfidenceIntervals
    }

    package var plan: BacktestPlan
    /// Past procurements with a known winner that the (last) ranking could learn from.
    package var history = 0
    /// Suppliers that were ranked.
    package var suppliers = 0
    /// Torg's own ranking first.
    package var rows: [Row] = []
    /// The same over those queries alone of which a winner had an award in the history.
    package var recurring: [Row] = []

    init(plan: BacktestPlan) { self.plan = plan }
}
