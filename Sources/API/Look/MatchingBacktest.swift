import JSONRPC

/// How good the matching is, measured on the past.
package enum MatchingBacktest: Method {
    package static let name = "matching.backtest"
    package static let summary =
        "Ranks suppliers for each procurement since a day, from what was known before it, and counts how often the winner stands high."
    package static let role = Role.manager

    /// What to do.
    package struct Parameters: Described {
        package var from: Day
        package var to: Day?
        package var embargoDays: Int?
        package var task: BacktestTask?
        package var growing: Bool?
        package var baselines: Bool?
        package var ablation: Bool?
        package var recurring: Bool?
        package var wonBefore: Bool?
        package var registerTimes: Int?
        package var against: SortedMap<Points>?

        package init(
            from: Day, to: Day? = nil, embargoDays: Int? = nil, task: BacktestTask? = nil, growing: Bool? = nil,
            baselines: Bool? = nil, ablation: Bool? = nil, recurring: Bool? = nil, wonBefore: Bool? = nil,
            registerTimes: Int? = nil, against: SortedMap<Points>? = nil
        ) {
            self.from = from
            self.to = to
            self.embargoDays = embargoDays
            self.task = task
            self.growing = growing
            self.baselines = baselines
            self.ablation = ablation
            self.recurring = recurring
            self.wonBefore = wonBefore
            self.registerTimes = registerTimes
            self.against = against
        }

        package static let notes = [
            "from": "The first day of the procurements to ask for; all before it is history.",
            "to": "The last day; the latest where nothing is said.",
            "embargoDays":
                "Leaves out this many days before each query, in which results were not yet known; 0 where nothing "
                + "is said.",
            "task": "What is asked with: see BacktestTask; notice where nothing is said.",
            "growing":
                "True: the history grows with the queries, in stretches of 30 days. False: it ends before the first "
                + "one. False where nothing is said.",
            "baselines": "Whether simple rankings are measured too; true where nothing is said.",
            "ablation": "Whether the ranking is measured without each signal too; false where nothing is said.",
            "recurring":
                "Whether the same is told of those queries alone of which a winner had an award in the history; false "
                + "where nothing is said.",
            "wonBefore":
                "Whether those alone are ranked, and sought, who had an award in the history; false where nothing is "
                + "said.",
            "registerTimes":
                "Counts every supplier without an earlier award so many times, with made copies of the same industry "
                + "and size whose names tell nothing; places are then those expected. 1 where nothing is said.",
            "against":
                "Other weights to measure too, by signal; a signal that isn't named has its built-in weight, as in "
                + "weights.yaml.",
        ]

        package static let bounds: [String: Bound] = [
            "embargoDays": .integer(0...3650), "registerTimes": .integer(1...100), "against": .weights,
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var from: Day
        package var to: Day?
        package var embargoDays: Int
        package var queries: Int
        package var history: Int
        package var suppliers: Int
        package var newcomerWinners: Int
        package var figures: BacktestFigures
        package var baselines: [BacktestBaseline]
        package var rows: [BacktestRow]
        package var recurring: BacktestRecurring?
        package var categories: BacktestCategories?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var seconds: Double

        package init(
            from: Day, to: Day? = nil, embargoDays: Int, queries: Int, history: Int, suppliers: Int,
            newcomerWinners: Int, figures: BacktestFigures, baselines: [BacktestBaseline] = [],
            rows: [BacktestRow] = [], recurring: BacktestRecurring? = nil, categories: BacktestCategories? = nil,
            generation: Int, weights: SortedMap<Points>, seconds: Double
        ) {
            self.from = from
            self.to = to
            self.embargoDays = embargoDays
            self.queries = queries
            self.history = history
            self.suppliers = suppliers
            self.newcomerWinners = newcomerWinners
            self.figures = figures
            self.baselines = baselines
            self.rows = rows
            self.recurring = recurring
            self.categories = categories
            self.generation = generation
            self.weights = weights
            self.seconds = seconds
        }

        package static let notes = [
            "from": "The first day of the queries.",
            "to": "The last day of the queries; absent when there was none.",
            "embargoDays": "Days left out before each query.",
            "queries": "Procurements asked for.",
            "history": "Procurements before the first day.",
            "suppliers": "Suppliers ranked for each query.",
            "newcomerWinners": "Winners without an earlier award.",
            "figures": "How good the ranking is.",
            "baselines": "The same figures for simple rankings, to compare with.",
            "rows": "Every ranking that was measured, Torg's own first, with all that was counted.",
            "recurring": "The same over recurring winners alone; absent where it was not asked for.",
            "categories": "How whole categories fared; absent but for the task category.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force, by signal.",
            "seconds": "How long it took.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(from: Day(year: 2021, month: 9, day: 1)),
            gives: Result(
                from: Day(year: 2021, month: 9, day: 1), to: Day("2021-10-22"), embargoDays: 0, queries: 1402,
                history: 6753,
                suppliers: 10_120, newcomerWinners: 611, figures: BacktestFigures.example,
                baselines: [BacktestBaseline(name: "most awards first", figures: BacktestFigures.example)],
                rows: [BacktestRow.example],
                generation: 7,
                weights: ["experience": Points(millionths: 400_000)], seconds: 9.5))
    }
}

/// The figures over those queries alone of which a winner had an award in the history.
package struct BacktestRecurring: Described {
    package var queries: Int
    package var rows: [BacktestRow]

    package init(queries: Int, rows: [BacktestRow]) {
        self.queries = queries
        self.rows = rows
    }

    package static let notes = [
        "queries": "How many such queries there are.",
        "rows": "Every ranking that was measured, Torg's own first.",
    ]
}

/// How good a ranking is. Shares run from 0 to 1.
package struct BacktestFigures: Described {
    package var successAt1: Points
    package var successAt5: Points
    package var successAt10: Points
    package var successAt50: Points
    package var successAt132: Points
    package var mrr: Points
    package var recallAt50: Points
    package var ndcgAt10: Points
    package var coverageAt10: Points
    package var newcomersAt132: Points?

    package init(
        successAt1: Points, successAt5: Points, successAt10: Points, successAt50: Points, successAt132: Points,
        mrr: Points, recallAt50: Points, ndcgAt10: Points, coverageAt10: Points, newcomersAt132: Points? = nil
    ) {
        self.successAt1 = successAt1
        self.successAt5 = successAt5
        self.successAt10 = successAt10
        self.successAt50 = successAt50
        self.successAt132 = successAt132
        self.mrr = mrr
        self.recallAt50 = recallAt50
        self.ndcgAt10 = ndcgAt10
        self.coverageAt10 = coverageAt10
        self.newcomersAt132 = newcomersAt132
    }

    package static let notes = [
        "successAt1": "Share of queries with a winner in the first place.",
        "successAt5": "Share of queries with a winner among the first 5.",
        "successAt10": "Share of queries with a winner among the first 10.",
        "successAt50": "Share of queries with a winner among the first 50.",
        "successAt132": "Share of queries with a winner among the first 132.",
        "mrr": "Mean of one over the rank of the first winner.",
        "recallAt50": "Share of winners among the first 50.",
        "ndcgAt10": "Normalised discounted cumulative gain at 10.",
        "coverageAt10": "Share of all suppliers that stand among some first 10.",
        "newcomersAt132":
            "Of the winners without an earlier award, the share among the first 132; absent when there are none.",
    ]

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
package struct BacktestBaseline: Described {
    package var name: String
    package var figures: BacktestFigures

    package init(name: String, figures: BacktestFigures) {
        self.name = name
        self.figures = figures
    }

    package static let notes = [
        "name": "What it does.",
        "figures": "How good it is.",
    ]
}
