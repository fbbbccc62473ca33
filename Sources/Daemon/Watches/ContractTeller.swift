import Matching
import Procurement
import Store

/// Tells of contracts that have come within the months of a watch.
///
/// Each watch remembers up to which end it was told. A day later the contracts that end one day later are looked at, and no
/// others; what results that have come since say is held against the watches that are further.
struct ContractTeller {
    let store: Store
    let index: WatchIndex

    /// Rows of notices in one transaction.
    private static let block: Int64 = 2000

    func tell(_ progress: WatchProgress, _ report: inout WatchEvaluator.Report) throws {
        let watches = index.watches.filter { $0.watch.tells.contains(.contract) }
        guard !watches.isEmpty else { return }
        let today = store.today
        let through = try store.contractsThrough()
        var row = progress.contractRow
        while row < progress.lastNotice {
            let last = min(progress.lastNotice, row + Self.block)
            try tellNew(row + 1...last, today, through, &report)
            row = last
        }
        try tellNearer(today, through, watches, &report)
    }

    /// What results that have come say, to the watches that have looked beyond already.
    private func tellNew(
        _ rows: ClosedRange<Int64>, _ today: CalendarDate, _ through: [Int64: CalendarDate],
        _ report: inout WatchEvaluator.Report
    ) throws {
        var telling = Store.Telling()
        telling.contractRow = rows.upperBound
        telling.contractEnds = try store.contractEnds(in: rows, from: today)
        let furthest = through.values.max()
        let near = telling.contractEnds.filter { end in furthest.map { end.day <= $0 } ?? false }
        if !near.isEmpty {
            let notices = try store.incomingNotices(rows).reduce(into: [:]) { $0[$1.row] = $1 }
            for end in near {
                guard let notice = notices[end.row] else { continue }
                telling.news += news(of: end, notice) { watch in through[watch.id].map { end.day <= $0 } ?? false }
            }
        }
        report.told += try store.tell(telling)
    }

    /// What has come within the months of a watch since it was told last.
    private func tellNearer(
        _ today: CalendarDate, _ through: [Int64: CalendarDate], _ watches: [StoredWatch],
        _ report: inout WatchEvaluator.Report
    ) throws {
        var telling = Store.Telling()
        var from: [Int64: CalendarDate] = [:]
        for watch in watches {
            let horizon = today.adding(months: watch.watch.months)
            let told = through[watch.id] ?? today.adding(days: -1)
            guard told < horizon || through[watch.id] == nil else { continue }
            telling.contractsThrough[watch.id] = horizon
            from[watch.id] = max(told, today.adding(days: -1))
        }
        guard let first = from.values.min(), let last = telling.contractsThrough.values.max() else { return }
        let through = telling.contractsThrough
        var after: ContractEnd?
        while first < last {
            let block = try store.contracts(ending: first.adding(days: 1)...last, after: after, limit: Int(Self.block))
            var part = Store.Telling()
            for (end, notice) in block.contracts {
                part.news += news(of: end, notice) { watch in
                    guard let from = from[watch.id], let through = through[watch.id] else { return false }
                    return from < end.day && end.day <= through
                }
            }
            report.told += try store.tell(part)
            guard let last = block.last else { break }
            after = last
        }
        // Only now: cut short before, it begins anew, and what was told is told no second time.
        try store.tell(telling)
    }

    private func news(
        of end: ContractEnd, _ notice: IncomingNotice, to isWanted: (StoredWatch) -> Bool
    ) -> [News] {
        index.watches(for: notice).filter { $0.watch.tells.contains(.contract) && isWanted($0) }.map { watch in
            var news = News(watch: watch.id, kind: .contract, key: "contract:\(notice.origin):\(end.day)")
            news.notice = notice.id
            news.day = end.day
            news.isEstimate = end.isEstimate
            return news
        }
    }
}
