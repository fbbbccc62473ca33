import JSON
import JSONRPC
import Procurement

/// What the queries of a back-test tell of a procurement.
package enum BacktestTask: String, WireWord {
    /// Title, main CPV code, buyer and kind.
    case notice
    /// The title alone.
    case textOnly = "text-only"
    /// As `notice`; and whole CPV groups by their labels besides.
    case category
}

/// One way of ranking, and all that was counted of it.
@WireType
package struct BacktestRow: Described {
    /// What it does: torg, other weights, without a signal, or a simple ranking.
    package var name: String
    /// How good it is.
    package var figures: BacktestFigures
    /// Between which bounds the figures lie with 95 % confidence, by drawing the queries anew.
    package var intervals: BacktestIntervals
    /// Of the first places, the share that suppliers without an earlier award hold.
    package var newcomerShare: BacktestShares
    /// Of the first places, the share that micro and small firms hold.
    package var smallFirmShare: BacktestShares
    /// Of all first places, the share that the ten most frequent firsts hold.
    package var topTenFirsts: Points

    static var example: BacktestRow {
        let interval = BacktestInterval(low: Points(millionths: 401_000), high: Points(millionths: 453_000))
        let shares = BacktestShares(
            at1: Points(millionths: 20_000), at5: Points(millionths: 31_000), at10: Points(millionths: 42_000),
            at50: Points(millionths: 95_000), at132: Points(millionths: 170_000))
        return BacktestRow(
            name: "torg", figures: .example,
            intervals: BacktestIntervals(
                successAt1: interval, successAt5: interval, successAt10: interval, successAt50: interval,
                successAt132: interval, mrr: interval, ndcgAt10: interval),
            newcomerShare: shares, smallFirmShare: shares, topTenFirsts: Points(millionths: 64_000))
    }
}

/// Bounds of the figures of the same names.
@WireType
package struct BacktestIntervals: Described {
    /// Of successAt1.
    package var successAt1: BacktestInterval
    /// Of successAt5.
    package var successAt5: BacktestInterval
    /// Of successAt10.
    package var successAt10: BacktestInterval
    /// Of successAt50.
    package var successAt50: BacktestInterval
    /// Of successAt132.
    package var successAt132: BacktestInterval
    /// Of mrr.
    package var mrr: BacktestInterval
    /// Of ndcgAt10.
    package var ndcgAt10: BacktestInterval
}

/// Two bounds.
@WireType
package struct BacktestInterval: Described {
    /// The lower bound.
    package var low: Points
    /// The upper bound.
    package var high: Points
}

/// Shares from 0 to 1 of the first places of all lists.
@WireType
package struct BacktestShares: Described {
    /// Of the first place.
    package var at1: Points
    /// Of the first 5.
    package var at5: Points
    /// Of the first 10.
    package var at10: Points
    /// Of the first 50.
    package var at50: Points
    /// Of the first 132.
    package var at132: Points
}

/// How the lists of whole categories fared: three-digit CPV groups in which at least five suppliers win later on.
@WireType
package struct BacktestCategories: Described {
    /// Groups asked for.
    package var groups: Int
    /// Every ranking that was measured, Torg's own first.
    package var rows: [BacktestCategoryRow]
}

/// One way of ranking suppliers for whole categories.
@WireType
package struct BacktestCategoryRow: Described {
    /// What it does.
    package var name: String
    /// Mean over the groups of the share of later winners among the first 50.
    package var recallAt50: Points
    /// Its lower bound with 95 % confidence.
    package var low: Points
    /// Its upper bound with 95 % confidence.
    package var high: Points
}
