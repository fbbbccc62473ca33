import Foundation
import GRDB
import Logging
import Procurement
import Synchronization
import TestSupport
import Testing
import Transport

@testable import Daemon
@testable import Store

@Suite struct DenialBookTests {
    private let store: Store

    init() throws { store = try Store.inMemory() }

    private func book(_ now: @escaping @Sendable () -> Date = { FakeClock.start })
        -> DenialBook
    {
        DenialBook(store: store, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: now)
    }

    private func counts() throws -> [String: Int] {
        try Dictionary(
            store.audit(.denied, limit: 1000).items.map {
                ("\($0.record.by) \($0.record.method ?? "")", $0.record.count)
            },
            uniquingKeysWith: +)
    }

    @Test func everyDenialIsCounted() async throws {
        let book = book()
        for _ in 1...1000 { book.note(Caller(uid: 60_001), method: "feed.import") }
        for _ in 1...3 { book.note(Caller(uid: 60_001), method: "audit.list") }
        book.note(Caller(uid: 60_002), method: "feed.import")
        await book.write()
        #expect(
            try counts() == ["uid 60001 feed.import": 1000, "uid 60001 audit.list": 3, "uid 60002 feed.import": 1])
        #expect(try store.audit().items.count == 3)
        await book.write()
        #expect(try counts()["uid 60001 feed.import"] == 1000, "nothing is counted twice")
    }

    @Test func manyAtOnceAreCountedOnce() async throws {
        let book = book()
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...8 {
                group.addTask {
                    for _ in 1...500 { book.note(Caller(uid: 60_001), method: "feed.import") }
                    await book.write()
                }
            }
        }
        await book.write()
        #expect(try counts() == ["uid 60001 feed.import": 4000])
    }

    @Test func whatCannotBeWrittenIsKeptForTheNextTime() async throws {
        try store.write {
            try $0.execute(
                sql: "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        }
        let book = book()
        for _ in 1...5 { book.note(Caller(uid: 60_001), method: "feed.import") }
        await book.write()
        #expect(try counts() == [:])
        try store.write { try $0.execute(sql: "DROP TRIGGER full") }
        await book.write()
        #expect(try counts() == ["uid 60001 feed.import": 5])
    }

    @Test func aNewDayLosesNothing() async throws {
        let clock = FakeClock()
        let book = book { clock.now }
        for _ in 1...7 { book.note(Caller(uid: 60_001), method: "feed.import") }
        clock.advance(bySeconds: 86_400)
        book.note(Caller(uid: 60_001), method: "feed.import")
        await book.write()
        #expect(try counts() == ["uid 60001 feed.import": 8])
    }
}
