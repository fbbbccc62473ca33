import API
import Store
import Transport

struct MatchNoticeHandler: Handler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let store: Store

    func answer(_ parameters: MatchNotice.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        return try market.rank(try market.query(parameters.notice, in: store), parameters.options)
    }
}
