import API
import Procurement
import Store
import Transport

struct ChallengesHistoryHandler: Handler {
    typealias Served = ChallengesHistory

    let desk: DefinitionDesk

    func answer(_ parameters: ChallengesHistory.Parameters, for peer: Peer) async throws -> ChallengesHistory.Result {
        let page = try desk.history(of: parameters.id, limit: parameters.limit, after: parameters.after, Challenge.self)
        return ChallengesHistory.Result(versions: page.items.map(ChallengeVersion.init), next: page.next?.text)
    }
}
