import API
import Store
import Transport

struct AuditListHandler: Handler {
    typealias Served = AuditList

    let store: Store
    let denials: DenialBook

    func answer(_ parameters: AuditList.Parameters, for peer: Peer) async throws -> AuditList.Result {
        await denials.write()
        let page = try store.audit(
            parameters.action, limit: (parameters.limit ?? .standard).count,
            after: try parameters.after.map { try PageCursor($0) })
        return AuditList.Result(entries: page.items.map(AuditEntry.init), next: page.next?.text)
    }
}

extension AuditEntry {
    init(_ stored: StoredAuditRecord) {
        self.init(
            id: Int(stored.id), action: stored.record.action, by: stored.record.by, method: stored.record.method,
            subject: stored.record.subject, reason: stored.record.reason, count: stored.record.count,
            at: Moment(stored.at), last: Moment(stored.last))
    }
}
