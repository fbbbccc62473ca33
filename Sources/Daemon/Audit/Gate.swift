import API
import JSON
import JSONRPC
import Transport

/// Lets callers in by their role, and has denials noted.
struct Gate: Sendable {
    let roles: RoleBook
    let denials: DenialBook

    /// - Throws: -32002 where the peer's role doesn't reach.
    func check(_ method: any API.Method.Type, for peer: Peer) throws(RPCError) {
        if RoleBook.isOpen(method) { return }
        try check(method.name, isFor: method.role, peer: peer)
    }

    /// - Parameter what: a method, or a part of what it can do.
    /// - Throws: -32002 where the peer's role doesn't reach.
    func check(_ what: String, isFor role: Role, peer: Peer) throws(RPCError) {
        do {
            try roles.check(what, isFor: role, peer: peer)
        } catch {
            denials.note(peer.caller, method: what)
            throw error
        }
    }
}
