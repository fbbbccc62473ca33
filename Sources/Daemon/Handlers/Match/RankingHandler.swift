import API
import JSON
import JSONRPC
import Matching
import Transport

/// A handler whose answer is a ranked list. Unless the answer is kept too, it is written as it comes from the matcher,
/// without being made of the contract's types as a whole first.
protocol RankingHandler: KeepingHandler where Served.Result == RankedSuppliers, Served.Parameters: KeptOnRequest {
    func ranked(_ parameters: Served.Parameters, on market: Market) throws -> RankedAnswer
}

extension RankingHandler {
    func answer(_ parameters: Served.Parameters, on ground: DossierGround) async throws -> RankedSuppliers {
        RankedSuppliers(try ranked(parameters, on: ground.market))
    }

    func written(_ parameters: Served.Parameters, for peer: Peer) async throws -> JSONText {
        if isKept(parameters) { return try JSONText(writing: try await answer(parameters, for: peer)) }
        let market = try await market.ready
        return JSONText(try ranked(settled(parameters, on: market), on: market))
    }
}
