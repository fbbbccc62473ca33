import API
import Store
import Transport

struct WatchesSeenHandler: Handler {
    typealias Served = WatchesSeen

    let store: Store

    func answer(_ parameters: WatchesSeen.Parameters, for peer: Peer) async throws -> WatchesSeen.Result {
        WatchesSeen.Result(
            marked: try store.markSeen(
                from: parameters.from.map(Int64.init) ?? 0, through: Int64(parameters.through),
                watch: parameters.watch.map(Int64.init), by: UserName.of(peer)))
    }
}
