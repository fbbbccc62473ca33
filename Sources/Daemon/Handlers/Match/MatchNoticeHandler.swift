import API
import Matching
import Store

struct MatchNoticeHandler: RankingHandler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    func ranked(_ parameters: MatchNotice.Parameters, on market: Market) throws -> RankedAnswer {
        let asked = try AskedQuery(
            try market.query(parameters.notice, in: store), buyer: parameters.notice.buyer,
            nuts: parameters.notice.nuts,
            in: market.snapshot)
        return try market.rank(asked, parameters.options, meter, store)
    }

    /// A notice that is described here is the office's, where it names nobody; a stored one is whose it is.
    func settled(_ parameters: MatchNotice.Parameters, on market: Market) -> MatchNotice.Parameters {
        var parameters = parameters
        parameters.notice.settle(market.office)
        return parameters
    }

    func basis(_ parameters: MatchNotice.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: .notice(parameters.notice))
    }
}

extension API.NoticeQuery {
    /// The office in the place of what a described notice doesn't say.
    mutating func settle(_ office: Configuration.Office) {
        guard case .described(var description) = self else { return }
        office.fill(&description.buyer, &description.nuts)
        self = .described(description)
    }

    /// Of a described notice; a stored one has its own.
    var buyer: BuyerQuery? {
        if case .described(let description) = self { description.buyer } else { nil }
    }

    var nuts: [String]? {
        if case .described(let description) = self { description.nuts } else { nil }
    }
}
