import API
import Glibc
import Transport

/// Which lane of the request threads a caller's work goes on in.
///
/// Users take turns; root, the daemon's own user and admins go in the lanes that are kept for them. The daemon's watchdog,
/// which calls like anybody else, takes turns as a caller of its own: it doesn't stand behind its user's imports.
struct CallerLanes: Sendable {
    let threads: RequestThreads
    let roles: RoleBook

    func of(_ kind: RequestThreads.Kind) -> Workplace {
        { [self] peer in
            let id = peer.pid == getpid() ? UInt64.max : UInt64(peer.uid)
            return threads.lane(kind, for: RequestThreads.Caller(id: id, isKept: isKept(peer)))
        }
    }

    func isKept(_ peer: Peer) -> Bool { roles.role(of: peer) == .admin }
}
