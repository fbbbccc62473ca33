import Glibc

/// Who is at the other end of a connection, as the kernel saw them when they connected.
package struct Peer: Sendable, Hashable {
    package var pid: Int32
    package var uid: UInt32
    package var gid: UInt32
    /// The supplementary groups of the process; empty where the kernel doesn't tell.
    package var groups: [UInt32]

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

    /// True when the process was in the group when it connected.
    package func isMember(of group: UInt32) -> Bool { gid == group || groups.contains(group) }
}
