import Glibc
import JSON
import JSONRPC
import Synchronization

/// A client that does as it likes: sends any bytes in any pieces, and reads only when told to.
///
/// It blocks, at most ten seconds at a time: use it inside `blocking`.
final class RawClient: Sendable {
    struct Failure: Error {
        let what: String
        let number: Int32
    }

    let descriptor: Int32
    private let framer = Mutex(LineFramer(limit: .max))

    /// - Parameters:
    ///   - user: who connects; only root can be somebody else.
    ///   - blocks: whether it waits for room in the server's queue.
    init(_ path: String, as user: Int? = nil, blocks: Bool = true) throws {
        if let user, setThreadUser(-1, user, -1) != 0 { throw Failure(what: "setresuid", number: errno) }
        defer { if user != nil { _ = setThreadUser(-1, 0, -1) } }
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        if !blocks { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let connected = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if connected != 0 { throw Failure(what: "connect", number: errno) }
        // Long enough for any machine: it is met only when an answer never comes.
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ bytes: some Sequence<UInt8>) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent < 0 { throw Failure(what: "send", number: errno) }
            rest = rest.dropFirst(sent)
        }
    }

    func send(_ text: String) throws { try send(text.utf8) }

    /// Sends until the server takes no more, or `most` bytes; how many it took.
    func flood(_ bytes: [UInt8], most: Int) -> Int {
        var total = 0
        while total < most {
            let sent = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            if sent > 0 {
                total += sent
                continue
            }
            guard errno == EAGAIN else { return total }
            var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&polled, 1, 300) == 0 { return total }
        }
        return total
    }

    /// Tells the server that no more will come.
    func endInput() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Hangs up, as a process that ends does; the descriptor itself is closed later.
    func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// The next line; `nil` when the server has closed.
    func line() throws -> String? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if case .message(let line) = framer.withLock({ $0.next() }) { return String(decoding: line, as: UTF8.self) }
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count > 0 {
                framer.withLock { $0.append(Array(chunk[..<count])) }
            } else if count == 0 || errno == ECONNRESET || errno == EPIPE {
                return nil
            } else {
                throw Failure(what: "recv", number: errno)
            }
        }
    }

    func answer() throws -> JSONValue? { try line().map { try JSONParser.parse($0) } }
}

/// setresuid(2) of this thread alone, where glibc's own function changes all threads.
private func setThreadUser(_ real: Int, _ effective: Int, _ saved: Int) -> Int {
    #if arch(arm64)
        let number = 147
    #else
        let number = 117
    #endif
    // Glibc's module leaves out functions with any number of arguments.
    typealias Call = @convention(c) (Int, Int, Int, Int) -> Int
    guard let call = dlsym(nil, "syscall").map({ unsafeBitCast($0, to: Call.self) }) else { return -1 }
    return call(number, real, effective, saved)
}

extension JSONValue {
    var errorCode: Int? { self["error"]?["code"]?.number?.integer(Int.self) }
}
