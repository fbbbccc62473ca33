import Glibc
import Synchronization

/// Who is at the other end of a connection, as the kernel saw them when they connected.
package struct Peer: Sendable {
    package var pid: Int32
    package var uid: UInt32
    package var gid: UInt32
    /// The supplementary groups of the process; empty where the kernel doesn't tell.
    package var groups: [UInt32]
    /// For whom the connection speaks, where that isn't who opened it. The same for all calls of a connection.
    private let assumed = AssumedPerson()

    package init(pid: Int32, uid: UInt32, gid: UInt32, groups: [UInt32] = []) {
        self.pid = pid
        self.uid = uid
        self.gid = gid
        self.groups = groups
    }

    /// Asks the kernel (`SO_PEERCRED`, `SO_PEERGROUPS`). `nil` where the descriptor is no connected Unix socket.
    init?(of socket: Int32) {
        // struct ucred, which Glibc's module doesn't carry.
        var credentials: (pid: Int32, uid: UInt32, gid: UInt32) = (0, 0, 0)
        var size = socklen_t(12)
        guard getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0, size == 12 else { return nil }
        var groups = [UInt32](repeating: 0, count: 64)
        var bytes = socklen_t(groups.count * 4)
        if getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, &groups, &bytes) != 0, errno == ERANGE {
            groups = [UInt32](repeating: 0, count: Int(bytes) / 4)
            if getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, &groups, &bytes) != 0 { bytes = 0 }
        }
        self.init(
            pid: credentials.pid, uid: credentials.uid, gid: credentials.gid,
            groups: Array(groups.prefix(Int(bytes) / 4)))
    }

    /// The person whom a delegate speaks for on this connection; `nil` where it speaks for itself.
    package var person: Person? { assumed.person }

    /// Speaks for a person from now on.
    ///
    /// - Returns: false where the connection speaks for somebody already: it is that person's until it is closed.
    package func assume(_ person: Person) -> Bool { assumed.assume(person) }

    /// Whose turn it is, where callers take turns or have a share.
    package var caller: Caller { Caller(uid: uid, person: person?.name) }

    /// True when the process was in the group when it connected.
    package func isMember(of group: UInt32) -> Bool { gid == group || groups.contains(group) }
}

/// Somebody who has signed in at a delegate, such as the web view.
package struct Person: Sendable, Hashable {
    /// As the sign-in knows them: `anna@ekby.se`.
    package var name: String
    /// Their groups in the directory that they signed in with.
    package var groups: [String]

    package init(name: String, groups: [String] = []) {
        self.name = name
        self.groups = groups
    }
}

/// A user of this machine, or a person whom one speaks for.
package struct Caller: Sendable, Hashable, Comparable {
    package var uid: UInt32
    package var person: String?

    package init(uid: UInt32, person: String? = nil) {
        self.uid = uid
        self.person = person
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.uid, left.person ?? "") < (right.uid, right.person ?? "")
    }
}

/// Set once, in the life of a connection.
private final class AssumedPerson: Sendable {
    private let value = Mutex<Person?>(nil)

    var person: Person? { value.withLock { $0 } }

    func assume(_ person: Person) -> Bool {
        value.withLock { value in
            guard value == nil else { return false }
            value = person
            return true
        }
    }
}
