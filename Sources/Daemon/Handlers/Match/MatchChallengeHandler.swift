import API

struct MatchChallengeHandler: KeepingHandler {
    typealias Served = MatchChallenge

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter

    func answer(_ parameters: MatchChallenge.Parameters, on ground: DossierGround) async throws -> RankedSuppliers {
        try ground.market.rank(try ground.market.query(parameters.challenge), parameters.options, meter)
    }

    func basis(_ parameters: MatchChallenge.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .challenge(parameters.challenge))
    }
}
