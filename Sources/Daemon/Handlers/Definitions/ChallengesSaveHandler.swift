import API
import Procurement
import Transport

struct ChallengesSaveHandler: Handler {
    typealias Served = ChallengesSave

    let desk: DefinitionDesk

    func answer(_ parameters: ChallengesSave.Parameters, for peer: Peer) async throws -> ChallengesSave.Result {
        let done = try await desk.save(
            parameters.challenge, isRetired: parameters.retired ?? false, basedOn: parameters.basedOn,
            reason: parameters.reason, method: Served.name, by: peer, Challenge.self)
        return ChallengesSave.Result(
            version: ChallengeVersion(done.version), changed: done.isNew, dossier: done.reference)
    }
}
