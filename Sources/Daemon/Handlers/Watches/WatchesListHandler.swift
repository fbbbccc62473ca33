import API
import Store
import Transport

struct WatchesListHandler: Handler {
    typealias Served = WatchesList

    let store: Store

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> WatchesList.Result {
        WatchesList.Result(watches: try store.watches(of: UserName.of(peer)).map { try WatchLine($0) })
    }
}
