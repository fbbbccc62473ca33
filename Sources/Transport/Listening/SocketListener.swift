import Glibc
import Synchronization

/// A socket that listens: made here under a path, or handed over by systemd.
///
/// From its making on, callers can connect; they are answered once a server runs with it.
package final class SocketListener: Sendable {
    /// `nil` when the socket was handed over.
    package let path: SocketPath?
    let descriptor: Int32
    private let lock: FileLock?
    /// The socket file that we made, so that no other's is removed.
    private let file: FileIdentity?
    private let isOpen = Mutex(true)

    private init(path: SocketPath?, descriptor: Int32, lock: FileLock?, file: FileIdentity?) {
        self.path = path
        self.descriptor = descriptor
        self.lock = lock
        self.file = file
    }

    deinit { close() }

    /// Makes a socket at `path` and listens there.
    ///
    /// A socket file that is there already is replaced only when we hold the lock beside it and nobody answers on
    /// it. The file is never open to more than it says: it is made for the owner alone, then given to the group, then
    /// opened up to `mode`.
    ///
    /// - Parameters:
    ///   - mode: the permissions of the socket file; whoever may write may connect.
    ///   - group: the group to give it to, by name or number; `nil` leaves it with the process's own.
    package static func listen(
        at path: SocketPath, mode: UInt32 = 0o660, group: String? = nil
    ) throws(TransportError) -> SocketListener {
        let groupID: gid_t?
        if let group {
            guard let id = gid_t(group) ?? getgrnam(group)?.pointee.gr_gid else { throw .unknownGroup(group) }
            groupID = id
        } else {
            groupID = nil
        }
        let lock = try FileLock(beside: path.text)
        try removeStale(path)
        func failed(_ call: String) -> TransportError { .system(path: path.text, SystemError(call)) }

        let socket = try makeSocket(for: path)
        // On Linux the file that bind makes has the mode of the socket itself.
        if fchmod(socket.number, 0o600) != 0 { throw failed("fchmod") }
        if path.withAddress({ bind(socket.number, $0, $1) }) != 0 { throw failed("bind") }
        guard let file = FileIdentity(path) else { throw failed("stat") }
        do throws(TransportError) {
            if let groupID, chown(path.text, uid_t.max, groupID) != 0 { throw failed("chown") }
            if chmod(path.text, mode) != 0 { throw failed("chmod") }
            if Glibc.listen(socket.number, Self.queue) != 0 { throw failed("listen") }
        } catch {
            unlink(path.text)
            throw error
        }
        return SocketListener(path: path, descriptor: socket.release(), lock: lock, file: file)
    }

    /// Takes over a listening socket that another made, as systemd does. It is closed with the listener, and its
    /// path is left alone.
    package static func adopt(descriptor: Int32) throws(TransportError) -> SocketListener {
        guard Descriptor.option(SO_ACCEPTCONN, of: descriptor) == 1,
            Descriptor.option(SO_DOMAIN, of: descriptor) == AF_UNIX,
            Descriptor.option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue)
        else { throw .notListening(descriptor: descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Longer while nobody serves: then callers wait for the daemon and not for one another.
        if Glibc.listen(descriptor, queue) != 0 {
            throw .system(path: "the socket handed over", SystemError("listen"))
        }
        return SocketListener(path: nil, descriptor: descriptor, lock: nil, file: nil)
    }

    /// The socket once more, for a server that closes what it listens on itself. The listener stays the one that has the path.
    package func copiedDescriptor() throws(TransportError) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        if copy < 0 { throw .system(path: path?.text ?? "the socket handed over", SystemError("fcntl")) }
        return copy
    }

    /// Lets more wait to be let in; beyond it `connect` fails (EAGAIN) for who doesn't wait. A server that listens on the copy sets
    /// the length anew, so it is called after that.
    package func lengthenQueue(to length: Int32) throws(TransportError) {
        if Glibc.listen(descriptor, length) != 0 {
            throw .system(path: path?.text ?? "the socket handed over", SystemError("listen"))
        }
    }

    /// Stops listening. The socket file goes first, so that a newcomer is told at once that nobody is there.
    package func close() {
        let first = isOpen.withLock { open in
            defer { open = false }
            return open
        }
        guard first else { return }
        if let path, let file, FileIdentity(path) == file { unlink(path.text) }
        if path == nil { _ = Glibc.listen(descriptor, SOMAXCONN) }
        Glibc.close(descriptor)
    }

    /// Callers who have connected and aren't let in yet. A newcomer stands behind all of them: with thousands it took
    /// root 140 ms and more to get in while others connected as fast as they could. Whoever finds no room waits in
    /// `connect`, or tries again (EAGAIN).
    static let queue: Int32 = 128

    private static func makeSocket(for path: SocketPath) throws(TransportError) -> Descriptor {
        do {
            return try Descriptor.unixStream()
        } catch {
            throw .system(path: path.text, error)
        }
    }

    /// Clears the way for `bind`, with the lock held.
    private static func removeStale(_ path: SocketPath) throws(TransportError) {
        var status = stat()
        guard lstat(path.text, &status) == 0 else {
            if errno == ENOENT { return }
            throw .system(path: path.text, SystemError("stat"))
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path.text) }
        let probe = try makeSocket(for: path)
        // A full queue must not make us wait: whoever has one is there.
        _ = fcntl(probe.number, F_SETFL, O_NONBLOCK)
        if path.withAddress({ connect(probe.number, $0, $1) }) == 0 {
            throw .alreadyServed(path.text, pid: Peer(of: probe.number)?.pid)
        }
        switch errno {
        case ECONNREFUSED: break
        case ENOENT: return
        case EAGAIN, EINPROGRESS: throw .alreadyServed(path.text, pid: nil)
        default: throw .system(path: path.text, SystemError("connect"))
        }
        if unlink(path.text) != 0, errno != ENOENT { throw .system(path: path.text, SystemError("unlink")) }
    }
}

/// One file, whatever it is called.
private struct FileIdentity: Sendable, Hashable {
    let device: UInt
    let inode: UInt

    init?(_ path: SocketPath) {
        var status = stat()
        guard lstat(path.text, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}
