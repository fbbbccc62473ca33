import Foundation
import GRDB
import Procurement

/// Which news of a person are asked for.
package struct NewsQuery: Sendable, Hashable {
    package var person: String
    /// Only of this watch.
    package var watch: Int64?
    /// Only what the person hasn't seen.
    package var unseen = false
    /// Only what came at this time or later.
    package var since: Date?
    /// Only what is in this mail.
    package var mail: Int64?

    package init(person: String) { self.person = person }
}

extension Store {
    /// A person's news, the latest first.
    ///
    /// - Parameters:
    ///   - limit: at most so many on the page, 1 to 1,000.
    ///   - after: the `next` of the page before.
    package func news(
        _ query: NewsQuery, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredNews> {
        try read { database in
            var before = Int64.max
            if let after {
                guard let id = Int64(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                before = id
            }
            let limit = min(max(limit, 1), 1000)
            return Page(try Self.news(database, query, before: before, limit: limit + 1), limit: limit) {
                PageCursor(parts: String($0.id))
            }
        }
    }

    /// How many news a person hasn't seen.
    package func unseenNews(of person: String) throws(StoreError) -> Int {
        try read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM news WHERE person = ? AND seen IS NULL", arguments: [person]) ?? 0
        }
    }

    /// Notes that a person has seen news.
    ///
    /// - Parameters:
    ///   - first: the first that was seen; from the very first on where nothing is said.
    ///   - last: the last that was seen. News that came meanwhile stay unseen.
    ///   - watch: only of this watch.
    /// - Returns: how many weren't seen before.
    package func markSeen(
        from first: Int64 = 0, through last: Int64, watch: Int64? = nil, by person: String
    ) throws(StoreError) -> Int {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: """
                    UPDATE news SET seen = ?1
                    WHERE person = ?2 AND id BETWEEN ?5 AND ?3 AND seen IS NULL AND (?4 IS NULL OR watch = ?4)
                    """, arguments: [at, person, last, watch, first])
            return database.changesCount
        }
    }

    static func news(
        _ database: Database, _ query: NewsQuery, before: Int64, limit: Int
    ) throws -> [StoredNews] {
        var conditions = Conditions("n.person = ?")
        var arguments: StatementArguments = [query.person]
        conditions.add("n.id < ?", [before])
        if let watch = query.watch { conditions.add("n.watch = ?", [watch]) }
        if query.unseen { conditions.add("n.seen IS NULL", []) }
        if let since = query.since { conditions.add("n.at >= ?", [since.ISO8601Format(.iso8601)]) }
        if let mail = query.mail { conditions.add("n.mail = ?", [mail]) }
        arguments += conditions.arguments
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT n.id, n.watch, n.kind, n.key, n.notice, n.supplier, n.day, n.is_estimate, n.rank, n.status, n.at,
                    n.seen, w.name,
                    (SELECT row FROM notices WHERE id = n.notice ORDER BY standing = 'current' DESC, version DESC LIMIT 1)
                FROM news n JOIN watches w ON w.id = n.watch
                WHERE \(conditions.sql) ORDER BY n.id DESC LIMIT \(limit)
                """, arguments: arguments)
        return try rows.map { try stored($0, database) }
    }

    private static func stored(_ row: Row, _ database: Database) throws -> StoredNews {
        guard let kind = NewsKind(rawValue: try row[2]) else { throw DamagedRow("news are of an unknown kind") }
        var news = News(watch: try row[1], kind: kind, key: try row[3])
        news.notice = try (row[4] as String?).map { NoticeID($0) }
        news.supplier = try (row[5] as String?).map { SupplierID($0) }
        news.day = try (row[6] as Int32?).map(CalendarDate.init(daysSinceEpoch:))
        news.isEstimate = try row[7]
        news.rank = try row[8]
        news.status = try (row[9] as String?).flatMap { FirmStatus.Kind(rawValue: $0) }
        var stored = StoredNews(
            id: try row[0], news: news, watchName: try row.shown(12), at: try Date(stored: row[10]),
            seen: try (row[11] as String?).map { try Date(stored: $0) })
        if let notice: Int64 = try row[13] { try add(notice, to: &stored, database) }
        if let supplier = news.supplier {
            stored.supplierName = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT name FROM suppliers WHERE id = ?1
                        UNION ALL SELECT s.name FROM supplier_aliases a JOIN suppliers s ON s.row = a.supplier
                        WHERE a.alias = ?1 LIMIT 1
                        """), arguments: [supplier.rawValue]
            ).map { try $0.shown(0) }
            if stored.supplierName == nil {
                stored.supplierName = try SupplierReader(database: database).firm(supplier)?.name
            }
        }
        return stored
    }

    /// How many of the winners are named.
    private static let mostWinners = 5

    private static func add(_ notice: Int64, to stored: inout StoredNews, _ database: Database) throws {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT n.title, n.date, (
                        SELECT MAX(json_extract(value, '$.deadline')) FROM notice_contents c,
                            json_each(CAST(c.json AS TEXT), '$.lots')
                        WHERE c.notice = n.row AND n.purpose IN ('planning', 'competition'))
                    FROM notices n WHERE n.row = ?
                    """), arguments: [notice])
        guard let row else { return }
        stored.title = try row.shown(0)
        stored.date = try (row[1] as Int32?).map(CalendarDate.init(daysSinceEpoch:))
        stored.deadline = try (row[2] as String?).flatMap { CalendarDate($0) }
        stored.buyer = try NoticeFinder(database: database).buyers(of: notice).first?.name
        stored.winners = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT DISTINCT s.id, s.name FROM wins w JOIN parties p ON p.row = w.party
                    JOIN suppliers s ON s.row = p.supplier WHERE w.notice = ? ORDER BY w.award, w.ordinal LIMIT \(mostWinners)
                    """), arguments: [notice]
        ).map { (id: SupplierID(try $0[0] as String), name: try $0.shown(1)) }
    }
}
