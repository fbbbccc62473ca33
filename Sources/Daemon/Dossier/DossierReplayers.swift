import API
import Dialogue
import JSON
import JSONRPC

/// How each kept answer is given anew, by method.
struct DossierReplayers: Sendable {
    /// An answer given anew.
    struct Replayed: Sendable {
        var result: JSONValue
        /// Whether weights or definitions are others now than those that were recorded.
        var basisHasChanged: Bool
    }

    private typealias Replay = @Sendable (DossierRecord, Market) async throws -> Replayed

    private var replays: [String: Replay] = [:]

    mutating func add<H: KeepingHandler>(_ handler: H) {
        replays[H.Served.name] = { record, market in
            let parameters = try ValueDecoder.decode(
                H.Served.Parameters.self, from: record.request, unknown: .refusedInKept)
            let basis = try handler.basis(parameters, on: market).json
            let recorded = try DossierBasis(record.basis)
            let ground = DossierGround(market: try recorded.market(over: market), seed: record.seed)
            return Replayed(
                result: try JSONValue(writing: try await handler.answer(parameters, on: ground)),
                basisHasChanged: basis.canonical != record.basis.canonical)
        }
    }

    func canReplay(_ method: String) -> Bool { replays[method] != nil }

    /// The answer to a request that was kept, on the data of this market and the basis that was recorded.
    ///
    /// - Returns: `nil` for a method whose answers can't be given anew.
    /// - Throws: what the handler throws, `ParameterError` where the request can't be read any more.
    func replay(_ record: DossierRecord, on market: Market) async throws -> Replayed? {
        try await replays[record.method]?(record, market)
    }
}
