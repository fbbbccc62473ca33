import API
import Procurement
import Store
import Transport

struct ShortlistsRemoveHandler: Handler {
    typealias Served = ShortlistsRemove

    let store: Store

    func answer(_ parameters: ShortlistsRemove.Parameters, for peer: Peer) async throws -> ShortlistsRemove.Result {
        let removed = try store.remove(
            SupplierID(parameters.supplier), from: Int64(parameters.shortlist), reason: parameters.reason,
            by: UserName.of(peer))
        guard let removed else {
            guard try store.shortlist(Int64(parameters.shortlist)) != nil else {
                throw NotFound.shortlist(parameters.shortlist)
            }
            throw NotFound(
                parameter: "supplier", id: parameters.supplier,
                hint: "shortlists.get gives those that stand on the shortlist")
        }
        return ShortlistsRemove.Result(supplier: ShortlistedSupplier(removed))
    }
}
