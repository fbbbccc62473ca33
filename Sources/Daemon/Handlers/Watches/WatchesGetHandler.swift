import API
import Store
import Transport

struct WatchesGetHandler: Handler {
    typealias Served = WatchesGet

    let store: Store

    func answer(_ parameters: WatchesGet.Parameters, for peer: Peer) async throws -> WatchesGet.Result {
        guard let watch = try store.watch(Int64(parameters.watch), of: UserName.of(peer)) else {
            throw NotFound(watch: parameters.watch)
        }
        return WatchesGet.Result(watch: try WatchLine(watch))
    }
}
