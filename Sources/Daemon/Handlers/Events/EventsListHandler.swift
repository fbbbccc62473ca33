import API
import Store
import Transport

struct EventsListHandler: Handler {
    typealias Served = EventsList

    let store: Store

    func answer(_ parameters: EventsList.Parameters, for peer: Peer) async throws -> EventsList.Result {
        let page = try store.events(
            parameters.kind, limit: (parameters.limit ?? .standard).count,
            after: try parameters.after.map { try PageCursor($0) })
        return EventsList.Result(events: page.items.map(EventLine.init), next: page.next?.text)
    }
}
