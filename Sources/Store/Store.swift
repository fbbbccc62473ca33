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
    let database: any DatabaseWriter
    let ids: SupplierIDs
    private let now: @Sendable () -> Date

    /// Opens the store at `path`, makes it if there is none, and brings an older schema up to date.
    ///
    /// - Parameters:
    ///   - readers: how many reads may go on at once.
    ///   - now: the clock for what is noted with a time.
    /// - Throws: `cannotOpen`, `newerSchema`, `damaged`, `full` or `unavailable`. The file is never deleted or replaced.
    package convenience init(
        path: String, readers: Int = 8, now: @escaping @Sendable () -> Date = Date.init
    ) throws(StoreError) {
        try self.init(path: path, now: now) { try Connection.open(path: path, readers: readers) }
    }

    /// A store in memory, for tests and dry runs.
    package static func inMemory(now: @escaping @Sendable () -> Date = Date.init) throws(StoreError) -> Store {
        try Store(path: ":memory:", now: now) { try Connection.openInMemory() }
    }

    private init(
        path: String, now: @escaping @Sendable () -> Date, open: () throws -> any DatabaseWriter
    ) throws(StoreError) {
        self.path = path
        self.now = now
        do {
            database = try open()
            try Schema.migrator.migrate(database)
            let pepper = try database.read { try Data.fetchOne($0, sql: "SELECT pepper FROM meta") }
            guard let pepper else { throw StoreError.damaged(path: path, detail: "its row of settings is missing") }
            ids = SupplierIDs(pepper: pepper)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Closes all connections once those who read and write are done. The store can't be used afterwards.
    package func close() throws(StoreError) {
        do {
            // The log is emptied while the writer still can. Where someone reads on, it stays and is used at the next start.
            try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try database.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Counts the commits that changed what can be found. Two stores of equal generation need not be equal; one store
    /// at an equal generation is unchanged.
    package var generation: Int {
        get throws(StoreError) { try read { try Self.generation($0) } }
    }

    static func generation(_ database: Database) throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT generation FROM meta")) ?? 0
    }

    /// The time as it is written down: ISO 8601, UTC.
    var timestamp: String { now().ISO8601Format(.iso8601) }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.read(body) } catch { throw StoreError(error, path: path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.write(body) } catch { throw StoreError(error, path: path) }
    }
}
