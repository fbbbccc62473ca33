import API
import JSONRPC
import Matching
import Transport

struct MatchCategoryHandler: Handler {
    typealias Served = MatchCategory

    let market: CurrentMarket

    func answer(_ parameters: MatchCategory.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        let query: MatchQuery
        switch parameters.category {
        case .configured(let id): query = MatchQuery(try market.category(id))
        case .described(let description): query = try MatchQuery(description)
        }
        return try market.rank(query, parameters.options)
    }
}
