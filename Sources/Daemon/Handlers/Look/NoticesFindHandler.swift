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
        query.purpose = parameters.purpose.map(Procurement.NoticePurpose.init)
        query.from = parameters.from?.date
        query.to = parameters.to?.date
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
            id: summary.id.rawValue, title: summary.title, date: summary.date.flatMap(Day.init),
            buyer: summary.buyers.first?.name, purpose: API.NoticePurpose(summary.purpose),
            kind: summary.kind.map(API.ContractKind.init), cpv: summary.cpv.map(\.description), lots: summary.lots,
            winners: summary.winners)
    }
}

extension API.NoticePurpose {
    init(_ purpose: Procurement.NoticePurpose) {
        self =
            switch purpose {
            case .planning: .planning
            case .competition: .competition
            case .directAward: .directAward
            case .result: .result
            case .contractModification: .contractModification
            case .correction: .correction
            case .other: .other
            }
    }
}

extension Procurement.NoticePurpose {
    init(_ purpose: API.NoticePurpose) {
        self =
            switch purpose {
            case .planning: .planning
            case .competition: .competition
            case .directAward: .directAward
            case .result: .result
            case .contractModification: .contractModification
            case .correction: .correction
            case .other: .other
            }
    }
}
