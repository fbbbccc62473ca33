import API
import Store
import Transport

struct WatchesRemoveHandler: Handler {
    typealias Served = WatchesRemove

    let store: Store

    func answer(_ parameters: WatchesRemove.Parameters, for peer: Peer) async throws -> WatchesRemove.Result {
        guard try store.removeWatch(Int64(parameters.watch), of: UserName.of(peer)) else {
            throw NotFound(watch: parameters.watch)
        }
        return WatchesRemove.Result(removed: parameters.watch)
    }
}
