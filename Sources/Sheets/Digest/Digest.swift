import API
import Procurement

/// News as they are told: watch by watch, in each what is of one kind together, the latest first.
package struct Digest: Sendable {
    /// By the watches' names.
    package let watches: [(name: String, news: [NewsLine])]

    package init(_ news: [NewsLine]) {
        let order = Dictionary(uniqueKeysWithValues: NewsKind.allCases.enumerated().map { ($1, $0) })
        watches = Dictionary(grouping: news, by: \.watch).map { id, news in
            (
                id: id, name: news.first?.watchName ?? "",
                news: news.sorted { (order[$0.kind] ?? 0, $1.id) < (order[$1.kind] ?? 0, $0.id) }
            )
        }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { (name: $0.name, news: $0.news) }
    }
}
