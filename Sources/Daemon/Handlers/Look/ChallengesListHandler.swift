import API
import Procurement
import Store
import Transport

struct ChallengesListHandler: Handler {
    typealias Served = ChallengesList

    let desk: DefinitionDesk

    func answer(_ parameters: ChallengesList.Parameters, for peer: Peer) async throws -> ChallengesList.Result {
        let market = try await desk.market.ready
        if let kept = try desk.kept(retired: parameters.retired ?? false, on: market, Challenge.self) {
            return ChallengesList.Result(challenges: kept.map(ChallengeLine.init))
        }
        return ChallengesList.Result(
            challenges: market.challenges.map(ChallengeLine.init), file: market.challengesHome.file)
    }
}

extension ChallengeLine {
    init(_ challenge: Challenge) {
        self.init(
            id: challenge.id.rawValue, name: challenge.shownName, names: SortedMap(challenge.name),
            text: challenge.text, cpv: challenge.cpv.map(\.description), goals: challenge.goals, owner: challenge.owner)
    }
}

extension ChallengeLine {
    /// The latest version, with its number.
    init(_ version: DefinitionVersion<Challenge>) {
        self.init(version.definition)
        self.version = version.version
        retired = version.isRetired ? true : nil
    }
}

extension Challenge {
    var shownName: String { name["sv"] ?? name["en"] ?? name.values.sorted().first ?? id.rawValue }
}
