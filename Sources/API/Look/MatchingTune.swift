import JSONRPC

/// Weights learnt from the store's own past.
package enum MatchingTune: Method {
    package static let name = "matching.tune"
    package static let summary =
        "Learns weights from what came before a day, and measures them and those in force on what came after. Changes nothing."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound]

    /// What to do.
    package struct Parameters: Described {
        package var validateFrom: Day

        package init(validateFrom: Day) {
            self.validateFrom = validateFrom
        }

        package static let notes = [
            "validateFrom":
                "What came before this day is learnt from, what came from then on is measured with and never learnt from."
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var validateFrom: Day
        package var learntFrom: Int
        package var decidedNeeds: Int
        package var usedFeedback: Bool
        package var queries: Int
        package var before: TunedWeights
        package var after: TunedWeights
        package var generation: Int
        package var seconds: Double

        package init(
            validateFrom: Day, learntFrom: Int, decidedNeeds: Int, usedFeedback: Bool, queries: Int,
            before: TunedWeights, after: TunedWeights,
            generation: Int, seconds: Double
        ) {
            self.validateFrom = validateFrom
            self.learntFrom = learntFrom
            self.decidedNeeds = decidedNeeds
            self.usedFeedback = usedFeedback
            self.queries = queries
            self.before = before
            self.after = after
            self.generation = generation
            self.seconds = seconds
        }

        package static let notes = [
            "validateFrom": "The first day that was measured with.",
            "learntFrom": "Procurements learnt from.",
            "decidedNeeds": "Needs for which feedback accepted a supplier before validateFrom.",
            "usedFeedback": "Whether those were enough (30) and learnt from too.",
            "queries": "Procurements measured with.",
            "before": "The weights in force.",
            "after": "The weights learnt.",
            "generation": "The generation of the data that answered.",
            "seconds": "How long it took.",
        ]
    }

    package static var example: Example<Self> {
        let row = BacktestRow.example
        return Example(
            Parameters(validateFrom: Day(year: 2021, month: 9, day: 1)),
            gives: Result(
                validateFrom: Day(year: 2021, month: 9, day: 1), learntFrom: 1820, decidedNeeds: 4,
                usedFeedback: false, queries: 3310,
                before: TunedWeights(
                    weights: ["experience": Points(millionths: 400_000)], figures: row.figures, intervals: row.intervals
                ),
                after: TunedWeights(
                    weights: ["experience": Points(millionths: 355_000)], figures: row.figures, intervals: row.intervals
                ),
                generation: 7, seconds: 74.2))
    }
}

/// Weights, and how good the ranking is with them.
package struct TunedWeights: Described {
    package var weights: SortedMap<Points>
    package var figures: BacktestFigures
    package var intervals: BacktestIntervals

    package init(weights: SortedMap<Points>, figures: BacktestFigures, intervals: BacktestIntervals) {
        self.weights = weights
        self.figures = figures
        self.intervals = intervals
    }

    package static let notes = [
        "weights": "By signal.",
        "figures": "How good the ranking is with them.",
        "intervals": "Between which bounds the figures lie with 95 % confidence.",
    ]
}
