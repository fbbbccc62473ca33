import API
import Foundation
import Procurement
import Store
import Transport

struct WatchesNewsHandler: Handler {
    typealias Served = WatchesNews

    let store: Store

    func answer(_ parameters: WatchesNews.Parameters, for peer: Peer) async throws -> WatchesNews.Result {
        var query = NewsQuery(person: UserName.of(peer))
        query.watch = parameters.watch.map(Int64.init)
        query.unseen = parameters.unseen ?? false
        query.since = parameters.since.map {
            Date(timeIntervalSince1970: Double($0.daysSinceEpoch) * 86_400)
        }
        let page = try store.news(
            query, limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return WatchesNews.Result(
            news: page.items.map(NewsLine.init), unseen: try store.unseenNews(of: query.person), next: page.next?.text)
    }
}
