import Foundation
import Glibc

/// A folder that others put feed files into, and that Torg takes them from.
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
    /// Held for as long as this value lives, so that two runs never overlap.
    private let lock: FileHandle

    /// Takes the folder, and makes `done/` and `refused/` in it.
    ///
    /// - Throws: `DropFolderError`.
    init(path: String, settleTime: Duration) throws(DropFolderError) {
        self.path = path
        self.settleTime = settleTime
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(path)
        }
        // Not for writing: closing it then would look, to whoever watches the folder, like a file that came.
        let descriptor = open(path + "/.torg-collect", O_CREAT | O_RDONLY | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .system(path: path, call: "open", number: errno) }
        lock = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .taken(path) }
        // Where the folder has a setgid bit, these get it from the kernel; to ask for it is forbidden to the unit.
        for outcome in Outcome.allCases where mkdir("\(path)/\(outcome.rawValue)", 0o770) != 0 && errno != EEXIST {
            throw .system(path: "\(path)/\(outcome.rawValue)", call: "mkdir", number: errno)
        }
    }

    /// The files that may be read, by name; and those that someone is still writing.
    ///
    /// Hidden files and `.part`, `.tmp` and `.filepart` are neither: they are how programs mark what isn't whole yet.
    func files() throws(DropFolderError) -> (ready: [String], unfinished: [String]) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .system(path: path, call: "readdir", number: errno)
        }
        var ready: [String] = []
        var unfinished: [String] = []
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            var info = stat()
            let file = "\(path)/\(name)"
            guard !name.hasPrefix("."), lstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
            if [".part", ".tmp", ".filepart"].contains(where: name.hasSuffix) || isBeingWritten(file, info) {
                unfinished.append(name)
            } else {
                ready.append(name)
            }
        }
        return (ready, unfinished)
    }

    /// `F_SETLEASE`, which Swift doesn't see in Linux's headers.
    private static let setLease: Int32 = 1024

    /// The kernel gives a read lease only on a file that nobody has open for writing (fcntl(2), F_SETLEASE). It takes
    /// the file's owner or CAP_LEASE to ask; for others the file's age has to do.
    private func isBeingWritten(_ file: String, _ info: stat) -> Bool {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if fcntl(descriptor, Self.setLease, F_RDLCK) == 0 {
            _ = fcntl(descriptor, Self.setLease, F_UNLCK)
            return false
        }
        if errno == EAGAIN { return true }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Duration.seconds(now.tv_sec - info.st_mtim.tv_sec) < settleTime
    }

    /// Moves a file to where its outcome belongs, and waits until that is on the disk. Nothing is overwritten: a second
    /// file of the same name gets a number.
    ///
    /// - Returns: the new path.
    func move(_ name: String, to outcome: Outcome) throws(DropFolderError) -> String {
        let target = "\(path)/\(outcome.rawValue)"
        var new = "\(target)/\(name)"
        var info = stat()
        var count = 1
        // Only this run puts files there, so what isn't there now won't be in a moment.
        while lstat(new, &info) == 0 {
            count += 1
            new = "\(target)/\(name).\(count)"
        }
        guard rename("\(path)/\(name)", new) == 0 else { throw .system(path: new, call: "rename", number: errno) }
        try flush(target)
        try flush(path)
        return new
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
