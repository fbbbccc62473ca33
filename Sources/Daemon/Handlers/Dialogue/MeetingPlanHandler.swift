import API
import Store

struct MeetingPlanHandler: KeepingHandler {
    typealias Served = API.MeetingPlan

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: Served.Parameters, on ground: DossierGround) async throws -> Served.Result {
        let basis = try PlanBasis(
            ground.market, weights: parameters.weights,
            memory: try DialogueMemory(event: parameters.event, in: store), buyer: parameters.buyer,
            nuts: parameters.nuts)
        return try Self.plan(parameters, on: basis, in: store)
    }

    private static func plan(
        _ parameters: Served.Parameters, on basis: PlanBasis, in store: Store
    ) throws -> Served.Result {
        try MeetingPlanning(parameters, on: basis, in: store).result()
    }
}
