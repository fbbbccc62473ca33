import Glibc
import Synchronization

/// The lock file beside something that only one daemon may serve, such as a socket or a store: `torg.sock.lock`.
///
/// It is an advisory lock (`flock`), so it ends with its process, however that ends. The file stays, because removing
/// it would let two processes hold locks on two files of the same name.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock beside `path`.
    ///
    /// - Throws: `TransportError.alreadyServed` with the holder's process id; `.system` where there can be no such file.
    package init(beside path: String) throws(TransportError) {
        let file = path + ".lock"
        let number = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if number < 0 { throw .system(path: file, SystemError("open")) }
        try Self.lock(number, file, of: path) { Self.holder(number) }
        descriptor = number
        if geteuid() == 0 { Self.hand(number, toOwnerOf: path) }
        // The process id is for people and for the error above; the lock itself doesn't need it.
        let line = Array("\(getpid())\n".utf8)
        ftruncate(number, 0)
        pwrite(number, line, line.count, 0)
    }

    /// Takes the lock of a file itself, by whatever name it is reached: a hard link has no lock file in common with it.
    ///
    /// SQLite's own locks are of another kind and don't meet it; but they end when any descriptor of the file is closed, so
    /// this lives for as long as the file is open.
    ///
    /// - Returns: `nil` where there is no file that can be read yet.
    /// - Throws: `TransportError.alreadyServed` where another process holds it.
    package init?(of file: String) throws(TransportError) {
        let number = open(file, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        try Self.lock(number, file, of: file) { nil }
        descriptor = number
    }

    /// Takes the lock of an open file, or closes it and says who has the lock.
    private static func lock(
        _ number: Int32, _ file: String, of served: String, holder: () -> Int32?
    ) throws(TransportError) {
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            let error = SystemError("flock")
            let holder = holder()
            close(number)
            throw error.number == EWOULDBLOCK ? .alreadyServed(served, pid: holder) : .system(path: file, error)
        }
    }

    deinit { close(descriptor) }

    /// A lock that root made would keep away the user who serves it otherwise: it goes to whoever has the thing itself,
    /// or its folder where it is yet to be made.
    private static func hand(_ descriptor: Int32, toOwnerOf path: String) {
        var lock = stat()
        var owner = stat()
        // Another name of a file of root's is none that root made here.
        guard fstat(descriptor, &lock) == 0, lock.st_uid == 0, lock.st_nlink == 1 else { return }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard stat(path, &owner) == 0 || stat(folder, &owner) == 0 else { return }
        _ = fchown(descriptor, owner.st_uid, owner.st_gid)
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Int32(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
