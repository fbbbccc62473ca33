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
    /// - Parameters:
    ///   - progress: told now and then how many notices are read, of how many.
    ///   - described: which procurements are wanted with their running texts too.
    package func marketFactsAndDecisions(
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        describing described: (MarketFacts) -> [NoticeID] = { _ in [] }
    ) throws(StoreError) -> (facts: MarketFacts, decisions: Decisions) {
        try read { database in
            (
                try MarketFactsReader(database: database).read(progress: progress, describing: described),
                try Self.decisions(database)
            )
        }
    }

    /// Makes the records of notices that came before there were records, some thousands at a time, so that others may
    /// write in between. Cut short, it goes on where it was. Until it is done, facts are read the slow way.
    package func completeFacts() throws(StoreError) {
        guard try read({ try FactsRows(database: $0).pending() }) != nil else { return }
        while try write({ try FactsRows(database: $0).continuePending() }) {}
    }

    /// One notice as the matcher sees it; `nil` unless it is stored and current.
    package func pastProcurement(_ id: NoticeID) throws(StoreError) -> PastProcurement? {
        try read { try MarketFactsReader(database: $0).procurement(id) }
    }
}
