import Glibc
import JSON
import JSONRPC

/// A connection to a server that blocks its thread, with a deadline for each step.
struct ClientSocket: ~Copyable {
    private let descriptor: Descriptor
    private var framer = LineFramer(limit: .max)

    private init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// - Parameter deadline: for a server whose queue is full.
    static func connect(to path: SocketPath, deadline: Deadline) throws(RPCClientError) -> ClientSocket {
        let socket = try make()
        // Where the queue is full, the kernel waits for room in it, and no longer than a socket may take to send.
        try limitSending(of: socket.number, deadline)
        while path.withAddress({ Glibc.connect(socket.number, $0, $1) }) != 0 {
            switch errno {
            case EINTR, EAGAIN: try limitSending(of: socket.number, deadline)
            case ENOENT: throw .noSocket(path.text)
            case ECONNREFUSED: throw .refused(path.text)
            case EACCES, EPERM: throw .permissionDenied(path.text)
            default: throw .system(SystemError("connect"))
            }
        }
        _ = fcntl(socket.number, F_SETFL, O_NONBLOCK)
        return ClientSocket(socket)
    }

    private static func limitSending(of socket: Int32, _ deadline: Deadline) throws(RPCClientError) {
        let left = try deadline.millisecondsLeft()
        // Nothing at all is no limit.
        var time = left < 0 ? timeval() : timeval(tv_sec: Int(left / 1000), tv_usec: Int(left % 1000) * 1000)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    private static func make() throws(RPCClientError) -> Descriptor {
        do {
            return try Descriptor.unixStream()
        } catch {
            throw .system(error)
        }
    }

    /// Sends all bytes. A server that has hung up is not an error yet: what it said before is still to be read.
    func send(_ bytes: [UInt8], deadline: Deadline) throws(RPCClientError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent >= 0 {
                rest = rest.dropFirst(sent)
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, deadline)
            } else if errno == EPIPE || errno == ECONNRESET {
                return
            } else if errno != EINTR {
                throw .system(SystemError("send"))
            }
        }
    }

    /// The next line from the server.
    mutating func receive(deadline: Deadline) throws(RPCClientError) -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if case .message(let line) = framer.next() { return line }
            let count = recv(descriptor.number, &chunk, chunk.count, 0)
            if count > 0 {
                chunk.withUnsafeBytes { framer.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            } else if count == 0 || errno == ECONNRESET {
                throw .closed(midAnswer: framer.isInsideLine)
            } else if errno == EAGAIN {
                try wait(for: POLLIN, deadline)
            } else if errno != EINTR {
                throw .system(SystemError("recv"))
            }
        }
    }

    /// Between two calls a server has nothing to say: where there is something to read, it is that it has hung up, or why it did.
    var isOpen: Bool {
        var polled = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 0) == 0
    }

    private func wait(for event: Int32, _ deadline: Deadline) throws(RPCClientError) {
        var polled = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
        let ready = poll(&polled, 1, try deadline.millisecondsLeft())
        if ready < 0, errno != EINTR { throw .system(SystemError("poll")) }
    }
}

/// Until when to wait, and how long that was to be.
struct Deadline: Sendable {
    private let end: (instant: ContinuousClock.Instant, total: Duration)?

    /// - Parameter time: `nil` to wait without end.
    init(after time: Duration?) { end = time.map { (.now + $0, $0) } }

    /// For `poll`: rounded up, at most a minute; -1 for no end.
    func millisecondsLeft() throws(RPCClientError) -> Int32 {
        guard let end else { return -1 }
        let left = end.instant - .now
        if left <= .zero { throw .timedOut(end.total) }
        return Int32(clamping: min(60_000, Int(left / .milliseconds(1)) + 1))
    }
}
