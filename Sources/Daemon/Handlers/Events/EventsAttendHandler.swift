import API
import Store
import Transport

struct EventsAttendHandler: Handler {
    typealias Served = EventsAttend

    let store: Store

    func answer(_ parameters: EventsAttend.Parameters, for peer: Peer) async throws -> EventsAttend.Result {
        guard try store.event(Int64(parameters.event)) != nil else { throw NotFound.event(parameters.event) }
        let guest = try store.attend(
            Int64(parameters.guest), at: Int64(parameters.event), attended: parameters.attended ?? true,
            by: UserName.of(peer))
        guard let guest else { throw NotFound.guest(parameters.guest) }
        return EventsAttend.Result(guest: EventGuest(guest))
    }
}
