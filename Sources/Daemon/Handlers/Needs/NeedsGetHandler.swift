import API
import Procurement
import Store
import Transport

struct NeedsGetHandler: Handler {
    typealias Served = NeedsGet

    let market: CurrentMarket
    let store: Store
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: NeedsGet.Parameters, for peer: Peer) async throws -> NeedsGet.Result {
        let market = try await market.ready
        guard let kept = try store.need(Int64(parameters.id)) else {
            throw NotFound(parameter: "id", id: "\(parameters.id)", hint: "needs.list gives the needs that are kept")
        }
        return NeedsGet.Result(
            need: NeedDetail(kept.need, kept.outcomes),
            earlier: try market.earlier(kept.need.need.text, except: kept.need.id, in: store))
    }
}
