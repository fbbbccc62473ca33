import API
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct MatchNoticeHandler: Handler {
    typealias Served = MatchNotice

    let market: CurrentMarket
    let store: Store

    func answer(_ parameters: MatchNotice.Parameters, for peer: Peer) async throws -> RankedSuppliers {
        let market = try market.ready
        let query: MatchQuery
        switch parameters.notice {
        case .described(let description): query = try MatchQuery(description)
        case .stored(let id):
            guard let procurement = try store.pastProcurement(NoticeID(id)) else {
                throw NotFound(parameter: "notice.id", id: id, hint: "notices.find finds the ids that are stored")
            }
            query = MatchQuery(procurement)
        }
        return try market.rank(query, parameters.options)
    }
}
