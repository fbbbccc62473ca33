import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct AuditTests {
    private static let person = "640823-3234"

    @Test func denialsOfADayAreOneEntry() throws {
        let clock = FakeClock()
        let store = try Store.inMemory { clock.now }
        for _ in 1...3 { try store.record([AuditRecord(.denied, by: "bo", method: "feed.import", count: 1000)]) }
        try store.record([AuditRecord(.denied, by: "bo", method: "codes.import")])
        try store.record([AuditRecord(.denied, by: "eva", method: "feed.import")])
        #expect(try store.audit().items.map(\.record.count) == [1, 1, 3000])
        clock.advance(bySeconds: 86_400)
        try store.record([AuditRecord(.denied, by: "bo", method: "feed.import")])
        let entries = try store.audit().items
        #expect(entries.count == 4)
        #expect(entries[0].record.count == 1)
        #expect(entries[3].at == FakeClock.start)
    }

    @Test func entriesAreNeitherChangedNorDeleted() throws {
        let store = try Store.inMemory()
        try store.record([
            AuditRecord(.unmasked, by: "anna", method: "suppliers.get", subject: "p-1", reason: "Kallelse per brev."),
            AuditRecord(.denied, by: "bo", method: "feed.import", count: 7),
        ])
        for sql in [
            "DELETE FROM audit", "UPDATE audit SET reason = 'annat'", "UPDATE audit SET user = 'eva'",
            "UPDATE audit SET count = 1 WHERE action = 'denied'",
            "UPDATE audit SET count = 2 WHERE action = 'unmasked'",
            "UPDATE audit SET reason = '[borttaget]' WHERE action = 'unmasked'",
        ] {
            #expect(throws: StoreError.self, "\(sql)") { try store.write { try $0.execute(sql: sql) } }
        }
        #expect(try store.audit().items.count == 2)

        // After a purge a reason may be blotted out, and nothing else.
        try store.record([AuditRecord(.purged, by: "eva", subject: "p-1", reason: "KS 2026/1")])
        for sql in [
            "UPDATE audit SET reason = 'annat'", "UPDATE audit SET reason = '[borttaget]', user = 'bo'",
            "UPDATE audit SET reason = '[borttaget]' WHERE action = 'purged'",
        ] {
            #expect(throws: StoreError.self, "\(sql)") { try store.write { try $0.execute(sql: sql) } }
        }
        try store.write { try $0.execute(sql: "UPDATE audit SET reason = '[borttaget]' WHERE action = 'unmasked'") }
    }

    @Test func pagesGoOnWhereTheLastEnded() throws {
        let store = try Store.inMemory()
        for number in 1...5 { try store.record([AuditRecord(.backup, by: "root", subject: "/b/\(number)")]) }
        try store.record([AuditRecord(.denied, by: "bo", method: "feed.import")])
        let first = try store.audit(.backup, limit: 3)
        #expect(first.items.map(\.record.subject) == ["/b/5", "/b/4", "/b/3"])
        let second = try store.audit(.backup, limit: 3, after: first.next)
        #expect(second.items.map(\.record.subject) == ["/b/2", "/b/1"])
        #expect(second.next == nil)
    }

    @Test func theLatestIsFirstAlsoWhereItJoinedAnEarlierEntry() throws {
        let clock = FakeClock()
        let store = try Store.inMemory { clock.now }
        for (user, action) in [("bo", AuditAction.denied), ("eva", .denied), ("root", .backup), ("bo", .denied)] {
            try store.record([AuditRecord(action, by: user, method: "feed.import")])
            clock.advance(bySeconds: 60)
        }
        #expect(try store.audit().items.map(\.record.by) == ["bo", "root", "eva"])
        var pages: [String] = []
        var cursor: PageCursor?
        repeat {
            let page = try store.audit(limit: 1, after: try cursor.map { try PageCursor($0.text) })
            pages += page.items.map(\.record.by)
            cursor = page.next
        } while cursor != nil
        #expect(pages == ["bo", "root", "eva"])
        #expect(throws: StoreError.self) { try store.audit(after: PageCursor(parts: "12")) }
    }

    @Test func aNumberIsGivenOnlyOnTheRecord() throws {
        let store = try Store.inMemory()
        try store.take(
            Samples.notice(
                "a", winners: [Samples.organisation("W", "Anna Berg", number: Self.person, isNaturalPerson: true)]),
            Samples.notice("b", winners: [Samples.organisation("W", "Rena Golv AB", number: "5568592918")]))
        let person = try #require(try store.suppliers(named: "Anna Berg").first)
        let number = try store.personalNumber(of: person.id, by: "anna", reason: "Brev till \(Self.person)")
        #expect(number == Self.person)
        #expect(try store.personalNumber(of: "SE5568592918", by: "anna", reason: "Brev") == nil)
        #expect(try store.personalNumber(of: "p-0000000000000000", by: "anna", reason: "Brev") == nil)
        let entries = try store.audit().items.map(\.record)
        #expect(
            entries == [
                AuditRecord(
                    .unmasked, by: "anna", method: "suppliers.get", subject: person.id.rawValue,
                    reason: "Brev till \(OrganisationNumber.mask)")
            ])
    }

    @Test func noRecordNoNumber() throws {
        let store = try Store.inMemory()
        try store.take(
            Samples.notice(
                "a", winners: [Samples.organisation("W", "Anna Berg", number: Self.person, isNaturalPerson: true)]))
        let person = try #require(try store.suppliers(named: "Anna Berg").first)
        try store.write {
            try $0.execute(
                sql: "CREATE TRIGGER t BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        }
        #expect(throws: StoreError.self) { try store.personalNumber(of: person.id, by: "anna", reason: "Brev") }
    }

    /// Numbers in running text are read out masked, wherever the text stands.
    @Test(arguments: ["640823-3234", "6408233234", "19640823-3234", "SE640823323401", "640883-3231"])
    func textsAreReadMasked(number: String) throws {
        let store = try Store.inMemory()
        var notice = Samples.notice("a", title: "Städning, kontakt \(number)")
        notice.description = LocalizedText("Fråga \(number) om nyckel", language: "SWE")
        notice.lots[0].title = LocalizedText("Del \(number)", language: "SWE")
        try store.take(notice)
        let text = """
            \(try store.marketFacts().facts)
            \(try store.findNotices(NoticeQuery(), limit: 100).items)
            """
        #expect(text.contains(OrganisationNumber.mask))
        #expect(!text.contains(number))
    }
}
