import API
import Store

struct CouncilComposeHandler: KeepingHandler {
    typealias Served = API.CouncilCompose

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: Served.Parameters, on ground: DossierGround) async throws -> Served.Result {
        let basis = try PlanBasis(
            ground.market, weights: parameters.weights,
            memory: try DialogueMemory(event: nil, in: store), buyer: parameters.buyer,
            nuts: parameters.nuts)
        return try Self.plan(parameters, on: basis, in: store, seed: ground.seed)
    }

    private static func plan(
        _ parameters: Served.Parameters, on basis: PlanBasis, in store: Store, seed: Int?
    ) throws -> Served.Result {
        try CouncilComposing(parameters, on: basis, in: store, seed: seed).result()
    }

    func seed(_ result: Served.Result) -> Int? { result.seed }
}
