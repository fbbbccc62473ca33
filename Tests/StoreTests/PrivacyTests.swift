import Foundation
import GRDB
import Procurement
import Testing

@testable import Store

/// A sole trader's number is a personal number. It is kept to know one person from another, and shown nowhere.
@Suite struct PrivacyTests {
    /// Valid but made up: the Tax Agency's test series.
    private static let person = "640823-3234"
    private static let digits = "6408233234"

    private static func store() throws -> Store {
        let store = try Store.inMemory()
        try store.take(
            Samples.notice(
                "a", winners: [Samples.organisation("W", "Anna Berg", number: person, isNaturalPerson: true)]),
            Samples.notice("b", winners: [Samples.organisation("W", "Bergs Städ 19640823-3234")]),
            Samples.notice("c", winners: [Samples.organisation("W", "", number: "SE\(digits)01")]),
            Samples.notice(
                "d",
                winners: [
                    Samples.organisation(
                        "W", "Matti Meikäläinen", number: "131052-308T", country: "FI", isNaturalPerson: true)
                ]),
            Samples.notice("e", winners: [Samples.organisation("W", "Enskilt Namn", isNaturalPerson: true)]))
        return store
    }

    @Test func noPersonalNumberIsFound() throws {
        let store = try Self.store()
        let text = """
            \(try store.marketFacts().facts)
            \(try store.findSuppliers(SupplierQuery(), limit: 100).items)
            \(try store.findNotices(NoticeQuery(), limit: 100).items)
            \(try store.marketFacts().facts.suppliers.compactMap { try store.supplier($0.id) })
            """
        for secret in ["640823", "3234", "131052", "308T"] { #expect(!text.contains(secret), "\(secret)") }
        for asked in [Self.person, Self.digits, "SE\(Self.digits)01", "19640823-3234"] {
            var query = SupplierQuery()
            query.number = asked
            #expect(try store.findSuppliers(query).items.isEmpty)
            query = SupplierQuery()
            query.name = asked
            #expect(try store.findSuppliers(query).items.isEmpty)
        }
    }

    @Test func aPersonsIDIsOpaqueAndTheStoresOwn() throws {
        let stores = try (Self.store(), Self.store())
        func ids(_ store: Store) throws -> Set<SupplierID> { Set(try store.marketFacts().facts.suppliers.map(\.id)) }
        let (left, right) = try (ids(stores.0), ids(stores.1))
        #expect(left.count == 3)
        #expect(left.allSatisfy { $0.rawValue.hasPrefix("p-") && $0.rawValue.utf8.count == 18 })
        #expect(left.isDisjoint(with: right))
        #expect(try stores.0.contentDigest() == stores.1.contentDigest())
    }

    @Test func onePersonIsOneSupplierHoweverTheNumberIsWritten() throws {
        let suppliers = try Self.store().suppliers(named: "Bergs Städ")
        #expect(suppliers.count == 1)
        #expect(suppliers.first?.otherNames == ["Anna Berg"])
        #expect(suppliers.first?.number == nil)
        #expect(suppliers.first?.isNaturalPerson == true)
    }

    @Test func aNumberOnlyPersonIsShownMasked() throws {
        let store = try Store.inMemory()
        try store.take(Samples.notice("c", winners: [Samples.organisation("W", "", number: Self.digits)]))
        #expect(try store.marketFacts().facts.suppliers.map(\.name) == [OrganisationNumber.mask])
    }

    @Test func aFlagOnACompanysNumberIsAMistake() throws {
        let store = try Store.inMemory()
        let flagged = Samples.organisation("W", "Rena Golv AB", number: "5568592918", isNaturalPerson: true)
        try store.take(Samples.notice("a", winners: [flagged]))
        #expect(try store.marketFacts().facts.suppliers.map(\.id) == ["SE5568592918"])
    }

    @Test(arguments: [false, true])
    func aForeignNumberBecomesAPersonsWhenANoticeSaysSo(isFlagFirst: Bool) throws {
        let store = try Store.inMemory()
        let plain = Samples.notice(
            "a", winners: [Samples.organisation("W", "Matti", number: "131052-308T", country: "FI")])
        let flagged = Samples.notice(
            "b",
            winners: [
                Samples.organisation("W", "M. Meikäläinen", number: "131052-308T", country: "FI", isNaturalPerson: true)
            ])
        try store.takeAll(isFlagFirst ? [flagged, plain] : [plain, flagged], chunk: 1)
        let supplier = try #require(try store.marketFacts().facts.suppliers.first)
        #expect(supplier.id.rawValue.hasPrefix("p-"))
        #expect(supplier.otherNames.count == 1)
        #expect(supplier.number == nil)
        #expect(try store.supplier("FI131052308T") == nil)
    }

    @Test func aBuyersKeyIsNoPersonalNumber() throws {
        var notice = Samples.notice("a")
        notice.organisations = [Samples.organisation("BUYER", "Anna Berg \(Self.person)", number: Self.digits)]
        let store = try Store.inMemory()
        try store.take(notice)
        #expect(
            try store.marketFacts().facts.procurements.first?.buyers == [.init(key: "anna berg", name: "Anna Berg")])
    }

    @Test func errorsHoldNoArguments() throws {
        let store = try Store.inMemory()
        let error = #expect(throws: StoreError.self) {
            try store.write { try $0.execute(sql: "INSERT INTO parties (number) VALUES (?)", arguments: [Self.digits]) }
        }
        #expect(error.map { !$0.description.contains(Self.digits) } == true)
    }
}
