import Foundation
import GRDB
import Procurement

/// How far the store has been looked through for the watches, and how far there is to look.
package struct WatchProgress: Sendable, Hashable {
    /// Rows of notices up to this one have been told.
    package var noticeRow: Int64
    /// The contracts of rows up to this one are in `contract_ends`.
    package var contractRow: Int64
    /// The import of a register after which firms' statuses were told last.
    package var registerImport: Int64
    /// Raised by every change of a watch.
    package var revision: Int
    /// The last notice and the last finished import of a register there are.
    package var lastNotice: Int64
    package var lastRegisterImport: Int64
    package var generation: Int
}

extension Store {
    package func watchProgress() throws(StoreError) -> WatchProgress { try read { try Self.progress($0) } }

    static func progress(_ database: Database) throws -> WatchProgress {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT notice_row, contract_row, register_import, revision, (SELECT ifnull(max(row), 0) FROM notices),
                    (SELECT ifnull(max(id), 0) FROM imports WHERE kind = 'register')
                FROM watch_progress
                """)
        guard let row else { throw DamagedRow("how far the watches are is not there") }
        return try WatchProgress(
            noticeRow: max(row[0], 0), contractRow: max(row[1], 0), registerImport: row[2], revision: row[3],
            lastNotice: row[4],
            lastRegisterImport: row[5], generation: generation(database))
    }

    /// How many news of one watch are kept at a time; those beyond are counted only.
    package static let mostNewsAtOnce = 1000

    /// What an evaluation came to, kept in one transaction, so that it is told once whenever it is cut short.
    package struct Telling: Sendable {
        package var news: [News] = []
        /// Watches whose first suppliers are to be looked at again.
        package var toRank: Set<Int64> = []
        /// How far it is afterwards; `nil`: as far as before.
        package var noticeRow: Int64?
        package var contractRow: Int64?
        package var registerImport: Int64?
        package var contractEnds: [ContractEnd] = []
        /// Watches whose contracts are told up to a day.
        package var contractsThrough: [Int64: CalendarDate] = [:]

        package init() {}
    }

    /// - Returns: how many news are new.
    @discardableResult
    package func tell(_ telling: Telling) throws(StoreError) -> Int {
        let at = timestamp
        return try write { database in
            let generation = try Self.generation(database)
            var told = 0
            var kept: [Int64: Int] = [:]
            var uncounted: [Int64: Int] = [:]
            for news in telling.news {
                if kept[news.watch, default: 0] >= Self.mostNewsAtOnce {
                    uncounted[news.watch, default: 0] += 1
                } else if try Self.insert(news, generation, at, into: database) {
                    kept[news.watch, default: 0] += 1
                    told += 1
                }
            }
            let run = { (sql: String, arguments: StatementArguments) in
                try database.cachedStatement(sql: sql).execute(arguments: arguments)
            }
            for (watch, count) in uncounted {
                try run("UPDATE watches SET uncounted = uncounted + ? WHERE id = ?", [count, watch])
            }
            for watch in telling.toRank { try run("UPDATE watches SET ranking = 1 WHERE id = ?", [watch]) }
            for end in telling.contractEnds {
                try run(
                    "INSERT OR REPLACE INTO contract_ends (notice, day, is_estimate) VALUES (?, ?, ?)",
                    [end.row, end.day.daysSinceEpoch, end.isEstimate])
            }
            for (watch, day) in telling.contractsThrough {
                try run("UPDATE watches SET contracts_through = ? WHERE id = ?", [day.daysSinceEpoch, watch])
            }
            try run(
                """
                UPDATE watch_progress SET notice_row = ifnull(?, notice_row), contract_row = ifnull(?, contract_row),
                    register_import = ifnull(?, register_import)
                """, [telling.noticeRow, telling.contractRow, telling.registerImport])
            return told
        }
    }

    /// - Returns: whether it is new, and the watch still there.
    private static func insert(
        _ news: News, _ generation: Int, _ at: String, into database: Database
    ) throws -> Bool {
        try database.importing(
            """
            INSERT OR IGNORE INTO news
                (watch, person, kind, key, notice, supplier, day, is_estimate, rank, status, generation, at)
            SELECT id, person, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM watches WHERE id = ?
            """
        ).with(news.kind.rawValue).with(news.key).with(news.notice?.rawValue).with(news.supplier?.rawValue)
            .with(news.day?.daysSinceEpoch).with(news.isEstimate).with(news.rank).with(news.status?.rawValue)
            .with(generation).with(at).with(news.watch).run()
        return database.changesCount > 0
    }

    /// The next watch whose first suppliers are to be looked at; `nil` where there is none.
    package func watchToRank() throws(StoreError) -> StoredWatch? {
        try read { try Self.watches($0, "w.ranking = 1 ORDER BY w.id LIMIT 1", [], unseen: "0").first }
    }

    /// Keeps who is among the first of a watch now, and tells of those who never were. The first time nobody is told of.
    ///
    /// - Parameter saved: when the watch was saved that was looked at; one that was saved anew since is looked at again.
    /// - Returns: how many are new.
    @discardableResult
    package func tell(first suppliers: [SupplierID], of watch: Int64, saved: Date) throws(StoreError) -> Int {
        let at = timestamp
        return try write { database in
            let found = try Row.fetchOne(
                database, sql: "SELECT at, is_ranked FROM watches WHERE id = ?", arguments: [watch])
            guard let found, try Date(stored: found[0]) == saved else { return 0 }
            let generation = try Self.generation(database)
            let isFirst = try !(found[1] as Bool)
            var told = 0
            for (place, supplier) in suppliers.enumerated() {
                try database.cachedStatement(
                    sql: "INSERT OR IGNORE INTO watch_suppliers (watch, supplier) VALUES (?, ?)"
                ).execute(arguments: [watch, supplier.rawValue])
                guard database.changesCount > 0, !isFirst else { continue }
                var news = News(watch: watch, kind: .supplier, key: "supplier:\(supplier)")
                news.supplier = supplier
                news.rank = place + 1
                if try Self.insert(news, generation, at, into: database) { told += 1 }
            }
            try database.execute(
                sql: "UPDATE watches SET ranking = 0, is_ranked = 1 WHERE id = ?", arguments: [watch])
            return told
        }
    }
}
