import API
import Matching
import Store

struct MatchCategoryHandler: RankingHandler {
    typealias Served = MatchCategory

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func ranked(_ parameters: MatchCategory.Parameters, on market: Market) throws -> RankedAnswer {
        let asked = try AskedQuery(
            try market.query(parameters.category), buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot)
        return try market.rank(asked, parameters.options, meter, store)
    }

    func basis(_ parameters: MatchCategory.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .category(parameters.category))
    }
}
