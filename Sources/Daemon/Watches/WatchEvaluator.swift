import Foundation
import Logging
import Matching
import Procurement
import Store

/// Tells people what is new to their watches, once a generation is published.
///
/// Only what is new is looked at: notices of rows after those that have been told, contracts that have come within a
/// watch's months, the statuses of firms after an import of a register. Each part is kept in one transaction together with
/// how far it has come, so that whatever ends the daemon, the next evaluation goes on where the store says, and what a watch
/// was told is told no second time.
///
/// Who has come among the first of a question takes a match, and is looked at afterwards, a watch at a time, only for the
/// watches that a settled procurement touches.
package actor WatchEvaluator {
    /// What an evaluation came to.
    package struct Report: Sendable, Hashable {
        package var watches = 0
        /// Notices that were held against the watches.
        package var notices = 0
        package var told = 0
        /// For the index of the watches, where it was made anew; for matching alone; and for all of it.
        package var indexing = Duration.zero
        package var matching = Duration.zero
        package var whole = Duration.zero
    }

    /// What is dated more days ago than this when it comes is history that was brought late, and no news.
    private static let freshDays = 90
    /// Rows of notices in one transaction.
    private static let block: Int64 = 2000

    private let executor = PinnedExecutor(label: "torg.watches")
    private let store: Store
    private let current: CurrentMarket
    private let log: Logger
    private var index: WatchIndex?
    /// When the watches were saved whose suppliers' statuses have been looked up since the start.
    private var lookedUp: [Int64: Date] = [:]
    private var isRanking = false
    /// Who is first, by what was asked, of one generation: many watch the same.
    private var firsts: (generation: Int, lists: [FirstsKey: [SupplierID]]) = (-1, [:])

    private struct FirstsKey: Hashable {
        var query: MatchQuery
        var count: Int
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(store: Store, current: CurrentMarket, log: Logger) {
        self.store = store
        self.current = current
        self.log = log
    }

    /// Holds what is new against the watches. A failure is logged, and made up for the next time.
    package func evaluate() {
        guard let market = current.value, store.condition == .sound else { return }
        do {
            let report = try evaluate(on: market)
            if report.notices > 0 || report.told > 0 || report.watches > 0 && report.indexing > .zero {
                log.info(
                    "watches evaluated",
                    metadata: [
                        "watches": "\(report.watches)", "notices": "\(report.notices)", "told": "\(report.told)",
                        "seconds": "\(report.whole.seconds)", "matching_seconds": "\(report.matching.seconds)",
                        "index_seconds": "\(report.indexing.seconds)",
                    ])
            }
        } catch {
            log.error("watches could not be evaluated, and are the next time", metadata: ["error": "\(error)"])
        }
        rankInBackground()
    }

    /// After the start: what an import had committed when the daemon ended is told once the store may be written to.
    package func evaluateOnceExamined() async {
        let examined = Event()
        store.whenExamined { examined.happen() }
        guard (try? await examined.wait()) != nil else { return }
        evaluate()
    }

    /// The contracts of so many notices are looked through while whoever saves a watch waits; more are behind their back.
    private static let awaited: Int64 = 20_000

    /// After a watch was saved: what is news to it at once, contracts that run out and statuses.
    package func evaluateSaved() {
        if let progress = try? store.watchProgress(), progress.lastNotice - progress.contractRow > Self.awaited {
            Task.detached(priority: .utility) { await self.evaluate() }
        } else {
            evaluate()
        }
    }

    /// - Throws: `StoreError`; what was kept until then stays told.
    package func evaluate(on market: Market) throws -> Report {
        let start = ContinuousClock.now
        var report = Report()
        var progress = try store.watchProgress()
        let index = try refreshed(progress, market, &report)
        report.watches = index.watches.count
        guard !index.watches.isEmpty else {
            if progress.noticeRow < progress.lastNotice { try pass(to: progress.lastNotice) }
            return report
        }
        while progress.noticeRow < progress.lastNotice {
            let last = min(progress.lastNotice, progress.noticeRow + Self.block)
            try tellNotices(progress.noticeRow + 1...last, index, &report)
            progress.noticeRow = last
        }
        try ContractTeller(store: store, index: index).tell(progress, &report)
        try tellStatuses(progress, index, &report)
        report.whole = ContinuousClock.now - start
        return report
    }

    private func pass(to row: Int64) throws {
        var telling = Store.Telling()
        telling.noticeRow = row
        try store.tell(telling)
    }

    private func refreshed(_ progress: WatchProgress, _ market: Market, _ report: inout Report) throws -> WatchIndex {
        if let index, index.revision == progress.revision, index.categories == market.categories,
            index.challenges == market.challenges
        {
            return index
        }
        let start = ContinuousClock.now
        let (watches, revision) = try store.allWatches()
        let index = WatchIndex(
            watches, revision: revision, categories: market.categories, challenges: market.challenges,
            earlier: self.index)
        self.index = index
        report.indexing = ContinuousClock.now - start
        return index
    }

    private func tellNotices(_ rows: ClosedRange<Int64>, _ index: WatchIndex, _ report: inout Report) throws {
        let notices = try store.incomingNotices(rows)
        let start = ContinuousClock.now
        var telling = Store.Telling()
        telling.noticeRow = rows.upperBound
        let oldest = store.today.adding(days: -Self.freshDays)
        for notice in notices {
            guard let kind = NewsKind(notice.purpose) else { continue }
            let isFresh = notice.date.map { $0 >= oldest } ?? true
            for watch in isFresh ? index.watches(for: notice) : []
            where watch.watch.tells.contains(kind) && notice.row > watch.afterNotice {
                var news = News(watch: watch.id, kind: kind, key: "\(kind.rawValue):\(notice.origin)")
                news.notice = notice.id
                telling.news.append(news)
            }
            if kind == .result { telling.toRank.formUnion(index.toRank(by: notice).map(\.id)) }
        }
        report.matching += ContinuousClock.now - start
        report.notices += notices.count
        report.told += try store.tell(telling)
    }

    /// After an import of a register, and for watches that are new: what is said against the suppliers that are watched.
    private func tellStatuses(_ progress: WatchProgress, _ index: WatchIndex, _ report: inout Report) throws {
        let hasRegister = progress.registerImport < progress.lastRegisterImport
        let watches = index.watches.filter { watch in
            watch.watch.tells.contains(.status) && watch.watch.supplier != nil
                && (hasRegister || lookedUp[watch.id] != watch.at)
        }
        for watch in watches { lookedUp[watch.id] = watch.at }
        guard hasRegister || !watches.isEmpty else { return }
        var telling = Store.Telling()
        telling.registerImport = progress.lastRegisterImport
        for (supplier, watches) in Dictionary(grouping: watches, by: \.watch.supplier) {
            guard let supplier, let status = try store.status(of: supplier) else { continue }
            for watch in watches {
                var news = News(watch: watch.id, kind: .status, key: "status:\(status.kind.rawValue)")
                news.supplier = supplier
                news.status = status.kind
                news.day = status.since
                telling.news.append(news)
            }
        }
        telling.news.sort { ($0.watch, $0.key) < ($1.watch, $1.key) }
        report.told += try store.tell(telling)
    }

    // MARK: The first suppliers

    /// Looks at the first suppliers of the watches that are due, one after the other, so that an evaluation comes in between.
    private func rankInBackground() {
        guard !isRanking else { return }
        isRanking = true
        // Detached: each look is a turn of its own on the actor's thread.
        Task.detached(priority: .utility) { while await self.rankNext() {} }
    }

    /// - Returns: whether there was a watch to look at, and there may be more.
    func rankNext() -> Bool {
        do {
            if let market = current.value, store.condition == .sound, let watch = try store.watchToRank() {
                let told = try store.tell(first: firsts(of: watch, on: market), of: watch.id, saved: watch.at)
                if told > 0 { log.info("suppliers new among the first", metadata: ["told": "\(told)"]) }
                return true
            }
        } catch {
            log.error("the first suppliers of a watch could not be looked at", metadata: ["error": "\(error)"])
        }
        isRanking = false
        return false
    }

    /// Empty where the question can't be asked any more.
    private func firsts(of watch: StoredWatch, on market: Market) -> [SupplierID] {
        guard let query = (try? WatchReading(watch).query(on: market, name: watch.watch.name)) ?? nil else { return [] }
        if firsts.generation != market.snapshot.generation { firsts = (market.snapshot.generation, [:]) }
        let key = FirstsKey(query: query, count: watch.watch.first)
        if let known = firsts.lists[key] { return known }
        let options = Matching.MatchOptions(
            limit: watch.watch.first, explain: false, weights: market.weights[query.question])
        let suppliers = Ranker(market.snapshot).rank(query, options).matches.map(\.supplier)
        firsts.lists[key] = suppliers
        return suppliers
    }
}
