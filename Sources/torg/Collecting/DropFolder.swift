import Files
import Foundation
import Glibc

/// A folder that others put files into, right in it or in folders of it, and that Torg takes them from.
///
/// A file goes to `done/` or `refused/` in it, and only once what it says is committed. Whatever ends the run before
/// that leaves the file where it is; the next run reads it again, and notices that are there already are unchanged.
struct DropFolder {
    /// Where a file goes once it has been read.
    enum Outcome: String, CaseIterable {
        case done, refused
    }

    let path: String
    /// How long ago a file must have been written to last, where the system can't tell whether someone still does.
    let settleTime: Duration
    /// The folder, held for as long as this value lives, so that two runs never overlap.
    private let lock: FileHandle

    /// Takes the folder, and makes `done/` and `refused/` in it.
    ///
    /// - Throws: `DropFolderError`.
    init(path: String, settleTime: Duration) throws(DropFolderError) {
        self.path = path
        self.settleTime = settleTime
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw [ENOENT, ENOTDIR].contains(errno) ? .noFolder(path) : .system(path: path, call: "open", number: errno)
        }
        lock = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .taken(path) }
        // Whoever may put files here may look what became of them, and change nothing. Where the folder has a setgid bit,
        // these get it from the kernel; to ask for it is forbidden to the unit.
        for outcome in Outcome.allCases where mkdir("\(path)/\(outcome.rawValue)", 0o750) != 0 && errno != EEXIST {
            throw .system(path: "\(path)/\(outcome.rawValue)", call: "mkdir", number: errno)
        }
    }

    /// What lies in the folder and below, by name: the files that may be read, and why the rest is left. A file in a folder
    /// has that one's name before its own.
    ///
    /// A name that isn't UTF-8 can't be handed on: its file is given one, with what isn't ASCII as `%F6`.
    func files() throws(DropFolderError) -> (ready: [String], left: [LeftEntry]) {
        var ready: [String] = []
        var left: [LeftEntry] = []
        try Self.visit(path, within: "") { entry, folder throws(DropFolderError) in
            let place = folder.isEmpty ? "" : folder + "/"
            if let reason = entry.reasonToLeave {
                left.append(LeftEntry(name: place + entry.name, reason: reason))
            } else if isBeingWritten(entry, in: "\(path)/\(folder)") {
                left.append(LeftEntry(name: place + entry.name, reason: .unfinished))
            } else {
                ready.append(place + (entry.isText ? entry.name : try rename(entry, in: "\(path)/\(folder)")))
            }
        }
        return (ready, left)
    }

    /// What lies in a folder at `path` and below that no run will take, without taking the folder.
    static func left(in path: String) throws(DropFolderError) -> [LeftEntry] {
        var left: [LeftEntry] = []
        try visit(path, within: "") { entry, folder throws(DropFolderError) in
            guard let reason = entry.reasonToLeave else { return }
            left.append(LeftEntry(name: folder.isEmpty ? entry.name : "\(folder)/\(entry.name)", reason: reason))
        }
        return left
    }

    /// Folders within folders, beyond which nobody has a reason to go.
    private static let deepest = 8

    /// Calls `body` for all that is no folder, and for folders that aren't gone into: hidden ones, those whose names can't be
    /// read, those that lie too deep, and those that somebody keeps to himself.
    private static func visit(
        _ path: String, within folder: String, depth: Int = 0,
        _ body: (FolderEntry, String) throws(DropFolderError) -> Void
    ) throws(DropFolderError) {
        for entry in try entries(of: folder.isEmpty ? path : "\(path)/\(folder)", isTop: folder.isEmpty) {
            guard entry.kind == .folder, entry.isText, !entry.isHidden, depth < deepest,
                isShared(entry, in: folder.isEmpty ? path : "\(path)/\(folder)", with: path)
            else {
                try body(entry, folder)
                continue
            }
            try visit(
                path, within: folder.isEmpty ? entry.name : "\(folder)/\(entry.name)", depth: depth + 1, body)
        }
    }

    /// Whether whoever has the drop folder may look into a folder in it and take files away: what can't be put away would be
    /// taken in again each night. By the folder's owner, group and mode, so that the doctor says the same as the run.
    private static func isShared(_ entry: FolderEntry, in folder: String, with path: String) -> Bool {
        var top = stat()
        guard stat(path, &top) == 0, let own = entry.status(in: folder) else { return false }
        return own.st_uid == top.st_uid && own.st_mode & 0o700 == 0o700
            || own.st_gid == top.st_gid && own.st_mode & 0o070 == 0o070 || own.st_mode & 0o007 == 0o007
    }

    /// All in the folder but `done/`, `refused/`, and the file that an earlier Torg locked.
    private static func entries(of path: String, isTop: Bool) throws(DropFolderError) -> [FolderEntry] {
        do {
            return try FolderEntry.all(in: path).filter { entry in
                entry.kind == .folder
                    ? !isTop || Outcome(rawValue: entry.name) == nil
                    : entry.name != ".torg-collect" || entry.status(in: path)?.st_size ?? 0 != 0
            }
        } catch {
            throw .system(path: error.path, call: error.call, number: error.number)
        }
    }

    private func rename(_ entry: FolderEntry, in path: String) throws(DropFolderError) -> String {
        var name = entry.asciiName
        var info = stat()
        var count = 1
        while lstat("\(path)/\(name)", &info) == 0 {
            count += 1
            name = "\(count).\(entry.asciiName)"
        }
        let new = "\(path)/\(name)"
        guard entry.withPath(in: path, { Glibc.rename($0, new) }) == 0 else {
            throw .system(path: new, call: "rename", number: errno)
        }
        return name
    }

    /// `F_SETLEASE`, which Swift doesn't see in Linux's headers.
    private static let setLease: Int32 = 1024

    /// The kernel gives a read lease only on a file that nobody has open for writing (fcntl(2), F_SETLEASE). It takes
    /// the file's owner or CAP_LEASE to ask; for others the file's age has to do.
    private func isBeingWritten(_ entry: FolderEntry, in path: String) -> Bool {
        let descriptor = entry.withPath(in: path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if fcntl(descriptor, Self.setLease, F_RDLCK) == 0 {
            _ = fcntl(descriptor, Self.setLease, F_UNLCK)
            return false
        }
        if errno == EAGAIN { return true }
        guard let written = entry.status(in: path)?.st_mtim.tv_sec else { return false }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Duration.seconds(now.tv_sec - written) < settleTime
    }

    /// Moves a file to where its outcome belongs, and waits until that is on the disk. Nothing is overwritten: a second
    /// file of the same name gets a number. What lay in a folder lies in one of that name there.
    ///
    /// - Returns: the new path.
    func move(_ name: String, to outcome: Outcome) throws(DropFolderError) -> String {
        var target = "\(path)/\(outcome.rawValue)"
        let parts = name.split(separator: "/")
        for part in parts.dropLast() {
            target += "/\(part)"
            guard mkdir(target, 0o750) == 0 || errno == EEXIST else {
                throw .system(path: target, call: "mkdir", number: errno)
            }
        }
        var beginning = String(parts.last ?? "")
        var new = "\(target)/\(beginning)"
        var info = stat()
        var count = 1
        // A name has 255 bytes at most, the number among them.
        while beginning.utf8.count > 240 { beginning.unicodeScalars.removeLast() }
        // Only this run puts files there, so what isn't there now won't be in a moment.
        while lstat(new, &info) == 0 {
            count += 1
            new = "\(target)/\(beginning).\(count)"
        }
        guard Glibc.rename("\(path)/\(name)", new) == 0 else { throw .system(path: new, call: "rename", number: errno) }
        try flush(target)
        try flush(path)
        return new
    }

    /// Takes a file away for good, once what it says is committed.
    func remove(_ name: String) throws(DropFolderError) {
        guard unlink("\(path)/\(name)") == 0 else {
            throw .system(path: "\(path)/\(name)", call: "unlink", number: errno)
        }
        try flush(path)
    }

    private func flush(_ folder: String) throws(DropFolderError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: folder, call: "open", number: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path: folder, call: "fsync", number: errno) }
    }
}

/// Why files can't be taken from a folder.
enum DropFolderError: Error, CustomStringConvertible {
    case noFolder(String)
    /// Another run is at it.
    case taken(String)
    case system(path: String, call: String, number: Int32)

    var description: String {
        switch self {
        case .noFolder(let path): "\(path) is no folder"
        case .taken(let path): "another torg collect is at work in \(path)"
        case .system(let path, let call, let number): "\(path): \(call): \(String(cString: strerror(number)))"
        }
    }

    /// As in sysexits.h: 66 no input, 75 try again, 74 input or output.
    var exitCode: Int32 {
        switch self {
        case .noFolder: 66
        case .taken: 75
        case .system: 74
        }
    }
}
