import JSON
import JSONRPC
import Procurement

/// How good the matching is, measured on the past.
package enum MatchingBacktest: Method {
    package static let name = "matching.backtest"
    package static let summary =
        "Ranks suppliers for each procurement since a day, from what was known before it, and counts how often the winner stands high."
    package static let role = Role.manager

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// The first day of the procurements to ask for; all before it is history.
        package var from: CalendarDate
        /// The last day; the latest where nothing is said.
        package var to: CalendarDate?
        /// Leaves out this many days before each query, in which results were not yet known; 0 where nothing is said.
        @Within(.integer(0...3650)) package var embargoDays: Int?
        /// What is asked with: see BacktestTask; notice where nothing is said.
        package var task: BacktestTask?
        /// True: the history grows with the queries, in stretches of 30 days. False: it ends before the first one.
        /// False where nothing is said.
        package var growing: Bool?
        /// Whether simple rankings are measured too; true where nothing is said.
        package var baselines: Bool?
        /// Whether the ranking is measured without each signal too; false where nothing is said.
        package var ablation: Bool?
        /// Whether the same is told of those queries alone of which a winner had an award in the history; false where
        /// nothing is said.
        package var recurring: Bool?
        /// Whether those alone are ranked, and sought, who had an award in the history; false where nothing is said.
        package var wonBefore: Bool?
        /// Counts every supplier without an earlier award so many times, with made copies of the same industry and size
        /// whose names tell nothing; places are then those expected. 1 where nothing is said.
        @Within(.integer(1...100)) package var registerTimes: Int?
        /// Of the history's wins, how many per cent are taken as tenders without a contract, so that it shows what is known
        /// of those who tendered; a procurement keeps one winner. 0 where nothing is said.
        @Within(.integer(0...90)) package var hiddenWins: Int?
        /// How many tenders without a contract each procurement of the history is given, of firms drawn by chance from its
        /// winners' industries. 0 where nothing is said.
        @Within(.integer(0...10)) package var chanceTenders: Int?
        /// Other weights to measure too, by signal; a signal that isn't named has its built-in weight, as in
        /// weights.yaml.
        @Within(.weights) package var against: SortedMap<Points>?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The first day of the queries.
        package var from: CalendarDate
        /// The last day of the queries; absent when there was none.
        package var to: CalendarDate?
        /// Days left out before each query.
        package var embargoDays: Int
        /// Procurements asked for.
        package var queries: Int
        /// Procurements before the first day.
        package var history: Int
        /// Suppliers ranked for each query.
        package var suppliers: Int
        /// Winners without an earlier award.
        package var newcomerWinners: Int
        /// How good the ranking is.
        package var figures: BacktestFigures
        /// The same figures for simple rankings, to compare with.
        package var baselines: [BacktestBaseline] = []
        /// Every ranking that was measured, Torg's own first, with all that was counted.
        package var rows: [BacktestRow] = []
        /// The same over recurring winners alone; absent where it was not asked for.
        package var recurring: BacktestRecurring?
        /// How whole categories fared; absent but for the task category.
        package var categories: BacktestCategories?
        /// The generation of the data that answered.
        package var generation: Int
        /// The weights in force, by signal.
        package var weights: SortedMap<Points>
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        Example(
            Parameters(from: CalendarDate(nearestTo: 2021, 9, 1)),
            gives: Result(
                from: CalendarDate(nearestTo: 2021, 9, 1), to: CalendarDate("2021-10-22"), embargoDays: 0,
                queries: 1402,
                history: 6753,
                suppliers: 10_120, newcomerWinners: 611, figures: BacktestFigures.example,
                baselines: [BacktestBaseline(name: "most awards first", figures: BacktestFigures.example)],
                rows: [BacktestRow.example],
                generation: 7,
                weights: ["experience": Points(millionths: 400_000)], seconds: 9.5))
    }
}

/// The figures over those queries alone of which a winner had an award in the history.
@WireType
package struct BacktestRecurring: Described {
    /// How many such queries there are.
    package var queries: Int
    /// Every ranking that was measured, Torg's own first.
    package var rows: [BacktestRow]
}

/// How good a ranking is. Shares run from 0 to 1.
@WireType
package struct BacktestFigures: Described {
    /// Share of queries with a winner in the first place.
    package var successAt1: Points
    /// Share of queries with a winner among the first 5.
    package var successAt5: Points
    /// Share of queries with a winner among the first 10.
    package var successAt10: Points
    /// Share of queries with a winner among the first 50.
    package var successAt50: Points
    /// Share of queries with a winner among the first 132.
    package var successAt132: Points
    /// Mean of one over the rank of the first winner.
    package var mrr: Points
    /// Share of winners among the first 50.
    package var recallAt50: Points
    /// Normalised discounted cumulative gain at 10.
    package var ndcgAt10: Points
    /// Share of all suppliers that stand among some first 10.
    package var coverageAt10: Points
    /// Of the winners without an earlier award, the share among the first 132; absent when there are none.
    package var newcomersAt132: Points?

    static var example: BacktestFigures {
        BacktestFigures(
            successAt1: Points(millionths: 174_000), successAt5: Points(millionths: 359_000),
            successAt10: Points(millionths: 427_000), successAt50: Points(millionths: 552_000),
            successAt132: Points(millionths: 605_000), mrr: Points(millionths: 261_000),
            recallAt50: Points(millionths: 479_000), ndcgAt10: Points(millionths: 257_000),
            coverageAt10: Points(millionths: 430_000), newcomersAt132: Points(millionths: 120_000))
    }
}

/// A simple ranking to compare with.
@WireType
package struct BacktestBaseline: Described {
    /// What it does.
    package var name: String
    /// How good it is.
    package var figures: BacktestFigures
}
