import API
import Store
import Transport

struct DossierListHandler: Handler {
    typealias Served = DossierList

    let store: Store

    func answer(_ parameters: DossierList.Parameters, for peer: Peer) async throws -> DossierList.Result {
        let page = try store.dossierLines(
            DossierQuery(dossier: parameters.dossier, method: parameters.method, actor: parameters.actor),
            limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return DossierList.Result(
            entries: page.items.map(DossierEntryLine.init), next: page.next?.text,
            head: DossierHead(try store.dossierEnd()))
    }
}
