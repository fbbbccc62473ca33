import API
import Store
import Transport

struct StoreBackupHandler: Handler {
    typealias Served = API.StoreBackup

    let store: Store
    let executor: BackgroundExecutor

    func answer(
        _ parameters: API.StoreBackup.Parameters, for peer: Peer
    ) async throws -> API.StoreBackup.Result {
        let clock = ContinuousClock()
        let start = clock.now
        let made = try await withTaskExecutorPreference(executor) { try store.backup(to: parameters.path) }
        return API.StoreBackup.Result(
            path: made.path, bytes: made.bytes, generation: made.generation, digest: made.digest,
            seconds: (clock.now - start).seconds)
    }
}
