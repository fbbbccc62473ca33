import API
import JSONRPC
import Matching
import Transport

struct MatchChallengeHandler: Handler {
    typealias Served = MatchChallenge

    let market: CurrentMarket

    func answer(_ parameters: MatchChallenge.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        let query: MatchQuery
        switch parameters.challenge {
        case .configured(let id): query = MatchQuery(try market.challenge(id))
        case .described(let description): query = try MatchQuery(description)
        }
        return try market.rank(query, parameters.options)
    }
}
