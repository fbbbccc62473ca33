import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

struct FeedbackRecordHandler: Handler {
    typealias Served = FeedbackRecord

    let market: CurrentMarket
    let store: Store
    let publisher: Publisher

    func answer(_ parameters: FeedbackRecord.Parameters, for peer: Peer) async throws -> FeedbackRecord.Result {
        let market = try await market.ready
        let id = SupplierID(parameters.supplier)
        // A need or a supplier that can't be asked about would be of no use to anyone later.
        _ = try market.query(parameters.need, in: store)
        guard market.snapshot.profile(of: id) != nil else {
            throw NotFound(parameter: "supplier", id: id.rawValue, hint: "suppliers.find finds the ids that are known")
        }
        let reason = parameters.reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        if parameters.verdict == .rejected, reason == nil {
            throw RPCError.invalid(
                parameter: "reason", expected: "why it was rejected, in words",
                came: parameters.reason.map(JSONValue.string) ?? .null)
        }
        let kept = try store.record(
            Feedback(
                need: String(decoding: try JSONText(writing: parameters.need).bytes, as: UTF8.self), supplier: id,
                verdict: parameters.verdict, reason: reason, by: UserName.of(peer)))
        return FeedbackRecord.Result(feedback: try FeedbackEntry(kept), generation: try await publisher.publish())
    }
}
