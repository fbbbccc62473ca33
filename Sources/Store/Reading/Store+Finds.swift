import Foundation
import GRDB
import Procurement
import Synchronization

extension Store {
    /// Current notices, the newest first.
    ///
    /// - Parameters:
    ///   - limit: at most so many on the page, 1 to 1,000.
    ///   - after: the `next` of the page before.
    package func findNotices(
        _ query: NoticeQuery, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<NoticeSummary> {
        try read { try NoticeFinder(database: $0).find(query, limit: Self.bounded(limit), after: after) }
    }

    /// Suppliers by name.
    package func findSuppliers(
        _ query: SupplierQuery, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<SupplierSummary> {
        try read { try SupplierFinder(database: $0).find(query, limit: Self.bounded(limit), after: after) }
    }

    /// These suppliers in this order, without those that there are none of.
    package func suppliers(_ ids: [SupplierID]) throws(StoreError) -> [SupplierSummary] {
        let (known, new, generation) = try read { database in
            let generation = try Self.generation(database)
            let known = knownSummaries.withLock { $0.found(ids, generation: generation) }
            let finder = SupplierFinder(database: database)
            var new: [SupplierID: SupplierSummary] = [:]
            for id in ids where known[id] == nil { new[id] = try finder.summary(id) }
            return (known, new, generation)
        }
        knownSummaries.withLock { $0.note(new, generation: generation) }
        return ids.compactMap { known[$0] ?? new[$0] }
    }

    /// One notice by its id or publication number; `nil` where there is none.
    ///
    /// - Parameter version: `nil` for the latest.
    package func notice(_ id: NoticeID, version: Int? = nil) throws(StoreError) -> StoredNotice? {
        try read { database in
            let reader = NoticeReader(database: database)
            if let notice = try reader.one(id, version: version) { return notice }
            return try reader.id(publishedAs: id.rawValue).flatMap { try reader.one($0, version: version) }
        }
    }

    /// One supplier by its id, also by one that it had before more was known of it; `nil` where there is none.
    ///
    /// - Parameter awards: at most so many of its awards, the newest.
    package func supplier(_ id: SupplierID, awards: Int = 100) throws(StoreError) -> StoredSupplier? {
        try read { database in
            let finder = SupplierFinder(database: database)
            let reader = SupplierReader(database: database)
            guard let row = try finder.row(of: id), let supplier = try reader.one(row: row) else {
                return try reader.firm(id).map { StoredSupplier(supplier: $0, awardCount: 0, awards: []) }
            }
            return StoredSupplier(
                supplier: supplier, awardCount: try finder.awardCount(of: row),
                awards: try AwardReader(database: database).latest(of: row, limit: awards),
                tenders: try TenderReader(database: database).record(of: row))
        }
    }

    /// What a supplier has tendered for, by the id that it has or had; `nil` where the statistics know nothing of it.
    package func tenders(of id: SupplierID) throws(StoreError) -> TenderRecord? {
        try read { database in
            try SupplierFinder(database: database).row(of: id).flatMap {
                try TenderReader(database: database).record(of: $0)
            }
        }
    }

    /// What was refused, the latest first.
    package func refusals(limit: Int = 100, after: PageCursor? = nil) throws(StoreError) -> Page<StoredRefusal> {
        try read { try RefusalRows(database: $0).page(limit: Self.bounded(limit), after: after) }
    }

    /// The latest counts that were asked for, which may be of an earlier generation; `nil` before the first.
    package var latestCounts: StoreCounts? { knownCounts.withLock { $0 } }

    /// All that is counted. What is counted of the notices is counted once a generation: with a million of them it takes
    /// a while. Refusals and conflicts change without a new one.
    package func counts() throws(StoreError) -> StoreCounts {
        var counts = try marketCounts()
        (counts.refusals, counts.conflicts) = try read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database.cachedStatement(sql: sql)) ?? 0 }
            return (try count("SELECT COUNT(*) FROM refusals"), try count("SELECT COUNT(*) FROM conflicts"))
        }
        return counts
    }

    /// What is counted once a generation, refusals and conflicts left at 0; and the feed's import that ended last.
    package func marketStanding() throws(StoreError) -> (counts: StoreCounts, lastImport: ImportRecord?) {
        let known = latestCounts
        let standing = try read { database in
            (try Self.marketCounts(database, known: known), try ImportRows(database: database).last(.feed))
        }
        knownCounts.withLock { $0 = standing.0 }
        return standing
    }

    /// The date of the newest notice that isn't later than a day; `nil` where there is none. A date that lies ahead is a
    /// mistake, and would hide for years that nothing comes.
    package func newestNotice(notAfter day: CalendarDate) throws(StoreError) -> CalendarDate? {
        try read { database in
            // Written as the index `notices_by_date` has it.
            try Int32.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT date FROM notices WHERE standing = 'current' AND ifnull(date, -1000000000) <= ?
                        ORDER BY ifnull(date, -1000000000) DESC LIMIT 1
                        """), arguments: [day.daysSinceEpoch])
        }.map(CalendarDate.init(daysSinceEpoch:))
    }

    private func marketCounts() throws(StoreError) -> StoreCounts {
        let known = latestCounts
        let counts = try read { try Self.marketCounts($0, known: known) }
        knownCounts.withLock { $0 = counts }
        return counts
    }

    private static func marketCounts(_ database: Database, known: StoreCounts?) throws -> StoreCounts {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
        let generation = try generation(database)
        if let known, known.generation == generation { return known }
        return StoreCounts(
            notices: try count("SELECT COUNT(*) FROM notices WHERE standing = 'current'"),
            noticeVersions: try count("SELECT COUNT(*) FROM notices"),
            // Those of the public registers that nothing else names are firms too.
            suppliers: try count("SELECT COUNT(*) FROM suppliers")
                + count(
                    "SELECT COUNT(*) FROM firms WHERE gone = 0 AND NOT EXISTS (SELECT 1 FROM suppliers WHERE id = 'SE' || firms.number)"
                ),
            awards: try count(
                """
                SELECT COUNT(*) FROM (SELECT DISTINCT notice, lots, party FROM wins WHERE ordinal = 0 AND retold = 0)
                """), refusals: 0, conflicts: 0,
            generation: generation)
    }

    private static func bounded(_ limit: Int) -> Int { min(max(limit, 1), 1000) }
}
