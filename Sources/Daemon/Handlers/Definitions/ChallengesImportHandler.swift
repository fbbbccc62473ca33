import API
import Procurement
import Transport

struct ChallengesImportHandler: Handler {
    typealias Served = ChallengesImport

    let desk: DefinitionDesk

    func answer(_ parameters: ChallengesImport.Parameters, for peer: Peer) async throws -> DefinitionImport {
        try await desk.take(
            parameters.challenges, retireOthers: parameters.retireOthers ?? false, reason: parameters.reason,
            method: Served.name, by: peer, Challenge.self)
    }
}
