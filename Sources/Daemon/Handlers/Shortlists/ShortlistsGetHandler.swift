import API
import Store
import Transport

struct ShortlistsGetHandler: Handler {
    typealias Served = ShortlistsGet

    let store: Store

    func answer(_ parameters: ShortlistsGet.Parameters, for peer: Peer) async throws -> ShortlistsGet.Result {
        guard let found = try store.shortlist(Int64(parameters.shortlist)) else {
            throw NotFound.shortlist(parameters.shortlist)
        }
        let notes = try store.notes(shortlist: Int64(parameters.shortlist), limit: 1000).items
        return ShortlistsGet.Result(
            shortlist: ShortlistLine(found.shortlist),
            suppliers: found.suppliers.filter { $0.removal == nil }.map(ShortlistedSupplier.init),
            removed: found.suppliers.filter { $0.removal != nil }.map(ShortlistedSupplier.init),
            notes: try NoteLine.lines(notes, in: store))
    }
}
