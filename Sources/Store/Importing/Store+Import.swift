import Foundation
import GRDB
import Procurement

extension Store {
    /// Notes that an import of these paths begins.
    ///
    /// An import that is cut short stays unfinished in the list. What was acknowledged before is kept, and the same
    /// import run again counts it as unchanged.
    package func beginImport(_ kind: ImportRecord.Kind = .feed, paths: [String]) throws(StoreError) -> ImportID {
        let started = timestamp
        return try write { database in
            try database.execute(
                sql: "INSERT INTO imports (kind, started, paths) VALUES (?, ?, ?)",
                arguments: [kind.rawValue, started, Columns.list(paths)])
            return ImportID(row: database.lastInsertedRowID)
        }
    }

    /// Takes in what a feed gave, in one transaction. When it returns, all of it is on the disk.
    ///
    /// About 500 at a time is a good measure: one wait for the disk each, and little is held in memory.
    /// - Returns: what became of these alone.
    @discardableResult
    package func importOutcomes(_ outcomes: [FeedOutcome], into id: ImportID) throws(StoreError) -> ImportCounts {
        let at = timestamp
        return try write { database in
            let generation = Int64(try Self.generation(database)) + 1
            let importer = NoticeImporter(
                database: database, importID: id, at: at, ids: ids, generation: generation,
                purged: try PurgedPersons(database, ids: ids))
            let (counts, hasChanged) = try NoticeImporter.take(outcomes, with: importer)
            try ImportRows(database: database).add(counts, to: id)
            if hasChanged { try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation]) }
            return counts
        }
    }

    /// Notes that an import is done.
    ///
    /// - Parameter files: how many files it read.
    package func finishImport(_ id: ImportID, files: Int) throws(StoreError) -> ImportRecord {
        let finished = timestamp
        return try write { database in
            try database.execute(
                sql: "UPDATE imports SET finished = ?, files = ? WHERE id = ?", arguments: [finished, files, id.row])
            guard let record = try ImportRows(database: database).record(id) else {
                throw StoreError.inconsistent(detail: "import \(id.row) is not listed")
            }
            return record
        }
    }

    /// The import of this kind that ended last; `nil` before the first.
    package func lastImport(_ kind: ImportRecord.Kind = .feed) throws(StoreError) -> ImportRecord? {
        try read { try ImportRows(database: $0).last(kind) }
    }
}
