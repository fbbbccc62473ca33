import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// A large file is read at once, and written to when it has been looked through.
@Suite struct ExaminationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let store = try Store(path: folder.file("torg.sqlite"))
        try store.takeAll((1...300).map { Samples.notice(NoticeID("n\($0)")) })
        try store.close()
    }

    private var path: String { folder.file("torg.sqlite") }

    @Test func readsBeforeAndWritesAfterwards() throws {
        let store = try Store(path: path, unexaminedFrom: 0)
        #expect(store.condition == .unexamined)
        #expect(store.isBeingExamined)
        #expect(store.latestCounts == nil)
        #expect(try store.counts().notices == 300)
        #expect(throws: StoreError.unexamined(path: path)) { try store.take(Samples.notice("new")) }
        try store.completeFacts()
        #expect(store.examine() == .sound)
        #expect(!store.isBeingExamined)
        #expect(store.latestCounts?.notices == 300)
        #expect(try store.take(Samples.notice("new")).stored == 1)
        #expect(try store.counts().notices == 301)
        try store.close()
        #expect(try Store(path: path).counts().notices == 301)
    }

    /// What an unclean end left in the log is seen, and nothing is lost when the writing begins.
    @Test func aLogThatWasLeftIsRead() throws {
        let first = try Store(path: path)
        try first.take(Samples.notice("logged"))
        let copy = try TemporaryFolder()
        for name in ["torg.sqlite", "torg.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
        }
        try first.close()
        let store = try Store(path: copy.file("torg.sqlite"), unexaminedFrom: 0)
        #expect(try store.notice("logged") != nil)
        #expect(store.examine() == .sound)
        try store.take(Samples.notice("new"))
        #expect(try store.counts().notices == 302)
    }

    @Test func smallFilesAreLookedThroughFirst() throws {
        #expect(try Store(path: path, unexaminedFrom: 1 << 30).condition == .sound)
        #expect(try Store(path: folder.file("none.sqlite"), unexaminedFrom: 0).condition == .sound)
    }

    @Test func damageIsFoundAndNothingWritten() throws {
        let register = try DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'register'") ?? 0
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes.replaceSubrange(((register - 1) * 4096)..<((register - 1) * 4096 + 100), with: Data(count: 100))
        try folder.write(bytes, to: "torg.sqlite")
        let store = try Store(path: path, unexaminedFrom: 0)
        #expect(store.condition == .unexamined)
        guard case .readOnly(let detail) = store.examine() else {
            Issue.record("\(store.condition)")
            return
        }
        #expect(!detail.isEmpty)
        #expect(try store.notice("n7") != nil)
        #expect(throws: StoreError.damaged(path: path, detail: detail)) { try store.take(Samples.notice("new")) }
        try store.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    /// An older schema has to be brought up to date, and that is never done to a file that hasn't been looked through.
    @Test func whatHasToBeWrittenToIsLookedThroughFirst() throws {
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO facts_pending (after, until) VALUES (0, 300)")
        }
        let store = try Store(path: path, unexaminedFrom: 0)
        #expect(store.condition == .sound)
        try store.completeFacts()
    }

    @Test func aNewerSchemaIsRefused() throws {
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99-later')")
        }
        #expect(throws: StoreError.newerSchema(path: path, unknown: ["99-later"])) {
            try Store(path: path, unexaminedFrom: 0)
        }
    }

    /// Whoever stops the daemon doesn't wait for the look, and nobody waits for one that was given up.
    @Test func givenUpBeforeItBegan() throws {
        let store = try Store(path: path, unexaminedFrom: 0)
        store.interruptExamination()
        #expect(!store.isBeingExamined)
        #expect(store.examine() == .unexamined)
        #expect(throws: StoreError.unexamined(path: path)) { try store.take(Samples.notice("new")) }
        try store.close()
    }
}
