import API
import Matching

struct MatchCategoryHandler: RankingHandler {
    typealias Served = MatchCategory

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter

    func ranked(_ parameters: MatchCategory.Parameters, on market: Market) throws -> MatchResult {
        try market.rank(try market.query(parameters.category), parameters.options, meter)
    }

    func basis(_ parameters: MatchCategory.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .category(parameters.category))
    }
}
