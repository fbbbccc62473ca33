import API
import JSONRPC
import Store
import Transport

/// Whoever may connect may register a company: an open invitation stands open to everyone, whatever Torg makes of them.
struct EventsRegisterHandler: Handler {
    typealias Served = EventsRegister

    let store: Store

    func answer(_ parameters: EventsRegister.Parameters, for peer: Peer) async throws -> EventsRegister.Result {
        let wishes = parameters.wishes ?? []
        guard wishes.count <= 100 else {
            throw RPCError.invalid(
                parameter: "wishes", expected: "at most 100 categories", came: .string("\(wishes.count)"))
        }
        let guest = try store.register(
            try GuestCompany(parameters.company, at: "company", in: store), for: Int64(parameters.event),
            wishes: wishes, by: UserName.of(peer.uid))
        guard let guest else { throw NotFound.event(parameters.event) }
        return EventsRegister.Result(guest: EventGuest(guest))
    }
}
