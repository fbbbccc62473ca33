import API
import Transport

struct MatchChallengeHandler: Handler {
    typealias Served = MatchChallenge

    let market: CurrentMarket

    func answer(_ parameters: MatchChallenge.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        return try market.rank(try market.query(parameters.challenge), parameters.options)
    }
}
