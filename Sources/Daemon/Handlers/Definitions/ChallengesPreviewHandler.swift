import API
import Procurement
import Transport

struct ChallengesPreviewHandler: Handler {
    typealias Served = ChallengesPreview

    let desk: DefinitionDesk
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: ChallengesPreview.Parameters, for peer: Peer) async throws -> DefinitionEffect {
        try await desk.preview(
            parameters.challenge, isRetired: parameters.retired ?? false, buyer: parameters.buyer,
            nuts: parameters.nuts,
            limit: parameters.limit, language: parameters.language, Challenge.self)
    }
}
