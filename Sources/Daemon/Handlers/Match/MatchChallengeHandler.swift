import API
import Matching
import Store

struct MatchChallengeHandler: RankingHandler {
    typealias Served = MatchChallenge

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func ranked(_ parameters: MatchChallenge.Parameters, on market: Market) throws -> RankedAnswer {
        let asked = try AskedQuery(
            try market.query(parameters.challenge), buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot)
        return try market.rank(asked, parameters.options, meter, store)
    }

    func basis(_ parameters: MatchChallenge.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .challenge(parameters.challenge))
    }
}
