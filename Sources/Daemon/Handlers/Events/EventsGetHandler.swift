import API
import Store
import Transport

struct EventsGetHandler: Handler {
    typealias Served = EventsGet

    let store: Store

    func answer(_ parameters: EventsGet.Parameters, for peer: Peer) async throws -> EventsGet.Result {
        guard let found = try store.event(Int64(parameters.event)) else { throw NotFound.event(parameters.event) }
        return EventsGet.Result(
            event: EventLine(found.event), guests: found.guests.map(EventGuest.init),
            outcomes: found.outcomes.map(EventOutcomeLine.init))
    }
}
