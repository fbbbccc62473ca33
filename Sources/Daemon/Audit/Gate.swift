import API
import JSON
import JSONRPC
import Transport

/// Lets callers in by their role, and has denials noted.
struct Gate: Sendable {
    let roles: RoleBook
    let denials: DenialBook

    /// - Parameter what: a method, or a part of what it can do.
    /// - Throws: -32002 where the peer's role doesn't reach.
    func check(_ what: String, isFor role: Role, peer: Peer) throws(RPCError) {
        do {
            try roles.check(what, isFor: role, peer: peer)
        } catch {
            denials.note(uid: peer.uid, method: what)
            throw error
        }
    }
}
