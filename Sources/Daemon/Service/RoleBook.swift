import API
import Foundation
import JSON
import JSONRPC
import Transport

/// Who has which role: users and groups of the configuration, looked up once.
///
/// Root and the daemon's own user are admins: they could read and write the store without asking. Where nobody is
/// named a reader, whoever may connect is one: the permissions of the socket have let them in already.
struct RoleBook: Sendable {
    private struct Members: Sendable {
        var users: Set<UInt32> = []
        var groups: Set<UInt32> = []

        func include(_ peer: Peer) -> Bool {
            users.contains(peer.uid) || groups.contains(peer.gid) || !groups.isDisjoint(with: peer.groups)
        }
    }

    private var members: [Role: Members] = [:]
    private let readersAreNamed: Bool
    /// Names of the configuration that this machine doesn't know.
    private(set) var unknown: [String] = []

    init(_ roles: Configuration.Roles) {
        readersAreNamed = !roles.reader.isEmpty
        for (role, named) in [(Role.reader, roles.reader), (.manager, roles.manager), (.admin, roles.admin)] {
            var found = Members()
            for user in named.users {
                if let id = UInt32(user) ?? getpwnam(user)?.pointee.pw_uid {
                    found.users.insert(id)
                } else {
                    unknown.append("user \(user)")
                }
            }
            for group in named.groups {
                if let id = UInt32(group) ?? getgrnam(group)?.pointee.gr_gid {
                    found.groups.insert(id)
                } else {
                    unknown.append("group \(group)")
                }
            }
            members[role] = found
        }
        members[.admin]?.users.formUnion([0, geteuid()])
    }

    /// The highest role that the peer has; `nil` for none.
    func role(of peer: Peer) -> Role? {
        for role in Role.allCases.reversed() where members[role]?.include(peer) == true { return role }
        return readersAreNamed ? nil : .reader
    }

    /// - Throws: -32002 where the peer's role doesn't reach.
    func check(_ method: any API.Method.Type, for peer: Peer) throws(RPCError) {
        try check(method.name, isFor: method.role, peer: peer)
    }

    /// - Parameter what: a method, or a part of what it can do.
    func check(_ what: String, isFor role: Role, peer: Peer) throws(RPCError) {
        let own = self.role(of: peer)
        if let own, own >= role { return }
        throw RPCError(
            .notAllowed,
            "\(what) is for the role \(role.rawValue); yours is \(own?.rawValue ?? "none"). "
                + "Whoever runs the daemon gives roles by user and group under “roles” in torg.yaml",
            detail: .init(expected: role.rawValue, came: own?.rawValue ?? "none"))
    }
}
