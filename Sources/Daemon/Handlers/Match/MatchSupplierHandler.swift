import API
import Matching
import Procurement
import Store

struct MatchSupplierHandler: KeepingHandler {
    typealias Served = MatchSupplier

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store
    let timeLimit: Duration? = .seconds(60)

    /// Open notices that a supplier is measured against, the latest first: each is a match of its own.
    private static let noticeLimit = 100

    func answer(
        _ parameters: MatchSupplier.Parameters, on ground: DossierGround
    ) async throws -> MatchSupplier.Result {
        let market = ground.market
        let id = SupplierID(parameters.supplier)
        let weights = try market.weights.overriding((parameters.options.weights ?? [:]).dictionary.mapValues(\.double))
        let options = try Matching.MatchOptions(parameters.options, over: weights[.notice])
        let setting = try AskedQuery(
            MatchQuery(title: ""), buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot
        ).setting
        var result = try Self.result(id, in: market, options, weights, setting)
        result.tenders = try store.tenders(of: id).map(SupplierTenders.init)
        return result
    }

    private static func result(
        _ id: SupplierID, in market: Market, _ options: Matching.MatchOptions,
        _ weights: Matching.WeightsByKind,
        _ setting: QuestionSetting?
    ) throws -> MatchSupplier.Result {
        let ranker = Ranker(market.snapshot)
        guard let supplier = market.snapshot.profile(of: id) else {
            throw NotFound(
                parameter: "supplier", id: id.rawValue, hint: "suppliers.find finds the ids that are known")
        }
        func best<Item>(_ items: [(Item, MatchQuery)]) throws -> [(item: Item, match: Match)] {
            var scored: [(item: Item, match: Match, order: Int)] = []
            for (order, (item, query)) in items.enumerated() {
                try Task.checkCancellation()
                var options = options
                options.weights = weights[query.question]
                if let match = ranker.match(of: id, for: query, options), match.score > .zero {
                    scored.append((item, match, order))
                }
            }
            scored.sort { ($1.match.score, $0.order) < ($0.match.score, $1.order) }
            return scored.prefix(options.limit).map { ($0.item, $0.match) }
        }
        func asked(_ query: MatchQuery) throws -> MatchQuery {
            try AskedQuery(query, buyer: setting?.buyer, nuts: setting?.nuts, in: market.snapshot).query
        }
        let categories = try best(market.categories.map { ($0, try asked(MatchQuery($0))) })
        let challenges = try best(market.challenges.map { ($0, try asked(MatchQuery($0))) })
        let notices = try best(
            market.snapshot.openNotices.prefix(Self.noticeLimit).map { ($0, $0.query) })
        return MatchSupplier.Result(
            supplier: SupplierReference(supplier),
            categories: categories.enumerated().map { index, found in
                CategoryMatch(
                    rank: index + 1, category: NamedReference(id: found.item.id.rawValue, name: found.item.shownName),
                    score: found.match.score, signals: found.match.signals.map(API.Signal.init),
                    evidence: found.match.evidence.map(API.Evidence.init))
            },
            challenges: challenges.enumerated().map { index, found in
                ChallengeMatch(
                    rank: index + 1, challenge: NamedReference(id: found.item.id.rawValue, name: found.item.shownName),
                    score: found.match.score, signals: found.match.signals.map(API.Signal.init),
                    evidence: found.match.evidence.map(API.Evidence.init))
            },
            notices: notices.enumerated().map { index, found in
                NoticeMatch(
                    rank: index + 1,
                    notice: NoticeReference(
                        id: found.item.notice.rawValue, title: found.item.title,
                        date: found.item.date,
                        buyer: found.item.buyerName),
                    score: found.match.score, signals: found.match.signals.map(API.Signal.init),
                    evidence: found.match.evidence.map(API.Evidence.init))
            },
            setting: setting, dataThrough: market.snapshot.dataThrough,
            generation: market.snapshot.generation,
            weights: SortedMap(weights[.notice]),
            weightsByKind: API.WeightsByKind(weights))
    }
}
