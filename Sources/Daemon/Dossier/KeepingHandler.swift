import API
import Dialogue
import JSON
import JSONRPC
import Procurement
import Transport

/// A handler whose answers are kept in dossiers, and can be given anew from them.
///
/// To conform, a handler says how it answers on a given ground, and nothing else: the rest follows. `DaemonParts.handlers`
/// has it with `keeping`, which also makes it replayable.
protocol KeepingHandler: Handler where Served.Result: KeptAnswer {
    var market: CurrentMarket { get }
    var keeper: DossierKeeper { get }

    /// The answer on this ground and no other: the same parameters and ground give the same bytes.
    func answer(_ parameters: Served.Parameters, on ground: DossierGround) async throws -> Served.Result

    /// The parameters with what a call leaves to the moment or to the configuration, such as the day and the office, written
    /// out: so they are kept.
    func settled(_ parameters: Served.Parameters, on market: Market) -> Served.Parameters
    /// Whether this call's answer is kept. Plans always are; lists where the caller or the configuration says so.
    func isKept(_ parameters: Served.Parameters) -> Bool
    /// The dossier that the caller goes on with; `nil` begins one.
    func dossier(_ parameters: Served.Parameters) -> String?
    /// What was drawn with; `nil` where nothing was.
    func seed(_ result: Served.Result) -> Int?
    /// The weights and the definitions that the answer used.
    func basis(_ parameters: Served.Parameters, on market: Market) -> DossierBasis
}

/// What an answer is made from.
struct DossierGround: Sendable {
    let market: Market
    /// The seed that was recorded, in a replay; `nil` lets the handler choose.
    var seed: Int?
}

extension KeepingHandler {
    func answer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result {
        try await keptAnswer(parameters, for: peer)
    }

    /// The answer, kept where it is to be.
    func keptAnswer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result {
        if isKept(parameters) { try keeper.refuseOnFollower() }
        let market = try await market.ready
        let parameters = settled(parameters, on: market)
        let isKept = isKept(parameters)
        let dossier = isKept ? dossier(parameters) : nil
        if let dossier { try await keeper.check(dossier) }
        var result = try await answer(parameters, on: DossierGround(market: market))
        if isKept {
            // Nobody takes the answer of a caller who has gone, and no entry speaks of one.
            try Task.checkCancellation()
            result.dossier = try await keeper.keep(
                method: Served.name, request: parameters, result: result, generation: result.generation,
                seed: seed(result), basis: basis(parameters, on: market), peer: peer, dossier: dossier)
        }
        return result
    }

    func settled(_ parameters: Served.Parameters, on market: Market) -> Served.Parameters {
        parameters
    }
    func isKept(_ parameters: Served.Parameters) -> Bool { true }
    func dossier(_ parameters: Served.Parameters) -> String? { nil }
    func seed(_ result: Served.Result) -> Int? { nil }
    func basis(_ parameters: Served.Parameters, on market: Market) -> DossierBasis { DossierBasis(market) }
}

extension KeepingHandler where Served.Parameters: KeptOnRequest {
    func isKept(_ parameters: Served.Parameters) -> Bool { parameters.keep ?? keeper.keepsLists }
}

extension KeepingHandler where Served.Parameters: DossierContinuing {
    func dossier(_ parameters: Served.Parameters) -> String? { parameters.dossier }
}

extension KeepingHandler where Served.Parameters: AskedForOffice {
    func settled(_ parameters: Served.Parameters, on market: Market) -> Served.Parameters {
        var parameters = parameters
        var (buyer, nuts) = (parameters.buyer, parameters.nuts)
        market.office.fill(&buyer, &nuts)
        (parameters.buyer, parameters.nuts) = (buyer, nuts)
        return parameters
    }
}

extension Configuration.Office {
    /// Takes the place of what a question doesn't say. One that says none, by an empty buyer or list, stays without.
    func fill(_ buyer: inout BuyerQuery?, _ nuts: inout [String]?) {
        if buyer == nil, !name.isEmpty || !number.isEmpty {
            buyer = BuyerQuery(id: number.isEmpty ? nil : number, name: name.isEmpty ? nil : name)
        }
        if nuts == nil, !self.nuts.isEmpty { nuts = self.nuts.map(\.code) }
    }
}
