import API
import Procurement
import Store
import Transport

struct NoticesGetHandler: Handler {
    typealias Served = NoticesGet

    let store: Store

    func answer(_ parameters: NoticesGet.Parameters, for peer: Peer) async throws -> NoticesGet.Result {
        guard let stored = try store.notice(NoticeID(parameters.id), version: parameters.version) else {
            throw NotFound(parameter: "notice", id: parameters.id, hint: "notices.find finds the ids that are stored")
        }
        return NoticesGet.Result(
            notice: NoticeDetail(stored.notice, suppliers: stored.suppliers, modified: stored.modified),
            cpvNames: try NamedCode.all(of: stored.notice.cpv + stored.notice.lots.flatMap(\.cpv), in: store),
            versions: stored.versions, standing: stored.standing,
            changedBy: stored.changedBy.map(\.rawValue), modifiedBy: stored.modifiedBy.map(\.rawValue),
            generation: try store.generation)
    }
}
