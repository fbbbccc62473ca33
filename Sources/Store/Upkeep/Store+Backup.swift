import Foundation
import GRDB
import Glibc

/// A copy of the store, as of one moment.
package struct BackupFile: Sendable, Hashable {
    package var path: String
    package var bytes: Int
    /// Of the copy, and of the store when it was made.
    package var generation: Int
    /// `Store.contentDigest` of the copy.
    package var digest: String
}

extension Store {
    /// Writes a copy as of one moment, checked and on the disk, while imports go on. It is there whole or not at all.
    ///
    /// - Parameter path: where, from the root; nothing may be there yet.
    /// - Throws: `backupRefused` where something is there or no folder for it, `cannotOpen` where the folder can't be
    ///   written, `full`, `damaged` where the copy doesn't stand the check.
    @discardableResult
    package func backup(to path: String) throws(StoreError) -> BackupFile {
        guard path.hasPrefix("/") else {
            throw .backupRefused(path: path, reason: "the daemon has a working folder of its own; give the whole path")
        }
        guard access(path, F_OK) != 0 else {
            throw .backupRefused(path: path, reason: "something is there already, and a backup writes over nothing")
        }
        var isFolder: ObjCBool = false
        let folder = (path as NSString).deletingLastPathComponent
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .backupRefused(path: path, reason: "there is no such folder; make it, or give another")
        }
        // A name of its own, so that two backups at once don't write into one file.
        let partial = "\(path).\(UUID().uuidString.prefix(8)).partial"
        defer { unlink(partial) }
        do {
            try Connection.createFile(at: partial)
            let copied = try copy(to: partial)
            try Connection.flush(partial)
            // Unlike a rename, a link never takes the place of a file that came there meanwhile.
            guard link(partial, path) == 0 else {
                throw StoreError.backupRefused(path: path, reason: String(cString: strerror(errno)))
            }
            try Connection.flush(folder)
            var status = stat()
            stat(path, &status)
            return BackupFile(
                path: path, bytes: Int(status.st_size), generation: copied.generation, digest: copied.digest)
        } catch {
            throw StoreError(error, path: partial)
        }
    }

    private func copy(to partial: String) throws -> (generation: Int, digest: String) {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let copy = try DatabaseQueue(path: partial, configuration: configuration)
        defer { try? copy.close() }
        // In one step: one reader's view of one commit, whatever is written meanwhile.
        try using { try $0.backup(to: copy) }
        // The copy is one file: no write-ahead log beside it that could get lost.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        return try copy.read { copy in
            let problems = try Self.integrityProblems(copy, quick: false)
            guard problems.isEmpty else {
                throw StoreError.damaged(path: path, detail: "its copy failed the check (\(problems[0]))")
            }
            return (try Self.generation(copy), try ContentDigest(database: copy).hex())
        }
    }
}
