/// What the queries of a back-test tell of a procurement.
package enum BacktestTask: String, Sendable, Hashable, Codable, CaseIterable {
    /// Title, main CPV code, buyer and kind.
    case notice
    /// The title alone.
    case textOnly = "text-only"
    /// As `notice`; and whole CPV groups by their labels besides.
    case category
}

/// One way of ranking, and all that was counted of it.
package struct BacktestRow: Described {
    package var name: String
    package var figures: BacktestFigures
    package var intervals: BacktestIntervals
    package var newcomerShare: BacktestShares
    package var smallFirmShare: BacktestShares
    package var topTenFirsts: Points

    package init(
        name: String, figures: BacktestFigures, intervals: BacktestIntervals, newcomerShare: BacktestShares,
        smallFirmShare: BacktestShares, topTenFirsts: Points
    ) {
        self.name = name
        self.figures = figures
        self.intervals = intervals
        self.newcomerShare = newcomerShare
        self.smallFirmShare = smallFirmShare
        self.topTenFirsts = topTenFirsts
    }

    package static let notes = [
        "name": "What it does: torg, other weights, without a signal, or a simple ranking.",
        "figures": "How good it is.",
        "intervals": "Between which bounds the figures lie with 95 % confidence, by drawing the queries anew.",
        "newcomerShare": "Of the first places, the share that suppliers without an earlier award hold.",
        "smallFirmShare": "Of the first places, the share that micro and small firms hold.",
        "topTenFirsts": "Of all first places, the share that the ten most frequent firsts hold.",
    ]

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
package struct BacktestIntervals: Described {
    package var successAt1: BacktestInterval
    package var successAt5: BacktestInterval
    package var successAt10: BacktestInterval
    package var successAt50: BacktestInterval
    package var successAt132: BacktestInterval
    package var mrr: BacktestInterval
    package var ndcgAt10: BacktestInterval

    package init(
        successAt1: BacktestInterval, successAt5: BacktestInterval, successAt10: BacktestInterval,
        successAt50: BacktestInterval, successAt132: BacktestInterval, mrr: BacktestInterval,
        ndcgAt10: BacktestInterval
    ) {
        self.successAt1 = successAt1
        self.successAt5 = successAt5
        self.successAt10 = successAt10
        self.successAt50 = successAt50
        self.successAt132 = successAt132
        self.mrr = mrr
        self.ndcgAt10 = ndcgAt10
    }

    package static let notes = [
        "successAt1": "Of successAt1.", "successAt5": "Of successAt5.", "successAt10": "Of successAt10.",
        "successAt50": "Of successAt50.", "successAt132": "Of successAt132.", "mrr": "Of mrr.",
        "ndcgAt10": "Of ndcgAt10.",
    ]
}

/// Two bounds.
package struct BacktestInterval: Described {
    package var low: Points
    package var high: Points

    package init(low: Points, high: Points) {
        self.low = low
        self.high = high
    }

    package static let notes = ["low": "The lower bound.", "high": "The upper bound."]
}

/// Shares from 0 to 1 of the first places of all lists.
package struct BacktestShares: Described {
    package var at1: Points
    package var at5: Points
    package var at10: Points
    package var at50: Points
    package var at132: Points

    package init(at1: Points, at5: Points, at10: Points, at50: Points, at132: Points) {
        self.at1 = at1
        self.at5 = at5
        self.at10 = at10
        self.at50 = at50
        self.at132 = at132
    }

    package static let notes = [
        "at1": "Of the first place.", "at5": "Of the first 5.", "at10": "Of the first 10.", "at50": "Of the first 50.",
        "at132": "Of the first 132.",
    ]
}

/// How the lists of whole categories fared: three-digit CPV groups in which at least five suppliers win later on.
package struct BacktestCategories: Described {
    package var groups: Int
    package var rows: [BacktestCategoryRow]

    package init(groups: Int, rows: [BacktestCategoryRow]) {
        self.groups = groups
        self.rows = rows
    }

    package static let notes = [
        "groups": "Groups asked for.",
        "rows": "Every ranking that was measured, Torg's own first.",
    ]
}

/// One way of ranking suppliers for whole categories.
package struct BacktestCategoryRow: Described {
    package var name: String
    package var recallAt50: Points
    package var low: Points
    package var high: Points

    package init(name: String, recallAt50: Points, low: Points, high: Points) {
        self.name = name
        self.recallAt50 = recallAt50
        self.low = low
        self.high = high
    }

    package static let notes = [
        "name": "What it does.",
        "recallAt50": "Mean over the groups of the share of later winners among the first 50.",
        "low": "Its lower bound with 95 % confidence.",
        "high": "Its upper bound with 95 % confidence.",
    ]
}
