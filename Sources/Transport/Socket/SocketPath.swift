import Glibc

/// The path of a Unix socket, short enough for every system: at most 103 bytes.
///
/// Linux takes 107, BSD and macOS 103; the smaller one keeps a configuration portable, and leaves room for a
/// terminating zero.
package struct SocketPath: Sendable, Hashable, CustomStringConvertible {
    package static let longest = 103

    package let text: String

    /// - Throws: `TransportError.pathTooLong`, or `.badPath` for an empty one or one with a zero byte.
    package init(_ text: String) throws(TransportError) {
        let count = text.utf8.count
        if count > Self.longest { throw .pathTooLong(text, bytes: count) }
        if count == 0 || text.utf8.contains(0) { throw .badPath(text) }
        self.text = text
    }

    package var description: String { text }

    /// Calls `body` with the address in the form that `bind` and `connect` take.
    func withAddress<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: text.utf8) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
