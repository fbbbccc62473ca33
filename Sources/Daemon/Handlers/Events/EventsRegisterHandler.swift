import API
import JSON
import JSONRPC
import Store
import Transport

/// Whoever may connect may register a company: an open invitation stands open to everyone, whatever Torg makes of them.
/// What is registered already only a manager may change.
struct EventsRegisterHandler: Handler {
    typealias Served = EventsRegister

    let store: Store
    let roles: RoleBook

    /// Companies that one reader may register on one day.
    private static let newADay = 100
    /// Companies that may register themselves for one event: nobody fills the disk, and `events.get` can be answered.
    private static let guestLimit = 5000

    func answer(_ parameters: EventsRegister.Parameters, for peer: Peer) async throws -> EventsRegister.Result {
        guard try store.event(Int64(parameters.event))?.guests.count ?? 0 < Self.guestLimit else {
            throw RPCError(
                .invalidParameters, "This event has \(Self.guestLimit) companies already, as many as an event may have",
                detail: .init(
                    parameter: "event", expected: "an event with fewer companies", came: "\(parameters.event)"))
        }
        let wishes = parameters.wishes ?? []
        let company = try GuestCompany(parameters.company, at: "company", in: store)
        let user = UserName.of(peer)
        let guest = try store.register(
            company, for: Int64(parameters.event), wishes: wishes, by: user,
            newADay: roles.role(of: peer) ?? .reader < .manager ? Self.newADay : nil)
        guard let guest else { throw NotFound.event(parameters.event) }
        return EventsRegister.Result(guest: EventGuest(guest, registeredAs: company, wishes: wishes, by: user))
    }
}
