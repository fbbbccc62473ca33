import API
import Procurement
import Transport

struct ChallengesListHandler: Handler {
    typealias Served = ChallengesList

    let market: CurrentMarket

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> ChallengesList.Result {
        ChallengesList.Result(challenges: try await market.ready.challenges.map(ChallengeLine.init))
    }
}

extension ChallengeLine {
    init(_ challenge: Challenge) {
        self.init(
            id: challenge.id.rawValue, name: challenge.shownName, names: SortedMap(challenge.name),
            text: challenge.text, cpv: challenge.cpv.map(\.description), goals: challenge.goals, owner: challenge.owner)
    }
}

extension Challenge {
    var shownName: String { name["sv"] ?? name["en"] ?? name.values.sorted().first ?? id.rawValue }
}
