import Foundation
import GRDB
import Glibc

/// A copy of a store as an earlier Torg left it, made before its first migration: with it whoever upgraded can go back.
///
/// It lies beside the store and is named after the migration that came next: `torg.sqlite.before-6-privacy`. There is one
/// for each: a migration that is tried again, after a crash, replaces the copy with an equal one.
enum EarlierCopy {
    /// Where the copy is before this migration.
    static func path(of store: String, before migration: String) -> String { "\(store).before-\(migration)" }

    /// Makes the copy where there is something to keep and migrations are to run; it is on the disk when this ends.
    ///
    /// - Returns: its path; `nil` where none was needed.
    /// - Throws: what keeps the copy from being written, above all a full disk. The store is as it was.
    @discardableResult
    static func make(of database: any DatabaseWriter, at store: String) throws -> String? {
        let applied = try database.read { try Schema.migrator.appliedIdentifiers($0) }
        guard !applied.isEmpty, let next = Schema.migrator.migrations.first(where: { !applied.contains($0) }) else {
            return nil
        }
        let path = path(of: store, before: next)
        let partial = path + ".partial"
        unlink(partial)
        defer { unlink(partial) }
        try Connection.createFile(at: partial)
        let copy = try DatabaseQueue(path: partial)
        defer { try? copy.close() }
        try database.backup(to: copy)
        // One file, without a log beside it that could get lost.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
        try Connection.flush(partial)
        guard rename(partial, path) == 0 else {
            throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        try Connection.flush((path as NSString).deletingLastPathComponent)
        return path
    }
}
