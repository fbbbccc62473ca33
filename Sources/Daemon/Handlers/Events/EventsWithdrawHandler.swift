import API
import Store
import Transport

struct EventsWithdrawHandler: Handler {
    typealias Served = EventsWithdraw

    let store: Store

    func answer(_ parameters: EventsWithdraw.Parameters, for peer: Peer) async throws -> EventsWithdraw.Result {
        guard try store.event(Int64(parameters.event)) != nil else { throw NotFound.event(parameters.event) }
        guard let (guest, movedUp) = try store.withdraw(Int64(parameters.guest), from: Int64(parameters.event)) else {
            throw NotFound(
                parameter: "guest", id: "\(parameters.guest)", hint: "events.get gives those with a registration")
        }
        return EventsWithdraw.Result(guest: EventGuest(guest), movedUp: movedUp.map(EventGuest.init))
    }
}
