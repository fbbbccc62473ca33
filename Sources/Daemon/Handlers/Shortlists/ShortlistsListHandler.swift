import API
import Procurement
import Store
import Transport

struct ShortlistsListHandler: Handler {
    typealias Served = ShortlistsList

    let store: Store

    func answer(_ parameters: ShortlistsList.Parameters, for peer: Peer) async throws -> ShortlistsList.Result {
        let page = try store.shortlists(
            of: parameters.supplier.map { SupplierID($0) }, limit: (parameters.limit ?? .standard).count,
            after: try parameters.after.map { try PageCursor($0) })
        return ShortlistsList.Result(shortlists: page.items.map(ShortlistLine.init), next: page.next?.text)
    }
}
