import API
import JSONRPC
import Store
import Transport

struct EventsInviteHandler: Handler {
    typealias Served = EventsInvite

    let store: Store

    /// Companies in one call: all are noted in one transaction.
    private static let limit = 5000

    func answer(_ parameters: EventsInvite.Parameters, for peer: Peer) async throws -> EventsInvite.Result {
        guard (1...Self.limit).contains(parameters.companies.count) else {
            throw RPCError.invalid(
                parameter: "companies", expected: "1 to \(Self.limit) companies",
                came: .string("\(parameters.companies.count)"))
        }
        let companies = try parameters.companies.enumerated().map { index, company in
            try GuestCompany(company, at: "companies[\(index)]", in: store)
        }
        let noted = try store.invite(
            companies, to: Int64(parameters.event), reason: parameters.reason, by: UserName.of(peer.uid))
        guard let (guests, before) = noted else { throw NotFound.event(parameters.event) }
        return EventsInvite.Result(guests: guests.map(EventGuest.init), invited: guests.count - before)
    }
}
