import Foundation
import GRDB
import Glibc
import PersonalNumbers
import Procurement

/// How the store's connections are set up.
///
/// One connection writes and checkpoints, whatever reads goes over read-only connections: SQLite before 3.51.3
/// can corrupt a write-ahead log when two connections write and checkpoint at once. A read-only connection never
/// checkpoints, also not when it is the last to close.
enum Connection {
    /// The write-ahead log is cut back to this many bytes after a checkpoint.
    private static let journalSizeLimit = 64 << 20

    /// Opens a file that is there and sound.
    static func open(path: String, readers: Int) throws -> any DatabaseWriter {
        let pool = try DatabasePool(path: path, configuration: configuration(readers: readers))
        // GRDB turns a pool to `synchronous = NORMAL`, with which a committed import may be lost to a power cut.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// What forbids to write to the file or beside it; `nil` where nothing does, or there is no file yet.
    ///
    /// A file that nobody is given the right to write to is left alone by root too.
    static func writeProtection(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        if status.st_mode & 0o222 == 0 { return "its mode is 0\(String(status.st_mode & 0o777, radix: 8))" }
        if access(path, W_OK) != 0 { return String(cString: strerror(errno)) }
        let folder = (path as NSString).deletingLastPathComponent
        return access(folder.isEmpty ? "." : folder, W_OK) == 0
            ? nil : "its folder: \(String(cString: strerror(errno)))"
    }

    /// Names a file that can't be written to so that SQLite opens it without making its own files beside it.
    ///
    /// Where the log holds something that is impossible: it is read too, by files that SQLite must be able to make.
    static func protected(_ path: String) throws -> String {
        guard try size(path + "-wal") == 0 else { return path }
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%;"))
        guard let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) else { return path }
        return "file:\(escaped)?immutable=1"
    }

    /// Opens a file for reading alone. Nothing is written to it, nor to the log beside it.
    static func openForReading(path: String, readers: Int) throws -> any DatabaseWriter {
        var configuration = configuration(readers: readers)
        configuration.readonly = true
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// What is wrong with the file; `nil` where it is sound. It is looked at without writing to it, so that one that is
    /// damaged or of a later Torg stays as it is.
    ///
    /// The look takes about 5 ms for each megabyte.
    ///
    /// - Parameters:
    ///   - name: what SQLite is to open; else the path.
    ///   - looking: given the connection that looks, so that it can be interrupted.
    /// - Throws: `newerSchema`; whatever keeps the file from being looked at.
    static func damage(
        _ path: String, as name: String? = nil, looking: (DatabaseQueue) throws -> Void = { _ in }
    ) throws -> String? {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            // SQLite would take the log of an empty file for a leftover and delete it.
            guard try size(path) > 0 || size(path + "-wal") == 0 else {
                return "the file is empty, and its write-ahead log is not"
            }
            let queue = try DatabaseQueue(path: name ?? path, configuration: configuration)
            defer { try? queue.close() }
            try looking(queue)
            try Schema.refuseNewer(queue, path: path)
            return try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }.flatMap {
                // The first line names the page, the second what is wrong with it.
                $0 == "ok" ? nil : $0.replacing("\n", with: " ").replacing("*** ", with: "")
            }
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            return error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        }
    }

    /// In bytes; 0 where there is none.
    static func size(_ path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return 0 }
            throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        return Int(status.st_size)
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

    /// `normalized(text)` in SQL: the words of notices are indexed, and taken out of the index, as `String.normalized` has
    /// them, and without personal numbers: what is masked can't be searched for either, digit by digit. Whoever changes
    /// what that is makes the index anew.
    static let normalized = DatabaseFunction("normalized", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.normalized.withoutPersonalNumbers
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
            database.add(function: normalized)
            if database.configuration.readonly {
                // Together they hold 128 MiB at the most, however many there are.
                try database.execute(sql: "PRAGMA cache_size = -\(min(8192, max(512, 131_072 / readers)))")
            } else {
                // Fewer and larger checkpoints than the default of 1,000 pages: each waits for the disk.
                try database.execute(
                    sql: """
                        PRAGMA journal_size_limit = \(journalSizeLimit);
                        PRAGMA wal_autocheckpoint = 16000;
                        PRAGMA cache_size = -65536;
                        """)
            }
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
