import API
import Store
import Transport

struct CouncilComposeHandler: Handler {
    typealias Served = API.CouncilCompose

    let market: CurrentMarket
    let store: Store
    let executor: BackgroundExecutor

    func answer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result {
        let basis = try PlanBasis(try market.ready, weights: parameters.weights)
        return try await withTaskExecutorPreference(executor) { try Self.plan(parameters, on: basis, in: store) }
    }

    private nonisolated static func plan(
        _ parameters: Served.Parameters, on basis: PlanBasis, in store: Store
    ) throws -> Served.Result {
        try CouncilComposing(parameters, on: basis, in: store).result()
    }
}
