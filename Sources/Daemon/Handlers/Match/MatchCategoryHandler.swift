import API
import Transport

struct MatchCategoryHandler: Handler {
    typealias Served = MatchCategory

    let market: CurrentMarket

    func answer(_ parameters: MatchCategory.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        return try market.rank(try market.query(parameters.category), parameters.options)
    }
}
