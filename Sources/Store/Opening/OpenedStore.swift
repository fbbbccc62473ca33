import Foundation
import GRDB

/// A store's file, opened as far as its condition allows.
struct OpenedStore {
    let database: any DatabaseWriter
    let condition: StoreCondition
    /// The secret behind persons' ids; empty where nothing can be read.
    let pepper: Data
    /// Where they are; `nil` in memory.
    var files: OpenedFiles?

    /// Looks at the file before anything is written to it, and writes only where it is sound.
    ///
    /// - Parameter unexaminedFrom: a file of so many bytes is opened for reading alone and left to be looked at
    ///   afterwards, where nothing has to be written to bring it up to date.
    init(path: String, readers: Int, unexaminedFrom: Int = .max) throws {
        if let protection = Connection.writeProtection(path) {
            self = try Self(writeProtected: path, readers: readers, by: protection)
        } else {
            self = try Self(writable: path, readers: readers, unexaminedFrom: unexaminedFrom)
        }
        files = OpenedFiles(at: path)
    }

    private init(writable path: String, readers: Int, unexaminedFrom: Int) throws {
        try Connection.createFile(at: path)
        if try Connection.size(path) >= unexaminedFrom, let unexamined = try Self(unexamined: path, readers: readers) {
            self = unexamined
            return
        }
        guard let damage = try Connection.damage(path) else {
            database = try Connection.open(path: path, readers: readers)
            try EarlierCopy.make(of: database, at: path)
            try Schema.migrator.migrate(database)
            pepper = try Self.pepper(in: database, path: path)
            condition = .sound
            return
        }
        self = try Self(damaged: path, as: path, readers: readers, with: damage)
    }

    /// - Parameter name: what SQLite is to open.
    private init(damaged path: String, as name: String, readers: Int, with damage: String) throws {
        do {
            // Even for reading alone, SQLite would delete the log of an empty file.
            guard try Connection.size(path) > 0 else { throw StoreError.damaged(path: path, detail: damage) }
            let readable = try Connection.openForReading(path: name, readers: readers)
            guard try readable.read(Schema.migrator.hasCompletedMigrations) else {
                throw StoreError.damaged(path: path, detail: damage)
            }
            pepper = try Self.pepper(in: readable, path: path)
            database = readable
            condition = .readOnly(damage)
        } catch {
            database = try Connection.openInMemory()
            pepper = Data()
            condition = .unreadable(damage)
        }
    }

    /// - Throws: `cannotOpen` where it would have to be brought up to date first.
    private init(writeProtected path: String, readers: Int, by protection: String) throws {
        let name = try Connection.protected(path)
        if let damage = try Connection.damage(path, as: name) {
            self = try Self(damaged: path, as: name, readers: readers, with: damage)
            return
        }
        let readable = try Connection.openForReading(path: name, readers: readers)
        guard try readable.read(Self.isUpToDate) else {
            throw StoreError.cannotOpen(
                path: path, reason: "it has to be brought up to date, and can only be read (\(protection))")
        }
        pepper = try Self.pepper(in: readable, path: path)
        database = readable
        condition = .writeProtected(protection)
    }

    private static func isUpToDate(_ database: Database) throws -> Bool {
        try Schema.migrator.hasCompletedMigrations(database) && FactsRows(database: database).pending() == nil
            && !IdentityRenewal.isPending(database)
    }

    /// - Returns: `nil` where the file has to be looked at, or written to, before it can be read.
    private init?(unexamined path: String, readers: Int) throws {
        do {
            let readable = try Connection.openForReading(path: path, readers: readers)
            try Schema.refuseNewer(readable, path: path)
            guard try readable.read(Self.isUpToDate) else { return nil }
            pepper = try Self.pepper(in: readable, path: path)
            database = readable
            condition = .unexamined
        } catch is DatabaseError {
            return nil
        }
    }

    /// A copy of a leader's store: sound, of this Torg's schema, and not to be written to.
    ///
    /// - Throws: `damaged`, `newerSchema`, `cannotOpen`.
    init(copy path: String, readers: Int, leader: String) throws {
        guard let protection = Connection.writeProtection(path) else {
            throw StoreError.cannotOpen(path: path, reason: "a copy that is followed may only be read")
        }
        let opened = try Self(writeProtected: path, readers: readers, by: protection)
        if case .readOnly(let detail) = opened.condition { throw StoreError.damaged(path: path, detail: detail) }
        if case .unreadable(let detail) = opened.condition { throw StoreError.damaged(path: path, detail: detail) }
        self = Self(database: opened.database, condition: .follower(leader), pepper: opened.pepper)
    }

    private init(database: any DatabaseWriter, condition: StoreCondition, pepper: Data) {
        self.database = database
        self.condition = condition
        self.pepper = pepper
    }

    /// What a follower has before the first copy comes: nothing.
    static func empty(leader: String) throws -> OpenedStore {
        let opened = try inMemory()
        return OpenedStore(database: opened.database, condition: .follower(leader), pepper: opened.pepper)
    }

    private init(inMemory database: any DatabaseWriter) throws {
        try Schema.migrator.migrate(database)
        self.database = database
        pepper = try Self.pepper(in: database, path: ":memory:")
        condition = .sound
    }

    static func inMemory() throws -> OpenedStore { try OpenedStore(inMemory: try Connection.openInMemory()) }

    private static func pepper(in database: any DatabaseReader, path: String) throws -> Data {
        guard let pepper = try database.read({ try Data.fetchOne($0, sql: "SELECT pepper FROM meta") }) else {
            throw StoreError.damaged(path: path, detail: "its row of settings is missing")
        }
        return pepper
    }
}
