import API
import Procurement
import Store
import Transport

struct CategoriesListHandler: Handler {
    typealias Served = CategoriesList

    let desk: DefinitionDesk

    func answer(_ parameters: CategoriesList.Parameters, for peer: Peer) async throws -> CategoriesList.Result {
        let market = try await desk.market.ready
        if let kept = try desk.kept(retired: parameters.retired ?? false, on: market, Category.self) {
            return CategoriesList.Result(categories: kept.map(CategoryLine.init))
        }
        return CategoriesList.Result(
            categories: market.categories.map(CategoryLine.init), file: market.categoriesHome.file)
    }
}

extension CategoryLine {
    init(_ category: Category) {
        self.init(
            id: category.id.rawValue, name: category.shownName, names: SortedMap(category.name),
            cpv: category.cpv.map(\.description), keywords: category.keywords, owner: category.owner)
    }
}

extension CategoryLine {
    /// The latest version, with its number.
    init(_ version: DefinitionVersion<Category>) {
        self.init(version.definition)
        self.version = version.version
        retired = version.isRetired ? true : nil
    }
}

extension Category {
    var shownName: String { name["sv"] ?? name["en"] ?? name.values.sorted().first ?? id.rawValue }
}
