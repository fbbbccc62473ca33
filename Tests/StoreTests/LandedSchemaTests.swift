import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// Stores as every landed schema left them, in `Tests/Schemas`, one file a schema, open with all that was in them.
@Suite struct LandedSchemaTests {
    private static let folder = Repository.path("Tests/Schemas")

    /// The contents of all of them, by `Store.contentDigest`.
    private static let digest = "4fab41f593c5807d3f252438975b6480d8b3d63b7f8e7a7ada90eef294dda835"

    static let landed: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
            String($0.dropLast(".sql".count))
        }

    /// The store of a schema, as it was, in a folder of its own.
    private static func restore(_ schema: String, to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        let sql = try String(contentsOfFile: "\(folder)/\(schema).sql", encoding: .utf8)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// Whoever adds a migration leaves a store of the schema before it here.
    @Test func everySchemaButTheLatestIsHere() {
        #expect(Set(Self.landed).isSuperset(of: Schema.migrator.migrations.dropLast()))
    }

    @Test(arguments: landed)
    func aStoreOfEverySchemaIsBroughtUpToDate(schema: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("torg.sqlite")
        try Self.restore(schema, to: path)
        let store = try Store(path: path)
        #expect(store.condition == .sound)
        #expect(try store.integrityProblems() == [])
        #expect(try store.contentDigest() == Self.digest)
        #expect(try store.counts().suppliers == 4)
        // What had no table then can be kept now.
        _ = try store.record(
            Feedback(need: "{}", supplier: "SE4999010400", verdict: .accepted, by: "anna"))
        #expect(try store.refusals().items.count == 1)
    }

    /// Whoever upgraded can go back: what was there before the first migration is kept beside the store.
    @Test(arguments: landed)
    func whatWasThereIsKeptBeforeItIsMigrated(schema: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("torg.sqlite")
        try Self.restore(schema, to: path)
        var store = try Store(path: path)
        let migrations = Schema.migrator.migrations
        let next = try #require(migrations.firstIndex(of: schema)) + 1
        let copy = EarlierCopy.path(of: path, before: migrations[next])
        let applied = try DatabaseQueue(path: copy).read { try Schema.migrator.appliedIdentifiers($0) }
        #expect(applied == Set(migrations.prefix(next)))
        let attributes = try FileManager.default.attributesOfItem(atPath: copy)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        // It is a store like any other.
        let elsewhere = try TemporaryFolder()
        try FileManager.default.moveItem(atPath: copy, toPath: elsewhere.file("torg.sqlite"))
        #expect(try Store(path: elsewhere.file("torg.sqlite")).contentDigest() == Self.digest)
        // A store that is up to date is not copied, nor a new one.
        try store.close()
        store = try Store(path: path)
        _ = try Store(path: folder.file("new.sqlite"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("before") } == [])
    }

    /// A copy that a crash left, or that can't be renamed into place, does no harm; one that can't be made stops the
    /// migration and leaves the store as it was.
    @Test func withoutACopyNothingIsMigrated() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("torg.sqlite")
        let schema = try #require(Self.landed.first)
        try Self.restore(schema, to: path)
        let copy = EarlierCopy.path(of: path, before: Schema.migrator.migrations[1])
        try Data("cut short".utf8).write(to: URL(fileURLWithPath: copy + ".partial"))
        // Nothing can be renamed onto a folder.
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        #expect(throws: StoreError.self) { _ = try Store(path: path) }
        let applied = try DatabaseQueue(path: path).read { try Schema.migrator.appliedIdentifiers($0) }
        #expect(applied == [schema])
        try FileManager.default.removeItem(atPath: copy)
        _ = try Store(path: path)
        #expect(FileManager.default.fileExists(atPath: copy))
        #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))
    }

    /// A landed migration was never edited: it makes the very tables that it made then.
    @Test(arguments: landed)
    func whatTheMigrationsMakeIsWhatWasThere(schema: String) throws {
        let folder = try TemporaryFolder()
        try Self.restore(schema, to: folder.file("landed.sqlite"))
        let landed = try DatabaseQueue(path: folder.file("landed.sqlite"))
        let made = try DatabaseQueue()
        try made.write { $0.add(function: Connection.normalized) }
        try Schema.migrator.migrate(made, upTo: schema)
        let statements =
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'grdb_migrations' ORDER BY name"
        let (there, now) = try (
            landed.read { try String.fetchAll($0, sql: statements) },
            made.read { try String.fetchAll($0, sql: statements) }
        )
        #expect(there == now)
    }
}
