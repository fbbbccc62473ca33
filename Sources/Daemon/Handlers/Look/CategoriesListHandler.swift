import API
import Procurement
import Transport

struct CategoriesListHandler: Handler {
    typealias Served = CategoriesList

    let market: CurrentMarket

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> CategoriesList.Result {
        CategoriesList.Result(categories: try await market.ready.categories.map(CategoryLine.init))
    }
}

extension CategoryLine {
    init(_ category: Category) {
        self.init(
            id: category.id.rawValue, name: category.shownName, names: SortedMap(category.name),
            cpv: category.cpv.map(\.description), keywords: category.keywords, owner: category.owner)
    }
}

extension Category {
    var shownName: String { name["sv"] ?? name["en"] ?? name.values.sorted().first ?? id.rawValue }
}
