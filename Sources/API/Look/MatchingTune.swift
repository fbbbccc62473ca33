import JSON
import JSONRPC
import Procurement

/// Weights learnt from the store's own past.
package enum MatchingTune: Method {
    package static let name = "matching.tune"
    package static let summary =
        "Learns weights from what came before a day, and measures them and those in force on what came after. Changes nothing."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// What came before this day is learnt from, what came from then on is measured with and never learnt from.
        package var validateFrom: CalendarDate
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The first day that was measured with.
        package var validateFrom: CalendarDate
        /// Procurements learnt from.
        package var learntFrom: Int
        /// Needs for which feedback accepted a supplier before validateFrom.
        package var decidedNeeds: Int
        /// Whether those were enough (30) and learnt from too.
        package var usedFeedback: Bool
        /// Procurements measured with.
        package var queries: Int
        /// The weights in force.
        package var before: TunedWeights
        /// The weights learnt.
        package var after: TunedWeights
        /// The generation of the data that answered.
        package var generation: Int
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        let row = BacktestRow.example
        return Example(
            Parameters(validateFrom: CalendarDate(nearestTo: 2021, 9, 1)),
            gives: Result(
                validateFrom: CalendarDate(nearestTo: 2021, 9, 1), learntFrom: 1820, decidedNeeds: 4,
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
@WireType
package struct TunedWeights: Described {
    /// By signal.
    package var weights: SortedMap<Points>
    /// How good the ranking is with them.
    package var figures: BacktestFigures
    /// Between which bounds the figures lie with 95 % confidence.
    package var intervals: BacktestIntervals
}
