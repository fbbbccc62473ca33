import API

struct MatchCategoryHandler: KeepingHandler {
    typealias Served = MatchCategory

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter

    func answer(_ parameters: MatchCategory.Parameters, on ground: DossierGround) async throws -> RankedSuppliers {
        try ground.market.rank(try ground.market.query(parameters.category), parameters.options, meter)
    }

    func basis(_ parameters: MatchCategory.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .category(parameters.category))
    }
}
