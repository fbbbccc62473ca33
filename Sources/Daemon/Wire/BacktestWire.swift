import API
import JSON
import JSONRPC
import Matching
import Procurement

// Back-tests on the wire. The matcher counts shares in per cent, the contract from 0 to 1.

extension BacktestPlan {
    /// How many days lie between two snapshots where the history grows.
    private static let stretch = 30

    init(_ parameters: MatchingBacktest.Parameters) throws(RPCError) {
        let embargo = parameters.embargoDays ?? 0
        guard (0...3650).contains(embargo) else {
            throw .invalid(
                parameter: "embargoDays", expected: "a whole number from 0 to 3650", came: .number(JSONNumber(embargo)))
        }
        if let to = parameters.to, to < parameters.from {
            throw .invalid(parameter: "to", expected: "\(parameters.from) or later", came: .string(to.description))
        }
        let times = parameters.registerTimes ?? 1
        guard (1...100).contains(times) else {
            throw .invalid(
                parameter: "registerTimes", expected: "a whole number from 1 to 100", came: .number(JSONNumber(times)))
        }
        func whole(_ name: String, _ value: Int?, most: Int) throws(RPCError) -> Int {
            guard (0...most).contains(value ?? 0) else {
                throw .invalid(
                    parameter: name, expected: "a whole number from 0 to \(most)",
                    came: .number(JSONNumber(value ?? 0)))
            }
            return value ?? 0
        }
        self.init(
            from: parameters.from, to: parameters.to, embargoDays: embargo,
            task: parameters.task == .textOnly ? .textOnly : .notice,
            history: parameters.growing == true ? .expanding(days: Self.stretch) : .fixed,
            wonBefore: parameters.wonBefore ?? false, registerTimes: times,
            hiddenWins: try whole("hiddenWins", parameters.hiddenWins, most: 90),
            chanceTenders: try whole("chanceTenders", parameters.chanceTenders, most: 10))
    }
}

extension BacktestRow {
    init(_ row: BacktestReport.Row) {
        self.init(
            name: row.name, figures: BacktestFigures(row.figures), intervals: BacktestIntervals(row.intervals),
            newcomerShare: BacktestShares(row.figures.newcomerShare),
            smallFirmShare: BacktestShares(row.figures.smallFirmShare),
            topTenFirsts: Points(row.figures.topTenFirsts / 100))
    }
}

extension BacktestFigures {
    init(_ figures: Figures) {
        func success(_ depth: Int) -> Points { Points((figures.success[depth] ?? 0) / 100) }
        self.init(
            successAt1: success(1), successAt5: success(5), successAt10: success(10), successAt50: success(50),
            successAt132: success(132), mrr: Points(figures.meanReciprocalRank),
            recallAt50: Points(figures.recallAt50 / 100), ndcgAt10: Points(figures.nDCGAt10),
            coverageAt10: Points(figures.coverageAt10),
            newcomersAt132: figures.newcomersAt132.map { Points($0 / 100) })
    }
}

extension BacktestIntervals {
    init(_ intervals: ConfidenceIntervals) {
        func success(_ depth: Int) -> BacktestInterval {
            guard let interval = intervals.success[depth] else { return BacktestInterval(low: .zero, high: .zero) }
            return BacktestInterval(low: Points(interval.low / 100), high: Points(interval.high / 100))
        }
        func whole(_ interval: ConfidenceIntervals.Interval) -> BacktestInterval {
            BacktestInterval(low: Points(interval.low), high: Points(interval.high))
        }
        self.init(
            successAt1: success(1), successAt5: success(5), successAt10: success(10), successAt50: success(50),
            successAt132: success(132), mrr: whole(intervals.meanReciprocalRank), ndcgAt10: whole(intervals.nDCGAt10))
    }
}

extension BacktestShares {
    /// - Parameter shares: per cent, by depth.
    init(_ shares: [Int: Double]) {
        func share(_ depth: Int) -> Points { Points((shares[depth] ?? 0) / 100) }
        self.init(at1: share(1), at5: share(5), at10: share(10), at50: share(50), at132: share(132))
    }
}

extension BacktestCategories {
    init(_ report: CategoryBacktest.Report) {
        self.init(
            groups: report.groups,
            rows: report.rows.map { row in
                BacktestCategoryRow(
                    name: row.name, recallAt50: Points(row.recallAt50 / 100),
                    low: Points(row.interval.low / 100), high: Points(row.interval.high / 100))
            })
    }
}
