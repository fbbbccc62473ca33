import API
import Matching

struct MatchChallengeHandler: RankingHandler {
    typealias Served = MatchChallenge

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter

    func ranked(_ parameters: MatchChallenge.Parameters, on market: Market) throws -> RankedAnswer {
        let asked = try AskedQuery(
            try market.query(parameters.challenge), buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot)
        return try market.rank(asked, parameters.options, meter)
    }

    func basis(_ parameters: MatchChallenge.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .challenge(parameters.challenge))
    }
}
