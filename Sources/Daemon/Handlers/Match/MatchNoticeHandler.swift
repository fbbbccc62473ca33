import API
import Store

struct MatchNoticeHandler: KeepingHandler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func answer(_ parameters: MatchNotice.Parameters, on ground: DossierGround) async throws -> RankedSuppliers {
        try ground.market.rank(try ground.market.query(parameters.notice, in: store), parameters.options, meter)
    }

    func basis(_ parameters: MatchNotice.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .notice(parameters.notice))
    }
}
