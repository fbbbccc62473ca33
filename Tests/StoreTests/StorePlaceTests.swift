import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// The store's file as the file system has it: deleted or replaced while it is open, or for reading alone.
@Suite struct StorePlaceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("torg.sqlite") }

    enum Loss: CaseIterable {
        case deleted, movedAway, replacedByACopy, logDeleted
    }

    private func bring(about loss: Loss) throws {
        let files = FileManager.default
        switch loss {
        case .deleted: try files.removeItem(atPath: path)
        case .movedAway: try files.moveItem(atPath: path, toPath: path + ".old")
        case .replacedByACopy:
            try files.copyItem(atPath: path, toPath: path + ".copy")
            try files.removeItem(atPath: path)
            try files.moveItem(atPath: path + ".copy", toPath: path)
        case .logDeleted: try files.removeItem(atPath: path + "-wal")
        }
    }

    private func isReplaced(_ error: (any Error)?) -> Bool {
        if case .replaced(path, _) = error as? StoreError { true } else { false }
    }

    @Test(arguments: Loss.allCases)
    func aLostFileIsNotWrittenToAnyMore(loss: Loss) throws {
        let store = try Store(path: path)
        try store.take(Samples.notice("n1"))
        try bring(about: loss)
        let refused = #expect(throws: StoreError.self) { try store.take(Samples.notice("n2")) }
        #expect(isReplaced(refused))
        #expect(refused?.description.contains("save it with “torg backup”") == true)
        #expect(isReplaced(store.trouble))
        // What was opened can be read, and saved.
        #expect(try store.counts().notices == 1)
        let saved = try store.backup(to: folder.file("saved.sqlite"))
        #expect(try Store(path: saved.path).counts().notices == 1)
    }

    @Test(arguments: Loss.allCases)
    func whatIsLostMeanwhileIsNotAcknowledged(loss: Loss) throws {
        let store = try Store(path: path)
        try store.take(Samples.notice("n1"))
        let refused = #expect(throws: StoreError.self) {
            try store.write { database in
                try database.execute(sql: "UPDATE meta SET generation = generation + 1")
                try bring(about: loss)
            }
        }
        #expect(isReplaced(refused))
    }

    @Test func aLookFindsItWithoutAWrite() throws {
        let store = try Store(path: path)
        #expect(store.lookForFile() == .sound)
        try bring(about: .deleted)
        #expect(store.lookForFile() == .replaced("the file was deleted or moved away"))
        // It stays so until the next start, whatever is put there.
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(store.condition == .replaced("the file was deleted or moved away"))
    }

    @Test func aFileThatWasNotTouchedIsWrittenTo() throws {
        let store = try Store(path: path)
        try store.take(Samples.notice("n1"))
        try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: path)
        try store.take(Samples.notice("n2"))
        #expect(try store.counts().notices == 2)
    }

    @Test func aReadOnlyFileIsServedAndLeftAsItIs() throws {
        var store = try Store(path: path)
        try store.take(Samples.notice("n1"))
        try store.close()
        chmod(path, 0o400)
        // Nothing is made beside it either.
        for name in ["torg.sqlite-wal", "torg.sqlite-shm"] { unlink(folder.file(name)) }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        store = try Store(path: path)
        #expect(store.condition == .writeProtected("its mode is 0400"))
        #expect(try store.counts().notices == 1)
        #expect(try store.integrityProblems() == [])
        let refused = #expect(throws: StoreError.self) { try store.take(Samples.notice("n2")) }
        #expect(refused == .writeProtected(path: path, detail: "its mode is 0400"))
        try store.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["torg.sqlite"])
        // With the right to write given back, all is as before.
        chmod(path, 0o600)
        store = try Store(path: path)
        try store.take(Samples.notice("n2"))
        #expect(try store.counts().notices == 2)
    }

    /// The latest commits are in the log where a daemon was killed.
    @Test func whatTheLogOfAReadOnlyFileHoldsIsReadToo() throws {
        let living = try Store(path: path)
        defer { withExtendedLifetime(living) {} }
        try living.take(Samples.notice("n1"))
        let left = try TemporaryFolder()
        for name in ["torg.sqlite", "torg.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: left.file(name))
        }
        chmod(left.file("torg.sqlite"), 0o440)
        let store = try Store(path: left.file("torg.sqlite"))
        #expect(store.condition == .writeProtected("its mode is 0440"))
        #expect(try store.counts().notices == 1)
    }

    @Test func aReadOnlyFileOfAnEarlierSchemaIsRefusedWithTheReason() throws {
        let store = try Store(path: path)
        try store.write {
            try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [Store.latestSchema])
        }
        try store.close()
        chmod(path, 0o400)
        let error = #expect(throws: StoreError.self) { _ = try Store(path: path) }
        guard case .cannotOpen(path, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("brought up to date"))
    }

    @Test func theNewestNoticeIsNotOneFromTheFuture() throws {
        let store = try Store(path: path)
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        #expect(try store.newestNotice(notAfter: try day("2026-11-30")) == nil)
        for (id, date) in [("n1", "2026-11-02"), ("n2", "2026-11-20"), ("n3", "2062-11-20")] {
            try store.take(Samples.notice(NoticeID(id), date: date))
        }
        #expect(try store.newestNotice(notAfter: try day("2026-11-30")) == day("2026-11-20"))
        #expect(try store.newestNotice(notAfter: try day("2026-11-01")) == nil)
    }
}
