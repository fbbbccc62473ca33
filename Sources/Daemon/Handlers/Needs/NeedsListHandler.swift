import API
import Procurement
import Store
import Transport

struct NeedsListHandler: Handler {
    typealias Served = NeedsList

    let store: Store

    func answer(_ parameters: NeedsList.Parameters, for peer: Peer) async throws -> NeedsList.Result {
        let page = try store.needs(
            NeedFilter(state: parameters.state, route: parameters.route, owner: parameters.owner),
            limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return NeedsList.Result(needs: page.items.map(NeedLine.init), next: page.next?.text)
    }
}
