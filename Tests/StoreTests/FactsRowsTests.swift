import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// The records say what the columns say.
@Suite struct FactsRowsTests {
    private static let notices = (1...60).map { number -> Notice in
        var notice = Samples.notice(
            NoticeID("n\(number % 50)"), version: number / 50 + 1, title: "Upphandling \(number), tel 640823-3234",
            date: "2023-05-0\(number % 7 + 1)",
            winners: [
                Samples.organisation("W", "Företag \(number % 7) AB", number: number % 3 == 0 ? "5568592918" : nil)
            ],
            purpose: number % 5 == 0 ? .competition : .result)
        if number % 4 == 0 { notice.issued = nil }
        if number % 6 == 0 { notice.procedureID = ProcedureID("P\(number)") }
        return notice
    }

    /// What the columns say, without running texts.
    private static func expected(_ store: Store) throws -> [PastProcurement] {
        try store.read { database in
            try MarketFactsReader(database: database).procurements(within: "SELECT row FROM notices").map {
                var procurement = $0
                procurement.description = nil
                procurement.lots = []
                return procurement
            }
        }
    }

    private static func facts(_ store: Store) throws -> [PastProcurement] {
        Array(try store.marketFacts().facts.procurements)
    }

    @Test func recordsSayWhatColumnsSay() throws {
        let store = try Store.inMemory()
        try store.takeAll(Self.notices, chunk: 7)
        let expected = try Self.expected(store)
        #expect(expected.count == 50)
        #expect(expected.contains { !$0.wins.isEmpty })
        #expect(try Self.facts(store) == expected)
        // Only current notices have one.
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM notice_facts") } == 50)
    }

    /// As a store of an earlier schema comes: without records. Notices go on coming in meanwhile.
    @Test func missingRecordsAreMadeUpFor() throws {
        let store = try Store.inMemory()
        let notices = (1...4100).map { Samples.notice(NoticeID("n\($0)"), date: "2023-05-0\($0 % 7 + 1)") }
        try store.takeAll(notices)
        try store.write {
            try $0.execute(
                sql: "DELETE FROM notice_facts; INSERT INTO facts_pending SELECT 1, 0, max(row) FROM notices")
        }
        try store.takeAll(
            Self.notices.map { notice in
                var notice = notice
                notice.version += 10
                return notice
            })
        let expected = try Self.expected(store)
        #expect(try Self.facts(store) == expected)
        // Cut short after the first thousands, and once more at the second.
        for _ in 0..<2 {
            #expect(try store.write { try FactsRows(database: $0).continuePending() })
            #expect(try Self.facts(store) == expected)
        }
        try store.completeFacts()
        #expect(try Self.facts(store) == expected)
        #expect(try store.read { try FactsRows(database: $0).pending() } == nil)
        try store.completeFacts()
        #expect(try store.integrityProblems() == [])
    }

    @Test func aNewStoreHasNothingToMakeUpFor() throws {
        #expect(try Store.inMemory().read { try FactsRows(database: $0).pending() } == nil)
    }

    @Test(arguments: [
        "x''", "x'0000'", "x'ffffffffffffffffffffffff'", "substr(facts, 1, length(facts) - 1)",
        "CAST(facts || x'00' AS BLOB)",
    ])
    func anUnsoundRecordIsToldOf(record: String) throws {
        let store = try Store.inMemory()
        try store.takeAll(Self.notices)
        try store.write {
            try $0.execute(sql: "UPDATE notice_facts SET facts = \(record) WHERE notice = 20")
        }
        #expect(throws: StoreError.damaged(path: ":memory:", detail: "the facts of notice row 20 can't be read")) {
            try store.marketFacts()
        }
    }
}
