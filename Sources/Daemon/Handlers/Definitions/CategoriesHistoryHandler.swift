import API
import Procurement
import Store
import Transport

struct CategoriesHistoryHandler: Handler {
    typealias Served = CategoriesHistory

    let desk: DefinitionDesk

    func answer(_ parameters: CategoriesHistory.Parameters, for peer: Peer) async throws -> CategoriesHistory.Result {
        let page = try desk.history(of: parameters.id, limit: parameters.limit, after: parameters.after, Category.self)
        return CategoriesHistory.Result(versions: page.items.map(CategoryVersion.init), next: page.next?.text)
    }
}
