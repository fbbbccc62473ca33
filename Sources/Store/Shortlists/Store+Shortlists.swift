import Foundation
import GRDB
import PersonalNumbers
import Procurement

// None of this bumps the generation: what can be matched stays as it is.

extension Store {
    /// Keeps a new shortlist, without suppliers.
    package func create(_ shortlist: Shortlist) throws(StoreError) -> StoredShortlist {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: "INSERT INTO shortlists (name, purpose, user, at) VALUES (?, ?, ?, ?)",
                arguments: [
                    NumberInName.split(shortlist.name).rest, shortlist.purpose.map { NumberInName.split($0).rest },
                    shortlist.by, at,
                ])
            guard let stored = try Self.shortlist(database.lastInsertedRowID, in: database) else {
                throw StoreError.inconsistent(detail: "a shortlist was not kept")
            }
            return stored
        }
    }

    /// The latest made first.
    ///
    /// - Parameter supplier: those alone that it stands on; `nil` for all.
    package func shortlists(
        of supplier: SupplierID? = nil, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredShortlist> {
        try read { database in
            var before = Int64.max
            if let after {
                guard let id = Int64(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                before = id
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    \(Self.shortlistSelection) WHERE l.id < ?1 AND (?2 IS NULL OR EXISTS (
                        SELECT 1 FROM shortlisted s WHERE s.shortlist = l.id AND s.removed IS NULL
                            AND \(Self.currentSupplier("s.supplier")) = \(Self.currentSupplier("?2"))))
                    ORDER BY l.id DESC LIMIT ?3
                    """, arguments: [before, supplier?.rawValue, limit + 1]
            ).map(Self.shortlist)
            return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
        }
    }

    /// One shortlist with everyone that stands or stood on it, in the order in which they were added; `nil` where there is none.
    package func shortlist(
        _ id: Int64
    ) throws(StoreError) -> (shortlist: StoredShortlist, suppliers: [StoredShortlisted])? {
        try read { database in
            guard let stored = try Self.shortlist(id, in: database) else { return nil }
            return (stored, try Self.shortlisted(on: id, in: database))
        }
    }

    /// Puts suppliers on a shortlist. One that stands there already stays as it was.
    ///
    /// - Parameter most: how many may stand there.
    /// - Returns: the shortlist, and how many were added; `nil` where there is none.
    /// - Throws: `tooManyShortlisted`, and then none was added.
    package func add(
        _ suppliers: [Shortlisted], to id: Int64, most: Int
    ) throws(StoreError) -> (shortlist: StoredShortlist, added: Int)? {
        let at = timestamp
        return try write { database in
            guard try Self.shortlist(id, in: database) != nil else { return nil }
            var standing = Set(
                try Self.shortlisted(on: id, in: database).filter { $0.removal == nil }.map(\.shortlisted.supplier))
            var added = 0
            for entry in suppliers {
                let current = try String.fetchOne(
                    database, sql: "SELECT \(Self.currentSupplier("?1"))", arguments: [entry.supplier.rawValue])
                guard standing.insert(SupplierID(current ?? entry.supplier.rawValue)).inserted else { continue }
                guard standing.count <= most else { throw StoreError.tooManyShortlisted(most) }
                try database.execute(
                    sql: """
                        INSERT INTO shortlisted
                            (shortlist, supplier, name, rank, score, because, dossier, entry, reason, user, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        id, current ?? entry.supplier.rawValue, NumberInName.split(entry.name).rest, entry.rank,
                        entry.score?.millionths, Columns.list(entry.because.map(\.withoutPersonalNumbers)),
                        entry.dossier,
                        entry.entry, entry.reason.map { NumberInName.split($0).rest.withoutPersonalNumbers }, entry.by,
                        at,
                    ])
                added += 1
            }
            return try Self.shortlist(id, in: database).map { ($0, added) }
        }
    }

    /// Takes a supplier off a shortlist; that it stood there stays on record.
    ///
    /// - Returns: what is kept of it now; `nil` where there is no such shortlist, or where it doesn't stand on it.
    package func remove(
        _ supplier: SupplierID, from id: Int64, reason: String?, by user: String
    ) throws(StoreError) -> StoredShortlisted? {
        let at = timestamp
        return try write { database in
            let row = try Int64.fetchOne(
                database,
                sql: """
                    SELECT id FROM shortlisted WHERE shortlist = ?1 AND removed IS NULL
                        AND \(Self.currentSupplier("shortlisted.supplier")) = \(Self.currentSupplier("?2"))
                    """, arguments: [id, supplier.rawValue])
            guard let row else { return nil }
            try database.execute(
                sql: "UPDATE shortlisted SET removed = ?, removed_by = ?, removal_reason = ? WHERE id = ?",
                arguments: [at, user, reason.map { NumberInName.split($0).rest.withoutPersonalNumbers }, row])
            return try Self.shortlisted(on: id, in: database).first { $0.id == row }
        }
    }

    static func shortlist(_ id: Int64, in database: Database) throws -> StoredShortlist? {
        try Row.fetchOne(database, sql: "\(shortlistSelection) WHERE l.id = ?", arguments: [id]).map(shortlist)
    }

    private static let shortlistSelection = """
        SELECT l.id, l.name, l.purpose, l.user, l.at,
            (SELECT count(*) FROM shortlisted s WHERE s.shortlist = l.id AND s.removed IS NULL)
        FROM shortlists l
        """

    private static func shortlist(_ row: Row) throws -> StoredShortlist {
        try StoredShortlist(
            id: row[0], shortlist: Shortlist(name: row.shown(1), purpose: row.shownIfAny(2), by: row[3]),
            at: Date(stored: row[4]), suppliers: row[5])
    }

    private static func shortlisted(on id: Int64, in database: Database) throws -> [StoredShortlisted] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, \(currentSupplier("shortlisted.supplier")), name, rank, score, because, dossier, entry, reason,
                    user, at, removed, removed_by, removal_reason
                FROM shortlisted WHERE shortlist = ? ORDER BY id
                """, arguments: [id]
        ).map { row in
            var stored = try StoredShortlisted(
                id: row[0],
                shortlisted: Shortlisted(
                    supplier: SupplierID(row[1] as String), name: row.shown(2), rank: row[3],
                    score: (row[4] as Int?).map { Points(millionths: $0) }, because: Columns.list(row.shown(5)),
                    dossier: row[6], entry: row[7], reason: row.shownIfAny(8), by: row[9]),
                at: Date(stored: row[10]))
            if let removed: String = try row[11] {
                stored.removal = try StoredShortlisted.Removal(
                    at: Date(stored: removed), by: row[12], reason: row.shownIfAny(13))
            }
            return stored
        }
    }
}
