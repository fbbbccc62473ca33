import API
import Foundation
import Procurement
import Store
import Transport

struct RefusalsListHandler: Handler {
    typealias Served = RefusalsList

    let store: Store

    func answer(_ parameters: RefusalsList.Parameters, for peer: Peer) async throws -> RefusalsList.Result {
        let page = try store.refusals(
            limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return RefusalsList.Result(refusals: page.items.map(API.Refusal.init), next: page.next?.text)
    }
}

extension API.Refusal {
    init(_ stored: StoredRefusal) {
        self.init(
            id: Int(stored.id), file: stored.refusal.position.file, line: stored.refusal.position.line,
            noticeId: stored.refusal.noticeID?.rawValue, reason: stored.refusal.reason, detail: stored.refusal.detail,
            at: Moment(stored.at))
    }
}

extension Moment {
    init(_ date: Date) { self.init(secondsSinceEpoch: Int(date.timeIntervalSince1970.rounded(.down))) }
}
