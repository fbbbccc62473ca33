/// Why the server can't listen.
package enum TransportError: Error, Sendable, Hashable, CustomStringConvertible {
    case pathTooLong(String, bytes: Int)
    case badPath(String)
    /// Something else than a socket stands at the path. It is left alone.
    case notASocket(String)
    /// Another instance serves the socket, or has the store; its process id where it is known.
    case alreadyServed(String, pid: Int32?)
    case unknownGroup(String)
    /// A descriptor that was handed over isn't a listening Unix stream socket.
    case notListening(descriptor: Int32)
    case system(path: String, SystemError)

    package var description: String {
        switch self {
        case .pathTooLong(let path, let bytes):
            "The socket path has \(bytes) bytes, at most \(SocketPath.longest) are possible: \(path)"
        case .badPath(let path): "The socket path is empty or holds a zero byte: “\(path)”"
        case .notASocket(let path): "\(path) exists and is not a socket. Remove it, or choose another path."
        case .alreadyServed(let path, let pid?): "\(path) is already in use by process \(pid). Stop that one first."
        case .alreadyServed(let path, nil): "\(path) is already in use by another process. Stop that one first."
        case .unknownGroup(let group): "There is no group “\(group)” to give the socket to."
        case .notListening(let descriptor): "Descriptor \(descriptor) is not a listening Unix stream socket."
        case .system(let path, let error): "\(path): \(error)"
        }
    }
}
