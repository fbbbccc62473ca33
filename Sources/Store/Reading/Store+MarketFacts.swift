import Procurement

extension Store {
    /// All that the matcher learns from, and the generation it was read at, from one moment in time.
    package func marketFacts() throws(StoreError) -> (facts: MarketFacts, generation: Int) {
        try read { database in
            (try MarketFactsReader(database: database).read(), try Self.generation(database))
        }
    }

    /// The same with what people decided, from the same moment.
    package func marketFactsAndDecisions() throws(StoreError) -> (facts: MarketFacts, decisions: Decisions) {
        try read { database in
            (try MarketFactsReader(database: database).read(), try Self.decisions(database))
        }
    }

    /// One notice as the matcher sees it; `nil` unless it is stored and current.
    package func pastProcurement(_ id: NoticeID) throws(StoreError) -> PastProcurement? {
        try read { try MarketFactsReader(database: $0).procurement(id) }
    }
}
