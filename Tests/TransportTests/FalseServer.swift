import Glibc

/// Says the same to everyone, and hangs up.
struct FalseServer: Sendable {
    let descriptor: Int32
    let answer: String

    init(_ path: String, answer: String) throws {
        self.answer = answer
        descriptor = try Self.listen(at: path)
    }

    /// A listening socket that nobody serves yet.
    static func listen(at path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, Glibc.listen(descriptor, 1) == 0 else {
            throw RawClient.Failure(what: "bind", number: errno)
        }
        return descriptor
    }

    func serveOne() throws {
        let connection = accept(descriptor, nil, nil)
        var bytes = [UInt8](repeating: 0, count: 1024)
        guard recv(connection, &bytes, bytes.count, 0) > 0 else { throw RawClient.Failure(what: "recv", number: errno) }
        let line = Array(answer.utf8)
        _ = send(connection, line, line.count, Int32(MSG_NOSIGNAL))
        close(connection)
        close(descriptor)
    }
}
