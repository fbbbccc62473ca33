import API
import JSON
import JSONRPC
import Store
import Transport

struct EventsInviteHandler: Handler {
    typealias Served = EventsInvite

    let store: Store

    func answer(_ parameters: EventsInvite.Parameters, for peer: Peer) async throws -> EventsInvite.Result {
        guard !parameters.companies.isEmpty else {
            throw RPCError.invalid(parameter: "companies", expected: "at least one company", came: .array([]))
        }
        let companies = try parameters.companies.enumerated().map { index, company in
            try GuestCompany(company, at: "companies[\(index)]", in: store)
        }
        let noted = try store.invite(
            companies, to: Int64(parameters.event), reason: parameters.reason, by: UserName.of(peer))
        guard let (guests, before) = noted else { throw NotFound.event(parameters.event) }
        return EventsInvite.Result(guests: guests.map(EventGuest.init), invited: guests.count - before)
    }
}
