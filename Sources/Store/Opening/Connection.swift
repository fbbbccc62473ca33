import Foundation
import GRDB

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
        let pool = try DatabasePool(path: path, configuration: configuration(readers: readers))
        // GRDB turns a pool to `synchronous = NORMAL`, with which a committed import may be lost to a power cut.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
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
            if !database.configuration.readonly {
                try database.execute(sql: "PRAGMA journal_size_limit = \(journalSizeLimit)")
            }
            try database.execute(sql: "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
