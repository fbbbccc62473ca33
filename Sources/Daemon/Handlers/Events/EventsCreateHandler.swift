import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct EventsCreateHandler: Handler {
    typealias Served = EventsCreate

    let store: Store

    func answer(_ parameters: EventsCreate.Parameters, for peer: Peer) async throws -> EventsCreate.Result {
        guard !parameters.name.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "name", expected: "a name", came: .string(parameters.name))
        }
        if let dossier = parameters.dossier, try !store.hasDossier(dossier) {
            throw DossierShelf.unknown("dossier", dossier)
        }
        let stored = try store.createEvent(
            DialogueEvent(
                kind: parameters.kind, name: parameters.name, date: parameters.date,
                place: parameters.place, capacity: parameters.capacity, dossier: parameters.dossier,
                by: UserName.of(peer)))
        return EventsCreate.Result(event: EventLine(stored))
    }
}
