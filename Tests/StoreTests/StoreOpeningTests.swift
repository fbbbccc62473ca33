import Dispatch
import Foundation
import GRDB
import Procurement
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite struct StoreOpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("torg.sqlite") }

    @Test func whatWasImportedIsThereAfterReopening() throws {
        var store = try Store(path: path)
        let winner = Samples.organisation("ORG-1", "Rena Golv AB", number: "5568592918")
        try store.take(Samples.notice("n1", winners: [winner]))
        let digest = try store.contentDigest()
        try store.close()
        store = try Store(path: path)
        #expect(try store.contentDigest() == digest)
        #expect(try store.generation == 1)
        #expect(try store.integrityProblems() == [])
    }

    /// Whoever reads while the store is closed ends what they began, or is told; nobody is handed what is closed already.
    @Test(arguments: 1...20) func isClosedUnderNobody(_: Int) throws {
        let store = try Store(path: path, readers: 2)
        let reads = Mutex(0)
        let errors = Mutex<[StoreError]>([])
        let ended = DispatchGroup()
        for _ in 1...8 {
            ended.enter()
            Thread.detachNewThread {
                defer { ended.leave() }
                while true {
                    do throws(StoreError) {
                        _ = try store.generation
                        reads.withLock { $0 += 1 }
                    } catch {
                        return errors.withLock { $0.append(error) }
                    }
                }
            }
        }
        while reads.withLock({ $0 }) < 100 { sched_yield() }
        try store.close()
        ended.wait()
        let closed = StoreError.unavailable(path: path, detail: "it is closed")
        #expect(errors.withLock { $0 } == Array(repeating: closed, count: 8))
        #expect(throws: closed) { try store.take(Samples.notice("n1")) }
    }

    @Test func commitsWaitForTheDiskAndKeysAreChecked() throws {
        let store = try Store(path: path)
        let settings = try store.database.writeWithoutTransaction { database in
            try ["synchronous", "foreign_keys", "journal_mode", "journal_size_limit"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["2", "1", "wal", "67108864"])
    }

    @Test func onlyItsOwnerMayReadTheFile() throws {
        let store = try Store(path: path)
        defer { withExtendedLifetime(store) {} }
        for name in ["torg.sqlite", "torg.sqlite-wal"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
    }

    @Test func aNewerSchemaIsRefusedAndLeftAsItIs() throws {
        var store = try Store(path: path)
        try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9-from-the-future')") }
        try store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.newerSchema(path: path, unknown: ["9-from-the-future"])) {
            store = try Store(path: path)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aMissingFolderIsReported() throws {
        let missing = folder.file("none/torg.sqlite")
        let error = #expect(throws: StoreError.self) { _ = try Store(path: missing) }
        #expect(error == .cannotOpen(path: missing, reason: "No such file or directory"))
    }

    /// The files as a killed process leaves them: what was acknowledged is there, and the same import run again ends where
    /// an undisturbed one does.
    @Test func anImportCutShortIsRunAgain() throws {
        let notices = (1...40).map { number in
            Samples.notice(
                NoticeID("n\(number)"),
                winners: [
                    Samples.organisation("W", "Företag \(number % 7) AB", number: number % 3 == 0 ? "5568592918" : nil)
                ])
        }
        let undisturbed = try Store.inMemory()
        try undisturbed.takeAll(notices)
        let store = try Store(path: path)
        let id = try store.beginImport(paths: ["/feeds"])
        try store.importOutcomes(Samples.outcomes(Array(notices.prefix(15))), into: id)
        let left = try TemporaryFolder()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: left.file("torg.sqlite" + suffix))
        }
        let again = try Store(path: left.file("torg.sqlite"))
        #expect(try again.counts().notices == 15)
        #expect(try again.lastImport() == nil)
        #expect(try again.integrityProblems() == [])
        let counts = try again.takeAll(notices)
        #expect(counts.unchanged == 15)
        #expect(counts.stored == 25)
        #expect(try again.contentDigest() == undisturbed.contentDigest())
    }

    @Test func aFullDiskKeepsWhatWasCommitted() throws {
        let store = try Store(path: path)
        let notices = (1...60).map { number in
            Samples.notice(
                NoticeID("n\(number)"), title: String(repeating: "Lång titel \(number) ", count: 40),
                winners: [Samples.organisation("W", "Företag \(number) AB")])
        }
        try store.takeAll(Array(notices.prefix(20)))
        let digest = try store.contentDigest()
        // SQLite's own limit on the file's size fails in the same way as a disk without room.
        try store.database.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        #expect(throws: StoreError.full(path: path)) { try store.takeAll(notices) }
        #expect(try store.contentDigest() == digest)
        #expect(try store.marketFacts().facts.procurements.count == 20)
        try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try store.takeAll(notices).stored == 40)
        #expect(try store.integrityProblems() == [])
    }

    /// Every read sees whole commits: with ten notices a commit, ten times as many notices as commits.
    @Test func readersSeeWholeCommitsWhileAnImportRuns() throws {
        let store = try Store(path: path)
        let isDone = Atomic(false)
        DispatchQueue.concurrentPerform(iterations: 3) { worker in
            do {
                if worker == 0 {
                    defer { isDone.store(true, ordering: .releasing) }
                    try store.takeAll((1...200).map { Samples.notice(NoticeID("n\($0)")) }, chunk: 10)
                } else {
                    while !isDone.load(ordering: .acquiring) {
                        let counts = try store.counts()
                        #expect(counts.notices == counts.generation * 10)
                        let (facts, generation) = try store.marketFacts()
                        #expect(facts.procurements.count == generation * 10)
                        // Suppliers are read over another connection.
                        let winners = Set(facts.procurements.flatMap(\.wins).map(\.supplier))
                        #expect(winners == Set(facts.suppliers.map(\.id)))
                    }
                }
            } catch {
                Issue.record(error)
            }
        }
        #expect(try store.counts().notices == 200)
    }
}
