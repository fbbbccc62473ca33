import Foundation
import GRDB
import Procurement
import TestSupport
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
                        "W", "Matti Meikäläinen", number: "120174-3399", country: "IS", isNaturalPerson: true)
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
            "a", winners: [Samples.organisation("W", "Jón", number: "120174-3399", country: "IS")])
        let flagged = Samples.notice(
            "b",
            winners: [
                Samples.organisation("W", "J. Jónsson", number: "120174-3399", country: "IS", isNaturalPerson: true)
            ])
        try store.takeAll(isFlagFirst ? [flagged, plain] : [plain, flagged], chunk: 1)
        let supplier = try #require(try store.marketFacts().facts.suppliers.first)
        #expect(supplier.id.rawValue.hasPrefix("p-"))
        #expect(supplier.otherNames.count == 1)
        #expect(supplier.number == nil)
        #expect(try store.supplier("IS1201743399") == nil)
    }

    @Test func aBuyersKeyIsNoPersonalNumber() throws {
        var notice = Samples.notice("a")
        notice.organisations = [Samples.organisation("BUYER", "Anna Berg \(Self.person)", number: Self.digits)]
        let store = try Store.inMemory()
        try store.take(notice)
        #expect(
            try store.marketFacts().facts.procurements.first?.buyers == [.init(key: "anna berg", name: "Anna Berg")])
    }

    /// Supplier names first: whatever is written in a name leaves it, and says whose it is.
    @Test(arguments: WrittenForms.all) func aNumberInANameIsThePersonsAndNotShown(form: String) throws {
        for name in ["Fia Ek \(form)", "\(form) Fia Ek", "Fia Ek (\(form))", "Fia Ek, org.nr \(form)"] {
            let (rest, number) = NumberInName.split(name)
            #expect(!WrittenForms.isHeld(by: rest), "\(rest)")
            #expect(number?.number == WrittenForms.digits)
            let party = try #require(Party(Samples.organisation("W", name, number: "-")))
            #expect(party.isPerson)
            #expect(!WrittenForms.isHeld(by: party.name + party.stem + party.otherNames.joined()))
        }
    }

    @Test func aCompanysNumberLeavesItsNameToo() {
        for text in [
            "Foo AB 556859-2918", "Foo AB (5568592918)", "Foo AB SE556859291801", "Foo AB, org.nr 16556859-2918",
        ] {
            #expect(NumberInName.split(text).rest == "Foo AB", "\(text)")
            #expect(NumberInName.split(text).number?.number == "5568592918")
        }
        #expect(NumberInName.split("Foo SE 556859-2918").rest == "Foo SE", "a European company")
        for text in ["Foo 24 AB", "Konsortiet 2024-01-15", "Bar 08-123 456 78", "Foo 1234567890 AB"] {
            #expect(NumberInName.split(text).rest == text)
        }
    }

    /// Names that an earlier Torg kept with their numbers are mended, as if they had been read so from the start.
    @Test func namesKeptBeforeAreMended() throws {
        let name = "Fia Ek SE811228987402"
        func fill(_ store: Store) throws {
            try store.take(Samples.notice("a", winners: [Samples.organisation("W", name, number: "-")]))
            let folder = try TemporaryFolder()
            defer { withExtendedLifetime(folder) {} }
            _ = try store.importRegister(
                path: try folder.write("name,id,description\nFia Ek,811228-9874,Städar\n", to: "r.csv"))
        }
        let store = try Store.inMemory()
        try fill(store)
        try store.database.write { database in
            try database.execute(
                sql: """
                    UPDATE parties SET name = ?1, number = '', form = '', person = 0, stem = 'fia ek se811228987402';
                    UPDATE register SET name = ?1, number = '';
                    UPDATE suppliers SET id = 'n-0123456789abcdef', key = 'fia ek se811228987402||SE', number = NULL,
                        person = 0, name = ?1, folded = 'fia ek se811228987402';
                    UPDATE supplier_names SET name = ?1, folded = 'fia ek se811228987402';
                    """, arguments: [name, name, name, name])
        }
        #expect(!"\(try store.marketFacts().facts.suppliers)".contains("9874"), "nothing is shown before either")
        try store.mendNames()
        let suppliers = try store.findSuppliers(SupplierQuery()).items
        #expect(suppliers.map(\.name) == ["Fia Ek"])
        #expect(suppliers.allSatisfy { $0.isNaturalPerson && $0.id.rawValue.hasPrefix("p-") && $0.awards == 1 })
        #expect(try store.integrityProblems() == [])
        let generation = try store.generation
        try store.mendNames()
        #expect(try store.generation == generation, "there is nothing left to mend")
    }

    @Test func errorsHoldNoArguments() throws {
        let store = try Store.inMemory()
        let error = #expect(throws: StoreError.self) {
            try store.write { try $0.execute(sql: "INSERT INTO parties (number) VALUES (?)", arguments: [Self.digits]) }
        }
        #expect(error.map { !$0.description.contains(Self.digits) } == true)
    }
}
