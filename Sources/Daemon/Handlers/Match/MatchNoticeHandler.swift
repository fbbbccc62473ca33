import API
import Matching
import Store

struct MatchNoticeHandler: RankingHandler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func ranked(_ parameters: MatchNotice.Parameters, on market: Market) throws -> MatchResult {
        try market.rank(try market.query(parameters.notice, in: store), parameters.options, meter)
    }

    func basis(_ parameters: MatchNotice.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .notice(parameters.notice))
    }
}
