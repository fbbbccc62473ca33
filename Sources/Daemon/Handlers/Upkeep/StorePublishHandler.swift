import API
import JSONRPC
import Logging
import Procurement
import Store
import Transport

struct StorePublishHandler: Handler {
    typealias Served = StorePublish

    let store: Store
    /// `nil` where nothing is published.
    let copies: CopyPublisher?
    let log: Logger

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> StorePublish.Result {
        if let trouble = store.trouble, copies == nil { throw trouble }
        guard let copies else {
            throw RPCError(
                .notFound, "Nothing is published here: torg.yaml names no store.publish.folder",
                detail: .init(expected: "store.publish.folder in torg.yaml", came: "none"))
        }
        let clock = ContinuousClock()
        let start = clock.now
        let by = UserName.of(peer)
        let (path, manifest) = try await copies.publish()
        log.notice("copy asked for", metadata: ["path": "\(path)", "by": "\(by)"])
        return StorePublish.Result(path: path, manifest: manifest, seconds: (clock.now - start).seconds)
    }
}
