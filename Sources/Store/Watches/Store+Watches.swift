import Foundation
import GRDB
import PersonalNumbers
import Procurement

// None of this bumps the generation: what can be matched stays as it is.

extension Store {
    /// How many watches one person may have.
    package static let mostWatches = 200

    /// Keeps a new watch, or puts another in the place of one of the person's. Notices that are stored now aren't new to it.
    ///
    /// - Parameter id: the watch to replace; `nil` for a new one.
    /// - Returns: `nil` where the person has no watch of this number.
    /// - Throws: `tooManyWatches`, `watchNameTaken`.
    package func save(_ watch: Watch, over id: Int64? = nil) throws(StoreError) -> StoredWatch? {
        let at = timestamp
        return try write { database in
            let name = NumberInName.split(watch.name).rest.withoutPersonalNumbers
            let taken = try Int64.fetchOne(
                database, sql: "SELECT id FROM watches WHERE person = ? AND name = ?", arguments: [watch.person, name])
            if let taken, taken != id { throw StoreError.watchNameTaken(name) }
            let columns: StatementArguments = [
                watch.person, name, watch.question.withoutPersonalNumbers,
                Columns.list(watch.cpv.map(\.description)), watch.supplier?.rawValue,
                Columns.list(watch.tells.map(\.rawValue).sorted()), watch.months, watch.first, at,
                watch.tells.contains(.supplier),
            ]
            let row: Int64
            if let id {
                let own = try Int64.fetchOne(
                    database, sql: "SELECT id FROM watches WHERE id = ? AND person = ?", arguments: [id, watch.person])
                guard own != nil else { return nil }
                try database.execute(
                    sql: """
                        UPDATE watches SET person = ?, name = ?, question = ?, cpv = ?, supplier = ?, tell = ?, months = ?,
                            first = ?, at = ?, ranking = ?, is_ranked = 0, contracts_through = NULL,
                            after_notice = (SELECT ifnull(max(row), 0) FROM notices) WHERE id = ?
                        """, arguments: columns + [id])
                try database.execute(sql: "DELETE FROM watch_suppliers WHERE watch = ?", arguments: [id])
                row = id
            } else {
                let count = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM watches WHERE person = ?", arguments: [watch.person])
                guard count ?? 0 < Self.mostWatches else { throw StoreError.tooManyWatches(most: Self.mostWatches) }
                try database.execute(
                    sql: """
                        INSERT INTO watches
                            (person, name, question, cpv, supplier, tell, months, first, at, ranking, after_notice)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT ifnull(max(row), 0) FROM notices))
                        """, arguments: columns)
                row = database.lastInsertedRowID
            }
            try Self.noteWatchesChanged(database)
            return try Self.watches(database, "w.id = ?", [row]).first
        }
    }

    /// One of the person's watches; `nil` where they have none of this number.
    package func watch(_ id: Int64, of person: String) throws(StoreError) -> StoredWatch? {
        try read { try Self.watches($0, "w.id = ? AND w.person = ?", [id, person]).first }
    }

    /// All of a person's watches, by name.
    package func watches(of person: String) throws(StoreError) -> [StoredWatch] {
        try read { try Self.watches($0, "w.person = ? ORDER BY w.name", [person]) }
    }

    /// Removes one of the person's watches with its news.
    ///
    /// - Returns: whether there was one.
    package func removeWatch(_ id: Int64, of person: String) throws(StoreError) -> Bool {
        try write { database in
            try database.execute(sql: "DELETE FROM watches WHERE id = ? AND person = ?", arguments: [id, person])
            let isThere = database.changesCount > 0
            if isThere { try Self.noteWatchesChanged(database) }
            return isThere
        }
    }

    /// Everybody's watches, by number, and their revision, which every change of one raises.
    package func allWatches() throws(StoreError) -> (watches: [StoredWatch], revision: Int) {
        try read { database in
            (try Self.watches(database, "1 ORDER BY w.id", [], unseen: "0"), try Self.progress(database).revision)
        }
    }

    static func noteWatchesChanged(_ database: Database) throws {
        try database.execute(sql: "UPDATE watch_progress SET revision = revision + 1")
    }

    private static let countUnseen = "(SELECT count(*) FROM news n WHERE n.watch = w.id AND n.seen IS NULL)"

    static func watches(
        _ database: Database, _ condition: String, _ arguments: StatementArguments, unseen: String = countUnseen
    ) throws -> [StoredWatch] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT w.id, w.person, w.name, w.question, w.cpv, w.supplier, w.tell, w.months, w.first, w.at,
                    w.after_notice, w.contracts_through, w.uncounted, \(unseen)
                FROM watches w WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            try StoredWatch(
                id: row[0],
                watch: Watch(
                    person: row[1], name: row.shown(2), question: row[3],
                    cpv: Columns.list(row[4]).compactMap { CPVPattern($0) },
                    supplier: (row[5] as String?).map { SupplierID($0) },
                    tells: Set(Columns.list(row[6]).compactMap { NewsKind(rawValue: $0) }),
                    months: min(max(row[7], 0), 120),
                    first: min(max(row[8], 1), 100)),
                at: Date(stored: row[9]), afterNotice: row[10],
                contractsThrough: (row[11] as Int32?).map(CalendarDate.init(daysSinceEpoch:)),
                unseen: row[13], uncounted: row[12])
        }
    }
}
