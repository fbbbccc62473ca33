import Dispatch
import Foundation
import GRDB
import Procurement
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite struct BackupTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("torg.sqlite") }

    @Test func aBackupIsTheStoreAsItWas() throws {
        let store = try Store(path: path)
        try store.take(Samples.notice("a", winners: [Samples.organisation("W", "Anna Berg", isNaturalPerson: true)]))
        let digest = try store.contentDigest()
        let copy = folder.file("copy.sqlite")
        let told = try store.backup(to: copy)
        #expect(told.digest == digest)
        #expect(told.generation == 1)
        #expect(told.bytes == (try Data(contentsOf: URL(fileURLWithPath: copy)).count))
        try store.take(Samples.notice("b"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".partial") })
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let restored = try Store(path: copy)
        #expect(try restored.contentDigest() == digest)
        // Persons keep the ids that were given out: the secret behind them is in the copy.
        #expect(try restored.marketFacts().facts.suppliers == store.marketFacts().facts.suppliers)
    }

    @Test func aBackupWritesOverNothing() throws {
        let store = try Store(path: path)
        try folder.write("mine", to: "copy.sqlite")
        let taken = #expect(throws: StoreError.self) { try store.backup(to: folder.file("copy.sqlite")) }
        #expect(taken?.description.contains("something is there already") == true)
        #expect(try String(contentsOfFile: folder.file("copy.sqlite"), encoding: .utf8) == "mine")
        #expect(throws: StoreError.self) { try store.backup(to: "copy.sqlite") }
        let homeless = #expect(throws: StoreError.self) { try store.backup(to: folder.file("none/copy.sqlite")) }
        guard case .backupRefused = homeless else {
            Issue.record("no mistake of the caller's: \(String(describing: homeless))")
            return
        }
        #expect(throws: StoreError.self) { try store.backup(to: path) }
    }

    /// Every backup is a whole commit: with ten notices a commit, ten times as many notices as commits.
    @Test func backupsWhileAnImportRunsAreWholeCommits() throws {
        let store = try Store(path: path)
        let isDone = Atomic(false)
        let made = Mutex<[String]>([])
        let prefix = folder.file("copy")
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            do {
                if worker == 0 {
                    defer { isDone.store(true, ordering: .releasing) }
                    try store.takeAll((1...300).map { Samples.notice(NoticeID("n\($0)")) }, chunk: 10)
                } else {
                    var number = 0
                    while number == 0 || !isDone.load(ordering: .acquiring) {
                        number += 1
                        let copy = "\(prefix)-\(number).sqlite"
                        try store.backup(to: copy)
                        made.withLock { $0.append(copy) }
                    }
                }
            } catch {
                Issue.record(error)
            }
        }
        let copies = made.withLock { $0 }
        #expect(!copies.isEmpty)
        for copy in copies {
            let restored = try Store(path: copy)
            #expect(try restored.integrityProblems() == [])
            #expect(try restored.counts().notices == restored.generation * 10)
            try restored.takeAll((1...300).map { Samples.notice(NoticeID("n\($0)")) })
            #expect(try restored.contentDigest() == store.contentDigest())
            try restored.close()
        }
    }
}
