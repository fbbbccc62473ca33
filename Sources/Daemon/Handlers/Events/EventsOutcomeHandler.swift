import API
import JSON
import JSONRPC
import Store
import Transport

struct EventsOutcomeHandler: Handler {
    typealias Served = EventsOutcome

    let store: Store

    func answer(_ parameters: EventsOutcome.Parameters, for peer: Peer) async throws -> EventsOutcome.Result {
        guard !parameters.text.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "text", expected: "what came of it", came: .string(parameters.text))
        }
        guard try store.event(Int64(parameters.event)) != nil else { throw NotFound.event(parameters.event) }
        let outcome = try store.addOutcome(
            parameters.text, of: Int64(parameters.event), guest: parameters.guest.map { Int64($0) },
            by: UserName.of(peer))
        guard let outcome else { throw NotFound.guest(parameters.guest ?? 0) }
        return EventsOutcome.Result(outcome: EventOutcomeLine(outcome))
    }
}
