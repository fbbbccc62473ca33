import Foundation
import GRDB
import Procurement
import Synchronization

/// Everything that Torg remembers: notices in their versions, suppliers, the register, refusals and imports,
/// in one SQLite file.
///
/// Methods block; call them from an executor made for it. One thread may import while any number read: a reader sees
/// the last commit whole, and never waits for the writer.
package final class Store: Sendable {
    /// Where the file is; `:memory:` for a store that ends with the process.
    package let path: String
    /// Tells this store and its copies from all others.
    package let identity: String
    let ids: SupplierIDs
    private let now: @Sendable () -> Date
    let opened: Mutex<Access>
    /// The latest counts that were asked for.
    let knownCounts = Mutex<StoreCounts?>(nil)
    /// What lists showed of suppliers lately.
    let knownSummaries = Mutex(KnownSummaries())
    let examination = Mutex(Examination())
    /// Whether a read holds two connections (`readBeside`).
    let isReadingBeside = Mutex(false)
    private let uses = StoreUses()
    private let writes = Atomic(0)
    private let isRetired = Atomic(false)

    /// What the file is reached by, and how far.
    struct Access: Sendable {
        var database: any DatabaseWriter
        var condition: StoreCondition
        /// Where the file and its log were; `nil` in memory.
        var files: OpenedFiles?
        /// How many reads may go on at once.
        var readers: Int
    }

    /// Opens the store at `path`, makes it if there is none, and brings an older schema up to date.
    ///
    /// A file that is damaged is opened for reading alone, as far as it can be read at all; see `condition`.
    ///
    /// - Parameters:
    ///   - readers: how many reads may go on at once.
    ///   - unexaminedFrom: in bytes: a file of this size or more that needs no change is read before it has been looked
    ///     through, and then waits for `examine()`.
    ///   - now: the clock for what is noted with a time.
    /// - Throws: `cannotOpen`, `newerSchema`, `full` or `unavailable`. The file is never deleted or replaced.
    package convenience init(
        path: String, readers: Int = 8, unexaminedFrom: Int = .max, now: @escaping @Sendable () -> Date = Date.init
    ) throws(StoreError) {
        try self.init(path: path, readers: readers, now: now) {
            try OpenedStore(path: path, readers: readers, unexaminedFrom: unexaminedFrom)
        }
    }

    /// A store in memory, for tests and dry runs.
    package static func inMemory(now: @escaping @Sendable () -> Date = Date.init) throws(StoreError) -> Store {
        try Store(path: ":memory:", readers: 1, now: now) { try OpenedStore.inMemory() }
    }

    /// Opens a copy of a leader's store, which is never written to.
    ///
    /// - Parameters:
    ///   - copy: where it is; nobody may have the right to write to it.
    ///   - leader: where the leader is, for whoever wants to write.
    /// - Throws: `damaged`, `newerSchema`, `cannotOpen`.
    package convenience init(copy: String, leader: String, readers: Int = 8) throws(StoreError) {
        try self.init(path: copy, readers: readers, now: Date.init) {
            try OpenedStore(copy: copy, readers: readers, leader: leader)
        }
    }

    /// What a follower has before the first copy comes.
    package static func empty(leader: String) throws(StoreError) -> Store {
        try Store(path: ":memory:", readers: 1, now: Date.init) { try OpenedStore.empty(leader: leader) }
    }

    private init(
        path: String, readers: Int, now: @escaping @Sendable () -> Date, open: () throws -> OpenedStore
    ) throws(StoreError) {
        self.path = path
        self.now = now
        do {
            let opened = try open()
            ids = SupplierIDs(pepper: opened.pepper)
            identity = StoreIdentity.of(opened.pepper)
            self.opened = Mutex(
                Access(
                    database: opened.database, condition: opened.condition, files: opened.files, readers: readers))
        } catch {
            throw StoreError(error, path: path)
        }
    }

    deinit {
        if isRetired.load(ordering: .relaxed) { unlink(path) }
    }

    /// Has the file deleted with the last who reads it: a later copy is served.
    package func retire() { isRetired.store(true, ordering: .relaxed) }

    /// Grows with each write since the store was opened, whether or not it changes what can be found.
    package var changes: Int { writes.load(ordering: .acquiring) }

    /// What can be done with the file. Damage may come to light at any read or write; it stays until the next start.
    package var condition: StoreCondition { opened.withLock { $0.condition } }

    /// Why nothing is written, and what to do about it; `nil` where all is well.
    package var trouble: StoreError? { condition.trouble(at: path) }

    /// Looks whether the path still leads to the file that was opened. Where it doesn't, nothing is written any more.
    ///
    /// - Returns: what can be done with the file.
    @discardableResult
    package func lookForFile() -> StoreCondition {
        opened.withLock { access in
            if case .replaced = access.condition { return access.condition }
            if let loss = access.files?.loss { access.condition = .replaced(loss) }
            return access.condition
        }
    }

    var database: any DatabaseWriter { opened.withLock { $0.database } }

    /// All that reads or writes goes through here, so that nothing is closed under it.
    ///
    /// - Throws: `unavailable` when the store is closed, and what `body` throws.
    func using<Value>(_ body: (any DatabaseWriter) throws -> Value) throws -> Value {
        guard uses.begin() else { throw StoreError.unavailable(path: path, detail: "it is closed") }
        defer { uses.end() }
        return try body(database)
    }

    /// Closes all connections once those who read and write are done. The store can't be used afterwards: whoever comes
    /// now is told so.
    package func close() throws(StoreError) {
        do {
            // The log is emptied while the writer still can. Where someone reads on, it stays and is used at the next start.
            // Of a damaged file nothing is touched.
            interruptExamination()
            uses.close()
            if condition == .sound { try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
            try database.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The name of the latest migration, which an open store has gone through: an older one is brought up to it.
    package static var latestSchema: String { Schema.latest }

    /// Counts the commits that changed what can be found. Two stores of equal generation need not be equal; one store
    /// at an equal generation is unchanged.
    package var generation: Int {
        get throws(StoreError) { try read { try Self.generation($0) } }
    }

    static func generation(_ database: Database) throws -> Int {
        let generation = try Int.fetchOne(database.cachedStatement(sql: "SELECT generation FROM meta")) ?? 0
        guard (0..<1 << 53).contains(generation) else { throw DamagedRow("the count of the generations is no count") }
        return generation
    }

    /// The time as it is written down: ISO 8601, UTC.
    var timestamp: String { now().ISO8601Format(.iso8601) }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        if case .unreadable(let detail) = condition { throw .damaged(path: path, detail: detail) }
        do { return try using { try $0.read(body) } } catch { throw noted(error) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try refuseUnlessWritable()
        let value: Value
        do { value = try using { try $0.write(body) } } catch { throw noted(error) }
        writes.add(1, ordering: .releasing)
        try refuseUnlessWritable()
        return value
    }

    func writeWithoutTransaction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try refuseUnlessWritable()
        let value: Value
        do { value = try using { try $0.writeWithoutTransaction(body) } } catch { throw noted(error) }
        writes.add(1, ordering: .releasing)
        try refuseUnlessWritable()
        return value
    }

    /// Asked before a write, so that nothing goes to a file that is gone; and after it, so that nothing is acknowledged that
    /// isn't in the file at the path.
    private func refuseUnlessWritable() throws(StoreError) {
        let condition = lookForFile()
        if condition == .unexamined { throw .unexamined(path: path) }
        if let trouble = condition.trouble(at: path) { throw trouble }
    }

    /// The error in the store's own words. Of damage it is kept in mind, so that nothing more is written.
    private func noted(_ error: any Error) -> StoreError {
        let error = StoreError(error, path: path)
        if case .damaged(_, let detail) = error {
            opened.withLock { if $0.condition.detail == nil { $0.condition = .readOnly(detail) } }
        }
        return error
    }
}
