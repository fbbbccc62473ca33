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
            let id = peer.pid == getpid() ? UInt64.max : Self.id(of: peer.caller)
            return threads.lane(kind, for: RequestThreads.Caller(id: id, isKept: isKept(peer)))
        }
    }

    /// A user by their number; a person, whom a delegate speaks for, by a hash of the name, above all numbers of users: two persons that
    /// share one only share a turn.
    private static func id(of caller: Caller) -> UInt64 {
        guard let person = caller.person else { return UInt64(caller.uid) }
        var hasher = Hasher()
        hasher.combine(person)
        return UInt64(UInt(bitPattern: hasher.finalize())) | 1 << 33
    }

    func isKept(_ peer: Peer) -> Bool { roles.role(of: peer) == .admin }
}
