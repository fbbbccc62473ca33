import Foundation
import GRDB
import Glibc

/// How the store's connections are set up.
///
/// One connection writes and checkpoints, whatever reads goes over read-only connections: SQLite before 3.51.3
/// can corrupt a write-ahead log when two connections write and checkpoint at once. A read-only connection never
/// checkpoints, also not when it is the last to close.
enum Connection {
    /// The write-ahead log is cut back to this many bytes after a checkpoint.
    private static let journalSizeLimit = 64 << 20

    /// Opens or creates the file at `path`.
    static func open(path: String, readers: Int) throws -> any DatabaseWriter {
        try createFile(at: path)
        try inspect(path)
        let pool = try DatabasePool(path: path, configuration: configuration(readers: readers))
        // GRDB turns a pool to `synchronous = NORMAL`, with which a committed import may be lost to a power cut.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// Looks at the file without writing to it, so that one that is damaged or of a later Torg stays as it is.
    private static func inspect(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.refuseNewer(queue, path: path)
        try queue.close()
    }

    /// Makes an empty file that only its owner may read, unless one is there: it will hold personal numbers. SQLite gives
    /// the files beside it the same permissions.
    static func createFile(at path: String) throws {
        // A file that is there is not opened: closing it again would drop whatever lock this process has on it.
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_CLOEXEC | O_RDWR, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        Glibc.close(descriptor)
    }

    /// Waits until a file is on the disk, whoever wrote it.
    static func flush(_ path: String) throws {
        let descriptor = Glibc.open(path, O_CLOEXEC | O_RDONLY)
        guard descriptor >= 0 else {
            throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw StoreError.unavailable(path: path, detail: String(cString: strerror(errno)))
        }
    }

    /// A store that lives in memory and ends with the process, for tests and dry runs.
    static func openInMemory() throws -> any DatabaseWriter {
        try DatabaseQueue(configuration: configuration(readers: 1))
    }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.label = "torg.store"
        // Arguments of statements may be personal numbers, so they stay out of error texts.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            if database.configuration.readonly {
                try database.execute(sql: "PRAGMA cache_size = -8192")
            } else {
                // Fewer and larger checkpoints than the default of 1,000 pages: each waits for the disk.
                try database.execute(
                    sql: """
                        PRAGMA journal_size_limit = \(journalSizeLimit);
                        PRAGMA wal_autocheckpoint = 4000;
                        PRAGMA cache_size = -65536;
                        """)
            }
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
