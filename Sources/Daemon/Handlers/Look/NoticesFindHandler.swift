import API
import Procurement
import Store
import Transport

struct NoticesFindHandler: Handler {
    typealias Served = NoticesFind

    let store: Store

    func answer(_ parameters: NoticesFind.Parameters, for peer: Peer) async throws -> NoticesFind.Result {
        var query = StoredNoticeQuery()
        query.text = parameters.query
        query.cpv = try Codes.patterns(parameters.cpv ?? [], at: "cpv")
        query.buyer = parameters.buyer
        query.supplier = parameters.supplier.map { SupplierID($0) }
        query.purpose = parameters.purpose
        query.from = parameters.from
        query.to = parameters.to
        let page = try store.findNotices(
            query, limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return NoticesFind.Result(
            notices: page.items.map(NoticeLine.init),
            cpvNames: try NamedCode.all(of: page.items.compactMap(\.cpv.first), in: store), next: page.next?.text,
            generation: try store.generation)
    }
}

extension NoticeLine {
    init(_ summary: NoticeSummary) {
        self.init(
            id: summary.id.rawValue, title: summary.title, date: summary.date,
            buyer: summary.buyers.first?.name, purpose: summary.purpose,
            kind: summary.kind, cpv: summary.cpv.map(\.description), lots: summary.lots,
            winners: summary.winners)
    }
}
