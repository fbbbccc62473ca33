import Dispatch
import GRDB
import Procurement
import Synchronization

/// How much of the facts is read.
package enum FactsProgress: Sendable {
    case notices(_ done: Int, of: Int)
    case suppliers(_ done: Int, of: Int)
}

extension Store {
    /// All that the matcher learns from, and the generation it was read at, from one moment in time.
    package func marketFacts() throws(StoreError) -> (facts: MarketFacts, generation: Int) {
        let (facts, decisions) = try marketFactsAndDecisions()
        return (facts, decisions.generation)
    }

    /// The same with what people decided, from the same moment.
    ///
    /// - Parameters:
    ///   - progress: told now and then how much is read, from two threads.
    ///   - described: which procurements are wanted with their running texts too.
    package func marketFactsAndDecisions(
        progress: @escaping @Sendable (FactsProgress) -> Void = { _ in },
        describing described: (MarketFacts) -> [NoticeID] = { _ in [] }
    ) throws(StoreError) -> (facts: MarketFacts, decisions: Decisions) {
        try read { database in
            let places = try SupplierPlaces(database)
            progress(.suppliers(0, of: places.ids.count))
            let (procurements, suppliers) = try readBeside(database) { database in
                try MarketFactsReader(database: database).procurements(places) { progress(.notices($0, of: $1)) }
            } _: { database in
                try SupplierReader(database: database).all(places) { progress(.suppliers($0, of: places.ids.count)) }
            }
            var facts = MarketFacts(suppliers: suppliers, procurements: procurements)
            facts.described = Dictionary(
                try MarketFactsReader(database: database).procurements(described(facts)).map { ($0.notice, $0) },
                uniquingKeysWith: { first, _ in first })
            return (facts, try Self.decisions(database))
        }
    }

    /// Reads two things from one moment in time, side by side where that can be.
    ///
    /// The second goes over a connection of its own. Where somebody has committed between the beginning of the one and of
    /// the other, and where there is one connection alone, it is read after the first. So it is while another such read goes
    /// on: were all connections held by reads that wait for a second one, none would ever come.
    private func readBeside<First, Second: Sendable>(
        _ database: Database, _ first: (Database) throws -> First,
        _ second: @escaping @Sendable (Database) throws -> Second
    ) throws -> (First, Second) {
        guard let pool = self.database as? DatabasePool, opened.withLock({ $0.readers }) > 1,
            isReadingBeside.withLock({ isReading in
                defer { isReading = true }
                return !isReading
            })
        else { return (try first(database), try second(database)) }
        defer { isReadingBeside.withLock { $0 = false } }
        let generation = try Self.generation(database)
        let beside = Mutex<Result<Second?, any Error>>(.success(nil))
        let done = DispatchSemaphore(value: 0)
        pool.asyncRead { access in
            let result = Result { () throws -> Second? in
                let other = try access.get()
                return try Self.generation(other) == generation ? try second(other) : nil
            }
            beside.withLock { $0 = result }
            done.signal()
        }
        let one = Result { try first(database) }
        done.wait()
        let other = try beside.withLock { try $0.get() }
        return (try one.get(), try other ?? second(database))
    }

    /// Makes the records of notices that came before there were records, some thousands at a time, so that others may
    /// write in between. Cut short, it goes on where it was. Until it is done, facts are read the slow way.
    package func completeFacts() throws(StoreError) {
        guard try read({ try FactsRows(database: $0).pending() }) != nil else { return }
        let at = timestamp
        while try write({ try continueFacts($0, at: at) }) {}
    }

    /// With the last of them, notices that others name by their numbers are judged anew, and what is found is of a new
    /// generation.
    private func continueFacts(_ database: Database, at: String) throws -> Bool {
        if try FactsRows(database: database).continuePending() { return true }
        let named = try String.fetchSet(
            database, sql: "SELECT later.id FROM notices later JOIN notices named ON named.number = later.replaces")
        let generation = Int64(try Self.generation(database)) + 1
        let importer = NoticeImporter(
            database: database, importID: ImportID(row: 0), at: at, ids: ids, generation: generation,
            purged: try PurgedPersons(database, ids: ids))
        _ = try NoticeImporter.resettle(named, with: importer)
        try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation])
        return false
    }

    /// One notice as the matcher sees it; `nil` unless it is stored and current.
    package func pastProcurement(_ id: NoticeID) throws(StoreError) -> PastProcurement? {
        try read { try MarketFactsReader(database: $0).procurement(id) }
    }
}
