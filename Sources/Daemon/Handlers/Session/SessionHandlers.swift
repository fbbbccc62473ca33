import API
import JSON
import JSONRPC
import PersonalNumbers
import Transport

struct SessionGetHandler: Handler {
    typealias Served = SessionGet

    let roles: RoleBook

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> SessionStand {
        SessionStand(of: peer, roles)
    }
}

struct SessionAssumeHandler: Handler {
    typealias Served = SessionAssume

    let roles: RoleBook
    let gate: Gate

    func answer(_ parameters: SessionAssume.Parameters, for peer: Peer) async throws -> SessionStand {
        guard roles.isDelegate(peer) else {
            gate.denials.note(peer.caller, method: Served.name)
            throw RPCError(
                .notAllowed,
                "session.assume is for delegates; whoever runs the daemon names them under “roles.delegates” in torg.yaml",
                detail: .init(expected: "a delegate", came: "another user"))
        }
        let name = parameters.person
        // It stands on the record as it is: one word, so that “via” can't be part of it.
        let isWord =
            !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0.properties.isGraphemeBase && !$0.properties.isWhitespace }
        guard isWord, PersonalNumberScan.masked(name) == nil else {
            throw RPCError.invalid(
                parameter: "person", expected: "a name without blanks that is no personal number, such as anna@ekby.se",
                came: .string(name.withoutPersonalNumbers))
        }
        guard peer.assume(Person(name: name, groups: parameters.groups ?? [])) else {
            throw RPCError(
                .notAllowed, "the connection speaks for somebody already; open another for another person",
                detail: .init(expected: "a connection that speaks for nobody yet", came: "one more person"))
        }
        return SessionStand(of: peer, roles)
    }
}

extension SessionStand {
    init(of peer: Peer, _ roles: RoleBook) {
        let standing = roles.standing(of: peer)
        self.init(
            name: UserName.of(peer), person: peer.person?.name, isDelegate: roles.isDelegate(peer), role: standing.role,
            because: standing.because)
    }
}
