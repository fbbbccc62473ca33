import JSON
import JSONRPC

/// Why a call had no result.
package enum RPCClientError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no socket at the path: the daemon isn't running, or listens elsewhere.
    case noSocket(String)
    /// There is a socket and nobody behind it: the daemon has ended without cleaning up.
    case refused(String)
    case permissionDenied(String)
    case badPath(TransportError)
    case timedOut(Duration)
    /// The server closed the connection: before it answered, or in the middle.
    case closed(midAnswer: Bool)
    /// What came is no answer to what was asked.
    case badAnswer(String)
    /// The server answered with an error.
    case remote(RPCError)
    case system(SystemError)

    package var description: String {
        switch self {
        case .noSocket(let path): "The daemon isn't running: there is no socket at \(path)."
        case .refused(let path): "The daemon isn't running: nobody listens at \(path)."
        case .permissionDenied(let path):
            "You may not connect to \(path). Ask for membership in the group that the socket belongs to."
        case .badPath(let error): error.description
        case .timedOut(let time): "The daemon didn't answer within \(time)."
        case .closed(midAnswer: true): "The daemon closed the connection in the middle of its answer."
        case .closed(midAnswer: false): "The daemon closed the connection without an answer."
        case .badAnswer(let why): "The daemon's answer can't be used: \(why)."
        case .remote(let error): error.description
        case .system(let error): error.description
        }
    }
}
