import API
import JSON
import JSONRPC
import Store
import Transport

struct EventsInviteHandler: Handler {
    typealias Served = EventsInvite

    let store: Store

    func answer(_ parameters: EventsInvite.Parameters, for peer: Peer) async throws -> EventsInvite.Result {
        var companies = try (parameters.companies ?? []).enumerated().map { index, company in
            (company: try GuestCompany(company, at: "companies[\(index)]", in: store), reason: parameters.reason)
        }
        if let shortlist = parameters.shortlist {
            companies += try shortlisted(shortlist).map { ($0.company, parameters.reason ?? $0.reason) }
        }
        guard !companies.isEmpty else {
            throw RPCError.invalid(
                parameter: "companies", expected: "at least one company, or a shortlist with suppliers",
                came: .array([]))
        }
        let noted = try store.invite(companies, to: Int64(parameters.event), by: UserName.of(peer))
        guard let (guests, before) = noted else { throw NotFound.event(parameters.event) }
        return EventsInvite.Result(guests: guests.map(EventGuest.init), invited: guests.count - before)
    }

    /// Those that stand on a shortlist, each with why; the shortlist's name where nobody said.
    private func shortlisted(_ id: Int) throws -> [(company: GuestCompany, reason: String)] {
        guard let found = try store.shortlist(Int64(id)) else { throw NotFound.shortlist(id) }
        return found.suppliers.filter { $0.removal == nil }.map { entry in
            (
                GuestCompany(supplier: entry.shortlisted.supplier),
                entry.shortlisted.reason ?? found.shortlist.shortlist.name
            )
        }
    }
}
