import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct CategoriesCardHandler: KeepingHandler {
    typealias Served = CategoriesCard

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store

    /// The day is written out, so that a replay speaks of the same one.
    func settled(_ parameters: CategoriesCard.Parameters, on market: Market)
        -> CategoriesCard.Parameters
    {
        var parameters = parameters
        parameters.asOf = parameters.asOf ?? .today()
        return parameters
    }

    func basis(_ parameters: CategoriesCard.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .category(.configured(parameters.category)))
    }

    func answer(
        _ parameters: CategoriesCard.Parameters, on ground: DossierGround
    ) async throws -> CategoriesCard.Result {
        let category = try ground.market.category(parameters.category)
        // What was kept isn't held to bounds.
        let months = min(max(parameters.monthsAhead ?? CategoriesCard.Parameters.standardMonths, 0), 120)
        let asOf = parameters.asOf ?? .today()
        let facts = try store.categoryFacts(category.cpv)
        let card = CategoryCard(CategoryCardInput(category, asOf: asOf, monthsAhead: months, facts: facts))
        return CategoriesCard.Result(
            card, of: category, names: facts.names, limit: (parameters.limit ?? .standard).count,
            dataThrough: ground.market.snapshot.dataThrough, generation: facts.generation)
    }
}
