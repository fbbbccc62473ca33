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
            parameters.action.map { AuditRecord.Action($0) }, limit: (parameters.limit ?? .standard).count,
            after: try parameters.after.map { try PageCursor($0) })
        return AuditList.Result(entries: page.items.map(AuditEntry.init), next: page.next?.text)
    }
}

extension AuditRecord.Action {
    init(_ action: AuditAction) {
        self =
            switch action {
            case .denied: .denied
            case .unmasked: .unmasked
            case .purged: .purged
            case .backup: .backup
            }
    }
}

extension AuditEntry {
    init(_ stored: StoredAuditRecord) {
        let action: AuditAction =
            switch stored.record.action {
            case .denied: .denied
            case .unmasked: .unmasked
            case .purged: .purged
            case .backup: .backup
            }
        self.init(
            id: Int(stored.id), action: action, by: stored.record.by, method: stored.record.method,
            subject: stored.record.subject, reason: stored.record.reason, count: stored.record.count,
            at: Moment(stored.at), last: Moment(stored.last))
    }
}
