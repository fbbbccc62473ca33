import API
import Matching

struct MatchChallengeHandler: RankingHandler {
    typealias Served = MatchChallenge

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter

    func ranked(_ parameters: MatchChallenge.Parameters, on market: Market) throws -> MatchResult {
        try market.rank(try market.query(parameters.challenge), parameters.options, meter)
    }

    func basis(_ parameters: MatchChallenge.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .challenge(parameters.challenge))
    }
}
