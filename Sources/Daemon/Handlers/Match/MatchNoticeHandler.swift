import API
import Matching
import Store

struct MatchNoticeHandler: RankingHandler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func ranked(_ parameters: MatchNotice.Parameters, on market: Market) throws -> RankedAnswer {
        let asked = try AskedQuery(
            try market.query(parameters.notice, in: store), buyer: nil, nuts: nil, in: market.snapshot)
        return try market.rank(asked, parameters.options, meter)
    }

    func basis(_ parameters: MatchNotice.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .notice(parameters.notice))
    }
}
