import API
import Store
import Transport

struct StoreCheckHandler: Handler {
    typealias Served = StoreCheck

    let store: Store
    let executor: BackgroundExecutor

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> StoreCheck.Result {
        let clock = ContinuousClock()
        let start = clock.now
        let (problems, content) = try await withTaskExecutorPreference(executor) {
            (try store.integrityProblems(), try store.content())
        }
        return StoreCheck.Result(
            problems: problems, generation: content.generation, digest: content.digest,
            seconds: (clock.now - start).seconds)
    }
}
