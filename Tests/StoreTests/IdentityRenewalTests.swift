import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// Stores of before numbers, masks and names were read as they are now.
@Suite struct IdentityRenewalTests {
    private static let nothingElse = Samples.notice(
        "other", winners: [Samples.organisation("W", "Annan Firma AB", number: "516404-9768")])

    /// A store as one of an earlier schema comes.
    private static func store(_ notices: Notice..., change: (Database) throws -> Void) throws -> Store {
        let store = try Store.inMemory()
        try store.takeAll(notices + [nothingElse])
        try store.write {
            try change($0)
            try $0.execute(sql: "INSERT INTO identity_pending SELECT 1, -1, max(row) FROM notices")
        }
        return store
    }

    private static func exchange(_ text: String, for other: String, in database: Database) throws {
        try database.execute(
            sql: "UPDATE notice_contents SET json = CAST(replace(CAST(json AS TEXT), ?, ?) AS BLOB)",
            arguments: [text, other])
    }

    /// As if everything had been imported by this Torg.
    private static func expectFresh(_ store: Store) throws {
        #expect(try store.read { try !IdentityRenewal.isPending($0) })
        #expect(try store.integrityProblems() == [])
        let facts = try store.marketFacts().facts
        let expected = try store.read { database in
            try MarketFactsReader(database: database).procurements(within: "SELECT row FROM notices").map {
                var procurement = $0
                procurement.description = nil
                procurement.lots = []
                return procurement
            }
        }
        #expect(Array(facts.procurements) == expected)
        // Whoever has nothing to say any more is gone.
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM suppliers") } == facts.suppliers.count)
    }

    @Test func aNumberThatCouldNotBeReadIsReadNow() throws {
        let winner = Samples.organisation("W", "Rena Golv AB", number: "unread-4711-unread")
        let store = try Self.store(Samples.notice("a", winners: [winner])) {
            try Self.exchange("unread-4711-unread", for: "0007:5568592918", in: $0)
        }
        let before = try #require(try store.suppliers(named: "Rena Golv AB").first?.id)
        let generation = try store.generation
        _ = try store.record(Feedback(need: "{}", supplier: before, verdict: .accepted, by: "anna"))
        try store.renewIdentities()
        let after = try #require(try store.suppliers(named: "Rena Golv AB").first)
        #expect(after.id == "SE5568592918")
        #expect(try store.generation > generation)
        // The id of before still leads there, and so does what was said of it.
        #expect(try store.supplier(before)?.supplier.id == after.id)
        for id in [before, after.id] {
            #expect(try store.feedback(on: id).items.map(\.feedback.supplier) == [after.id])
        }
        #expect(try store.decisions().decisions.map(\.feedback.supplier) == [after.id])
        try Self.expectFresh(store)
        let renewed = try store.generation
        try store.renewIdentities()
        #expect(try store.generation == renewed, "there is nothing left to do")
    }

    @Test func anIdOfAnotherWritingLeadsToTheNumber() throws {
        let winner = Samples.organisation("W", "Golv AS", number: "Org.nr 999 888 704", country: "NO")
        let store = try Self.store(Samples.notice("a", winners: [winner])) {
            try $0.execute(
                sql: """
                    UPDATE parties SET number = 'NOORGNR999888704' WHERE number = 'NO999888704';
                    UPDATE suppliers SET id = 'NOORGNR999888704', key = id, number = id WHERE id = 'NO999888704';
                    UPDATE suppliers SET key = id, number = id WHERE id = 'NOORGNR999888704';
                    """)
        }
        #expect(try store.supplier("NOORGNR999888704")?.awardCount == 1)
        try store.renewIdentities()
        #expect(try store.suppliers(named: "Golv AS").map(\.id) == ["NO999888704"])
        #expect(try store.supplier("NOORGNR999888704")?.supplier.id == "NO999888704")
        try Self.expectFresh(store)
    }

    @Test func aPlaceholderLeavesItsStrangers() throws {
        let store = try Self.store(
            Samples.notice("a", winners: [Samples.organisation("W", "Quintus GmbH", number: "12345", country: "DE")]),
            Samples.notice("b", winners: [Samples.organisation("W", "Trombin GmbH", number: "12345", country: "DE")])
        ) {
            try $0.execute(
                sql: """
                    UPDATE parties SET number = 'DE12345' WHERE country = 'DE';
                    DELETE FROM supplier_aliases;
                    UPDATE parties SET supplier = NULL WHERE country = 'DE';
                    DELETE FROM suppliers WHERE country = 'DE';
                    INSERT INTO suppliers (key, id, generation, name, folded, number, person, country, nuts)
                    VALUES ('DE12345', 'DE12345', 1, 'Quintus GmbH', 'quintus gmbh', 'DE12345', 0, 'DE', '');
                    UPDATE parties SET supplier = last_insert_rowid() WHERE country = 'DE';
                    """)
        }
        #expect(try store.supplier("DE12345")?.awardCount == 2)
        try store.renewIdentities()
        #expect(try store.suppliers(named: "Quintus GmbH").count == 1)
        #expect(try store.suppliers(named: "Trombin GmbH").count == 1)
        #expect(try store.supplier("DE12345") == nil, "nobody can say which of the two was meant")
        try Self.expectFresh(store)
    }

