import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct WatchesSaveHandler: Handler {
    typealias Served = WatchesSave

    let market: CurrentMarket
    let store: Store
    let watches: WatchEvaluator

    func answer(_ parameters: WatchesSave.Parameters, for peer: Peer) async throws -> WatchesSave.Result {
        let market = try await market.ready
        guard !parameters.name.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "name", expected: "a name", came: .string(parameters.name))
        }
        let question = parameters.question
        let reading = try WatchReading(question, on: market, in: store)
        try check(parameters.tell, of: question, reading, on: market)
        let watch = Watch(
            person: UserName.of(peer), name: parameters.name,
            question: String(decoding: try JSONText(writing: question).bytes, as: UTF8.self), cpv: reading.cpv,
            supplier: question.supplier.map { SupplierID($0) }, tells: Set(parameters.tell),
            months: parameters.months ?? WatchesSave.Parameters.standardMonths,
            first: parameters.first ?? WatchesSave.Parameters.standardFirst)
        guard let saved = try store.save(watch, over: parameters.watch.map(Int64.init)) else {
            throw NotFound(watch: parameters.watch ?? 0)
        }
        // What is there already, contracts that run out and statuses, is told at once.
        await watches.evaluateSaved()
        return WatchesSave.Result(watch: try WatchLine(try store.watch(saved.id, of: watch.person) ?? saved))
    }

    private func check(
        _ tell: [NewsKind], of question: WatchQuestion, _ reading: WatchReading, on market: Market
    ) throws {
        guard !tell.isEmpty else {
            throw RPCError.invalid(
                parameter: "tell", expected: NewsKind.allCases.map(\.rawValue).joined(separator: ", "),
                came: .array([]))
        }
        if tell.contains(.supplier), try reading.query(on: market, name: "") == nil {
            throw RPCError.invalid(
                parameter: "tell", expected: "no supplier without a need, category, challenge or cpv",
                came: .string(NewsKind.supplier.rawValue))
        }
        if tell.contains(.status), question.supplier == nil {
            throw RPCError.invalid(
                parameter: "tell", expected: "no status without a supplier", came: .string(NewsKind.status.rawValue))
        }
    }
}

extension NotFound {
    /// The caller has no watch of this number.
    init(watch: Int) { self.init(parameter: "watch", id: "\(watch)", hint: "watches.list gives those that you have") }
}
