import Glibc

/// Which files the store's path led to when it was opened: the store's own, and the write-ahead log that holds the latest
/// commits.
///
/// A file that is deleted, or replaced by another, stays open: SQLite would go on writing to it, and all of that would be
/// gone with the process.
struct OpenedFiles: Sendable {
    private let path: String
    private let store: Identity?
    private let log: Identity?

    init(at path: String) {
        self.path = path
        store = Identity(path)
        log = Identity(path + "-wal")
    }

    /// What became of them; `nil` where they are where they were.
    var loss: String? {
        if let store, let loss = Self.loss(of: store, at: path) { return "the file \(loss)" }
        if let log, let loss = Self.loss(of: log, at: path + "-wal") { return "the write-ahead log beside it \(loss)" }
        return nil
    }

    private static func loss(of opened: Identity, at path: String) -> String? {
        guard let there = Identity(path) else { return "was deleted or moved away" }
        return there == opened ? nil : "was replaced by another"
    }

    /// One file, whatever it is called.
    private struct Identity: Sendable, Equatable {
        let device: UInt
        let inode: UInt

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
        }
    }
}
