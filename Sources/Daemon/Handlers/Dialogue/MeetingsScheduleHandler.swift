import API
import Store
import Transport

struct MeetingsScheduleHandler: Handler {
    typealias Served = API.MeetingsSchedule

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
        try TimetableScheduling(parameters, on: basis, in: store).result()
    }
}
