import API
import Dialogue
import JSONRPC

/// How each kept answer is given anew, by method.
struct DossierReplayers: Sendable {
    private typealias Replay = @Sendable (DossierValue, DossierGround) async throws -> DossierValue

    private var replays: [String: Replay] = [:]

    mutating func add<H: KeepingHandler>(_ handler: H) {
        replays[H.Served.name] = { request, ground in
            let parameters = try ValueDecoder.decode(H.Served.Parameters.self, from: JSONValue(request))
            return try DossierValue(onWire: try await handler.answer(parameters, on: ground))
        }
    }

    func canReplay(_ method: String) -> Bool { replays[method] != nil }

    /// The answer to a request that was kept, on this ground.
    ///
    /// - Returns: `nil` for a method whose answers can't be given anew.
    /// - Throws: what the handler throws, `ParameterError` where the request can't be read any more.
    func replay(_ method: String, _ request: DossierValue, on ground: DossierGround) async throws -> DossierValue? {
        try await replays[method]?(request, ground)
    }
}
