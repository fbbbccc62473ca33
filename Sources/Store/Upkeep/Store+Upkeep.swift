import Foundation
import GRDB

extension Store {
    /// One SHA-256, in hexadecimal, over all that the store holds. It doesn't depend on the order of imports.
    package func contentDigest() throws(StoreError) -> String {
        try read { try ContentDigest(database: $0).hex() }
    }

    /// What SQLite finds wrong with the file; empty where all is well.
    ///
    /// - Parameter quick: leaves out whether indexes agree with their tables, which takes most of the time.
    package func integrityProblems(quick: Bool = false) throws(StoreError) -> [String] {
        try read { database in
            var problems = try String.fetchAll(
                database, sql: quick ? "PRAGMA quick_check" : "PRAGMA integrity_check"
            ).filter { $0 != "ok" }
            let violations = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
            problems += violations.map { row in
                "\(row[0] as String): row \((row[1] as Int64?).map(String.init) ?? "?") points to no row of \(row[2] as String)"
            }
            return problems
        }
    }

    /// Writes a copy as of one moment, checked, while imports go on. It is there whole or not at all.
    ///
    /// - Parameter path: where; nothing may be there yet.
    /// - Throws: `cannotOpen` where something is there or the folder can't be written, `full`, `damaged`.
    package func backup(to path: String) throws(StoreError) {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else {
            throw StoreError.cannotOpen(path: path, reason: "a file of that name is there already")
        }
        let partial = path + ".partial"
        do {
            try? files.removeItem(atPath: partial)
            try Connection.createFile(at: partial)
            let copy = try DatabaseQueue(path: partial)
            try database.backup(to: copy)
            let isSound = try copy.inDatabase { copy in
                // The copy is one file: no write-ahead log beside it that could get lost.
                try copy.execute(sql: "PRAGMA journal_mode = DELETE")
                return try String.fetchOne(copy, sql: "PRAGMA integrity_check") == "ok"
            }
            guard isSound else {
                throw StoreError.damaged(path: partial, detail: "the copy failed its integrity check")
            }
            try copy.close()
            try Connection.flush(partial)
            try files.moveItem(atPath: partial, toPath: path)
        } catch let error as CocoaError {
            throw StoreError.cannotOpen(path: path, reason: error.localizedDescription)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
