import API
import Matching
import Procurement
import Store

struct MatchingExplainHandler: KeepingHandler {
    typealias Served = MatchingExplain

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store

    func answer(
        _ parameters: MatchingExplain.Parameters, on ground: DossierGround
    ) async throws -> MatchingExplain.Result {
        let market = ground.market
        let id = SupplierID(parameters.supplier)
        let asked = try asked(parameters, on: market)
        let query = asked.query
        let options = try Matching.MatchOptions(
            parameters.options, over: market.weights[query.question],
            filter: try parameters.options.filter.map { try market.filter($0, for: asked, in: store) })
        guard let profile = market.snapshot.profile(of: id),
            let standing = Ranker(market.snapshot).standing(of: id, for: query, options)
        else {
            if let gone = try gone(id, options, in: market) { return gone }
            throw NotFound(parameter: "supplier", id: id.rawValue, hint: "suppliers.find finds the ids that are known")
        }
        return MatchingExplain.Result(
            supplier: SupplierReference(profile), rank: standing.match?.rank,
            score: standing.match?.score,
            signals: standing.match?.signals.map(API.Signal.init) ?? [],
            evidence: standing.match?.evidence.map(API.Evidence.init) ?? [],
            feedback: standing.match?.feedback.map(FeedbackShare.init), considered: standing.considered,
            scoreOfLastPlace: standing.scoreOfLastPlace, reasons: standing.reasons,
            tenders: try store.tenders(of: id).map(SupplierTenders.init), setting: asked.setting,
            dataThrough: market.snapshot.dataThrough, generation: market.snapshot.generation,
            weights: SortedMap(options.weights))
    }

    /// A firm that never won anything and is gone by the registers is in no snapshot; that is the answer.
    private func gone(
        _ id: SupplierID, _ options: Matching.MatchOptions, in market: Market
    ) throws -> MatchingExplain.Result? {
        guard let summary = try store.suppliers([id]).first, let status = summary.status, status.isGone else {
            return nil
        }
        return MatchingExplain.Result(
            supplier: SupplierReference(
                id: summary.id.rawValue, name: summary.name, size: summary.size, newcomer: summary.awards == 0,
                status: API.FirmStatus(status)), considered: market.snapshot.supplierCount,
            reasons: [status.absence(in: options.language)],
            dataThrough: market.snapshot.dataThrough, generation: market.snapshot.generation,
            weights: SortedMap(options.weights))
    }

    private func asked(_ parameters: MatchingExplain.Parameters, on market: Market) throws
        -> AskedQuery
    {
        let query = try market.query(parameters.need, in: store)
        guard case .notice(let notice) = parameters.need else {
            return try AskedQuery(
                query, buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot)
        }
        return try AskedQuery(query, buyer: notice.buyer, nuts: notice.nuts, in: market.snapshot)
    }

    /// As the match of the same need is settled.
    func settled(_ parameters: MatchingExplain.Parameters, on market: Market)
        -> MatchingExplain.Parameters
    {
        var parameters = parameters
        if case .notice(var notice) = parameters.need {
            notice.settle(market.office)
            parameters.need = .notice(notice)
        } else {
            market.office.fill(&parameters.buyer, &parameters.nuts)
        }
        return parameters
    }

    func basis(_ parameters: MatchingExplain.Parameters, on market: Market) -> DossierBasis {
        DossierBasis(market, of: parameters.need)
    }
}
