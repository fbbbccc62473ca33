import GRDB

/// What can go wrong with the store, for whoever runs it: what failed, where, and what to do.
///
/// A bad notice or register row is no error: it is refused and listed.
package enum StoreError: Error, Sendable, Equatable {
    /// The file can't be opened or created.
    case cannotOpen(path: String, reason: String)
    /// A later Torg has written this file; this one doesn't know the migrations named.
    case newerSchema(path: String, unknown: [String])
    /// SQLite finds the file malformed, or it is no database at all. It is never deleted or overwritten.
    case damaged(path: String, detail: String)
    /// The file, its folder or its disk may only be read.
    case writeProtected(path: String, detail: String)
    /// The path no longer leads to the file that was opened: what would be written there would be lost.
    case replaced(path: String, detail: String)
    /// It is a copy of another's store, and that one, the leader, writes.
    case notTheLeader(leader: String)
    /// No copy of the store that is followed has come yet.
    case noCopy(folder: String)
    /// The file hasn't been looked through since the start, and before that nothing is written.
    case unexamined(path: String)
    /// The disk or the quota is used up. What was committed before is safe.
    case full(path: String)
    /// Reading or writing failed for a reason outside the store (input/output error, read-only file system).
    case unavailable(path: String, detail: String)
    /// Another process holds the write lock.
    case busy(path: String)
    /// The register file can't be read at all.
    case registerUnreadable(path: String, reason: String)
    /// The list of codes can't be read at all.
    case codeListUnreadable(path: String, reason: String)
    /// A backup may not be written there: the path is relative, or something is there already.
    case backupRefused(path: String, reason: String)
    /// Nobody can be added so; `parameter` is what of it is wrong.
    case additionRefused(parameter: String, reason: String)
    /// This can't be saved: what it is based on is no longer what is kept, or there is too much of it. `expected` is what
    /// would be right.
    case saveRefused(parameter: String, expected: String, reason: String)
    /// This can't be purged, or not so.
    case purgeRefused(reason: String)
    /// A user has registered as many companies today as one may who isn't a manager.
    case tooManyRegistrations(aDay: Int)
    /// A person has as many watches as one may have.
    case tooManyWatches(most: Int)
    /// A person has another watch of this name.
    case watchNameTaken(String)
    /// A shortlist would hold more suppliers than one may.
    case tooManyShortlisted(Int)
    /// A paging cursor that this store never gave out.
    case invalidCursor(String)
    /// A defect in Torg itself, such as a row that can't be decoded.
    case inconsistent(detail: String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "the store \(path) can't be opened: \(reason); check that the folder exists and that this user may write in it"
        case .newerSchema(let path, let unknown):
            "the store \(path) was written by a later version of Torg (\(unknown.joined(separator: ", "))); "
                + "run that version, or restore a backup made before it"
        case .damaged(let path, let detail):
            "the store \(path) is damaged: \(detail). Nothing was deleted, and nothing more is written. Stop the daemon, "
                + "move the file away with the -wal and -shm beside it, put a backup in its place or import the feeds again"
        case .writeProtected(let path, let detail):
            "the store \(path) can only be read: \(detail). It is served as it is, and nothing is written. "
                + "Let the daemon's user write to it and to its folder, and start the daemon anew"
        case .replaced(let path, let detail):
            "the store \(path) is no longer the one that was opened: \(detail). Nothing more is written. What the daemon "
                + "had opened can still be read: save it with “torg backup”, stop the daemon, and put the saved copy in its "
                + "place, without the -wal and -shm that lie there"
        case .notTheLeader(let leader):
            "this Torg follows another and only reads; what is to be kept or changed goes to the leader: \(leader)"
        case .noCopy(let folder):
            "no copy of the store has come to \(folder) yet; see that the leader publishes (store.publish) and that its "
                + "copies are shipped"
        case .unexamined(let path):
            "the store \(path) is still being looked through after the start, and is only read meanwhile; "
                + "try again in a moment"
        case .full(let path):
            "no space is left for the store \(path); what was committed is safe. Free some space and run the import again"
        case .unavailable(let path, let detail):
            "the store \(path) can't be read or written just now: \(detail)"
        case .busy(let path):
            "another process is writing to the store \(path); only one Torg daemon may use it"
        case .registerUnreadable(let path, let reason):
            "the register \(path) can't be read: \(reason)"
        case .codeListUnreadable(let path, let reason):
            "the code list \(path) can't be read: \(reason)"
        case .backupRefused(let path, let reason):
            "no backup was written to \(path): \(reason)"
        case .additionRefused(_, let reason):
            "no firm was added: \(reason)"
        case .saveRefused(_, _, let reason):
            "nothing was saved: \(reason)"
        case .purgeRefused(let reason):
            "nothing was purged: \(reason)"
        case .tooManyRegistrations(let most):
            "you have registered \(most) companies today, as many as one may a day; go on tomorrow, or ask a manager"
        case .tooManyWatches(let most):
            "you have \(most) watches, as many as one may; remove one first"
        case .watchNameTaken(let name):
            "you have another watch called “\(name)”; remove it, change it, or choose another name"
        case .tooManyShortlisted(let most):
            "a shortlist holds at most \(most) suppliers, and none was added; take some off, or begin another"
        case .invalidCursor(let cursor):
            "“\(cursor)” is not a cursor that this store gave out; begin again without one"
        case .inconsistent(let detail):
            "the store is not consistent with itself: \(detail); please report this"
        }
    }
}

extension StoreError {
    /// Brings what GRDB or a decoder throws to the store's own words.
    ///
    /// SQL and its arguments are left out: arguments may hold personal numbers.
    init(_ error: any Error, path: String) {
        if let own = error as? StoreError {
            self = own
            return
        }
        switch error {
        case let error as DamagedRow:
            self = .damaged(path: path, detail: error.detail)
            return
        // What GRDB says of a row that it can't decode has the row's values.
        case is RowDecodingError, is DecodingError:
            self = .damaged(path: path, detail: "a row can't be read")
            return
        default: break
        }
        guard let error = error as? DatabaseError else {
            self = .inconsistent(detail: String(describing: type(of: error)))
            return
        }
        let detail = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
        // SQLite's own word for a content that is no JSON.
        case .SQLITE_ERROR where detail.hasPrefix("malformed JSON"):
            self = .damaged(path: path, detail: "the content of a notice can't be read")
        case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOMEM, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_PROTOCOL:
            self = .unavailable(path: path, detail: "\(detail) (SQLite \(error.extendedResultCode.rawValue))")
        default: self = .inconsistent(detail: "\(detail) (SQLite \(error.extendedResultCode.rawValue))")
        }
    }
}
