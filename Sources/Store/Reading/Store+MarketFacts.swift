import GRDB
import Procurement

extension Store {
    /// All that the matcher learns from, and the generation it was read at, from one moment in time.
    package func marketFacts() throws(StoreError) -> (facts: MarketFacts, generation: Int) {
        try read { database in
            (try MarketFactsReader(database: database).read(), try Self.generation(database))
        }
    }

    /// The same with what people decided, from the same moment.
    ///
    /// - Parameter progress: told now and then how many notices are read, of how many.
    package func marketFactsAndDecisions(
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreError) -> (facts: MarketFacts, decisions: Decisions) {
        try read { database in
            let total =
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM notices WHERE standing = 'current'") ?? 0
            progress(0, total)
            let facts = try MarketFactsReader(database: database).read { progress($0, total) }
            return (facts, try Self.decisions(database))
        }
    }

    /// One notice as the matcher sees it; `nil` unless it is stored and current.
    package func pastProcurement(_ id: NoticeID) throws(StoreError) -> PastProcurement? {
        try read { try MarketFactsReader(database: $0).procurement(id) }
    }
}
