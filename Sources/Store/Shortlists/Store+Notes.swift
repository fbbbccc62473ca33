import Foundation
import GRDB
import PersonalNumbers
import Procurement

extension Store {
    /// Keeps a note.
    package func add(_ note: Note) throws(StoreError) -> StoredNote {
        let at = timestamp
        return try write { database in
            try database.execute(
                sql: "INSERT INTO notes (supplier, shortlist, text, user, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    note.supplier?.rawValue, note.shortlist,
                    NumberInName.split(note.text).rest.withoutPersonalNumbers, note.by, at,
                ])
            guard let stored = try Self.note(database.lastInsertedRowID, in: database) else {
                throw StoreError.inconsistent(detail: "a note was not kept")
            }
            return stored
        }
    }

    /// The latest first.
    ///
    /// - Parameters:
    ///   - supplier: on this supplier alone, by its id now or an earlier one; `nil` for all.
    ///   - shortlist: on this shortlist alone, or on a supplier on it; `nil` for all.
    package func notes(
        on supplier: SupplierID? = nil, shortlist: Int64? = nil, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredNote> {
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
                    \(Self.noteSelection) AND id < ?1 AND (?2 IS NULL OR \(Self.currentSupplier("notes.supplier"))
                        = \(Self.currentSupplier("?2"))) AND (?3 IS NULL OR shortlist = ?3) ORDER BY id DESC LIMIT ?4
                    """, arguments: [before, supplier?.rawValue, shortlist, limit + 1]
            ).map(Self.note)
            return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
        }
    }

    /// Takes a note away: its text is gone, that there was one stays.
    ///
    /// - Returns: the note as it was; `nil` where there is none of that number.
    package func removeNote(_ id: Int64, by user: String) throws(StoreError) -> StoredNote? {
        let at = timestamp
        return try write { database in
            guard let stored = try Self.note(id, in: database) else { return nil }
            try database.execute(
                sql: "UPDATE notes SET text = '', removed = ?, removed_by = ? WHERE id = ?", arguments: [at, user, id])
            return stored
        }
    }

    private static func note(_ id: Int64, in database: Database) throws -> StoredNote? {
        try Row.fetchOne(database, sql: "\(noteSelection) AND id = ?", arguments: [id]).map(note)
    }

    private static let noteSelection = """
        SELECT id, CASE WHEN notes.supplier IS NOT NULL THEN \(currentSupplier("notes.supplier")) END, shortlist, text, user, at
        FROM notes WHERE removed IS NULL
        """

    private static func note(_ row: Row) throws -> StoredNote {
        try StoredNote(
            id: row[0],
            note: Note(
                supplier: (row[1] as String?).map { SupplierID($0) }, shortlist: row[2], text: row.shown(3), by: row[4]),
            at: Date(stored: row[5]))
    }
}