    @Test func aMaskedWinnerIsWithheld() throws {
        let winners = [Samples.organisation("W", "Anna Ek", isNaturalPerson: true)]
        let store = try Self.store(
            Samples.notice("a", winners: winners), Samples.notice("b", version: 1, winners: winners),
            Samples.notice("b", version: 2, winners: winners)
        ) { try Self.exchange("Anna Ek", for: "Personuppgift", in: $0) }
        try store.renewIdentities()
        #expect(try store.counts().suppliers == 1)
        for (id, version) in [("a", nil), ("b", nil), ("b", 1)] as [(NoticeID, Int?)] {
            let award = try #require(try store.notice(id, version: version)?.notice.awards.first)
            #expect(award.winners == [])
            #expect(award.outcome == .awarded(winnersWithheld: true))
        }
        // The same feed read again brings nothing new.
        let masked = Samples.notice("a", winners: [Samples.organisation("W", "Personuppgift", isNaturalPerson: true)])
        #expect(try store.take(masked.withMaskedWinnersWithheld).unchanged == 1)
        try Self.expectFresh(store)
    }

    @Test func aMaskedBuyerIsNobody() throws {
        let store = try Self.store(Samples.notice("a")) {
            try Self.exchange("Uppsala kommun", for: "Sekretess", in: $0)
        }
        try store.renewIdentities()
        #expect(try store.findNotices(NoticeQuery()).items.allSatisfy { $0.buyers.isEmpty })
        var query = NoticeQuery()
        query.text = "Uppsala"
        #expect(try store.findNotices(query).items == [], "its words are forgotten too")
        try Self.expectFresh(store)
    }

    @Test func registerEntriesAreReadAnewToo() throws {
        let folder = try TemporaryFolder()
        let store = try Store.inMemory()
        _ = try store.importRegister(
            path: folder.write("name,id\nAnna Ek,\nRena Golv AB,556859-2918\nGolv AS,NO999888704\n", to: "register.csv")
        )
        try store.write {
            try $0.execute(
                sql: """
                    UPDATE register SET name = 'Personuppgift' WHERE name = 'Anna Ek';
                    UPDATE parties SET name = 'Personuppgift', stem = 'personuppgift' WHERE name = 'Anna Ek';
                    UPDATE register SET number = 'NOORGNR999888704' WHERE number = 'NO999888704';
                    INSERT INTO identity_pending VALUES (1, -1, 0);
                    """)
        }
        try store.renewIdentities()
        #expect(try store.marketFacts().facts.suppliers.map(\.name).sorted() == ["Golv AS", "Rena Golv AB"])
        #expect(try store.supplier("NO999888704")?.supplier.register?.nationalID == "NO 999888704")
        try Self.expectFresh(store)
    }

    /// Names were folded without normalising: two writings of one name were two suppliers.
    @Test func namesAreFoldedAnew() throws {
        let store = try Self.store(
            Samples.notice("a", winners: [Samples.organisation("W", "ＡＬＦＡ Bygg AB")]),
            Samples.notice("b", winners: [Samples.organisation("W", "Alfa Bygg AB")])
        ) {
            try $0.execute(
                sql: """
                    INSERT INTO suppliers (key, id, generation, name, folded, person, country, nuts)
                    VALUES ('ａｌｆａ bygg|ab|SE', 'n-0000000000000000', 1, 'ＡＬＦＡ Bygg AB', 'ａｌｆａ bygg ab', 0, 'SE', '');
                    UPDATE parties SET stem = 'ａｌｆａ bygg', supplier = last_insert_rowid() WHERE name = 'ＡＬＦＡ Bygg AB';
                    """)
        }
        #expect(try store.marketFacts().facts.suppliers.count == 3)
        try store.renewIdentities()
        let supplier = try #require(try store.suppliers(named: "Alfa Bygg AB").first)
        #expect(supplier.otherNames == ["ＡＬＦＡ Bygg AB"] || supplier.name == "ＡＬＦＡ Bygg AB")
        #expect(try store.supplier(supplier.id)?.awardCount == 2)
        try Self.expectFresh(store)
    }

    @Test func aNewStoreHasNothingToReadAnew() throws {
        #expect(try Store.inMemory().read { try !IdentityRenewal.isPending($0) })
    }

    /// The index of words of before had the words of texts as they were written.
    @Test func wordsAreNormalisedByTheMigration() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("torg.sqlite")
        var store = try Store(path: path)
        try store.take(Samples.notice("glass", title: "Glas\u{AD}mästeri\u{AD}arbeten"), Self.nothingElse)
        try store.write {
            try $0.execute(
                sql: """
                    INSERT INTO notice_words (notice_words) VALUES ('delete-all');
                    INSERT INTO notice_words (rowid, title, description, lots, buyers)
                    SELECT row, title, description,
                        (SELECT group_concat(title, ' ') FROM lots WHERE notice = row),
                        (SELECT group_concat(name, ' ') FROM notice_buyers WHERE notice = row)
                    FROM notices;
                    DROP TABLE identity_pending;
                    DELETE FROM grdb_migrations WHERE identifier = '10-identity';
                    """)
        }
        var query = NoticeQuery()
        query.text = "glasmästeriarbeten"
        #expect(try store.findNotices(query).items == [])
        try store.close()
        store = try Store(path: path)
        #expect(try store.findNotices(query).items.map(\.id) == ["glass"])
        query.text = "mästeri"
        #expect(try store.findNotices(query).items == [])
        query.text = "skolor"
        #expect(try store.findNotices(query).items.map(\.id) == ["other"])
        try store.renewIdentities()
        try Self.expectFresh(store)
    }
}
