import API
import Procurement
import Store
import Transport

struct FeedbackListHandler: Handler {
    typealias Served = FeedbackList

    let store: Store

    func answer(_ parameters: FeedbackList.Parameters, for peer: Peer) async throws -> FeedbackList.Result {
        let page = try store.feedback(
            on: parameters.supplier.map { SupplierID($0) }, limit: (parameters.limit ?? .standard).count,
            after: try parameters.after.map { try PageCursor($0) })
        return FeedbackList.Result(feedback: try page.items.map(FeedbackEntry.init), next: page.next?.text)
    }
}
