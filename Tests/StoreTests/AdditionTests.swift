import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

/// Firms that are added by hand.
@Suite struct AdditionTests {
    private let store: Store

    init() throws { store = try Store.inMemory() }

    private func entry(_ name: String = "Nystart AB", number: String? = "556859-2918") -> RegisterEntry {
        var entry = RegisterEntry(name: name)
        entry.nationalID = number
        entry.description = "Tvättar arbetskläder"
        entry.email = "info@nystart.example"
        return entry
    }

    @Test func itIsASupplierAndOnTheRecord() throws {
        let added = try store.addFirm(entry(), reason: "Mässan, 640823-3234", by: "anna")
        #expect(added.supplier == "SE5568592918" && added.isNew)
        let supplier = try store.supplier(added.supplier)?.supplier
        #expect(supplier?.name == "Nystart AB" && supplier?.register?.email == "info@nystart.example")
        #expect(try store.marketFacts().facts.suppliers.map(\.name) == ["Nystart AB"])
        let record = try #require(try store.audit(.added).items.first).record
        #expect(record.by == "anna" && record.subject == "SE5568592918" && record.method == "suppliers.add")
        #expect(record.reason == "Mässan, XXXXXX-XXXX")
    }

    @Test func theSameAgainIsNoSecondOne() throws {
        _ = try store.addFirm(entry(), reason: "a", by: "anna")
        let generation = try store.generation
        let again = try store.addFirm(entry(), reason: "b", by: "bo")
        #expect(!again.isNew && again.supplier == "SE5568592918")
        #expect(try store.generation == generation && store.audit().items.count == 1)
    }

    @Test func whatTheRegisterSaysIsNotWrittenOver() throws {
        let folder = try TemporaryFolder()
        _ = try store.importRegister(path: folder.write("name,id\nNystart AB,556859-2918\n", to: "r.csv"))
        let digest = try store.contentDigest()
        for other in [entry(), entry("Annat Namn AB")] {
            #expect(throws: StoreError.self) { try store.addFirm(other, reason: "a", by: "anna") }
        }
        #expect(try store.contentDigest() == digest && store.audit().items.isEmpty)
    }

    @Test(arguments: [("Nystart AB", "556859-2919"), ("Personuppgift", nil), ("--", nil)] as [(String, String?)])
    func whatNamesNobodyIsRefused(name: String, number: String?) throws {
        #expect(throws: StoreError.self) {
            try store.addFirm(entry(name, number: number), reason: "a", by: "anna")
        }
        #expect(try store.counts().suppliers == 0 && store.audit().items.isEmpty)
    }

    /// Whatever comes of its number later, of a register, a notice or an office's own file, is said of the same supplier.
    @Test func whatComesLaterJoinsIt() throws {
        let id = try store.addFirm(entry(), reason: "a", by: "anna").supplier
        var firm = RegisteredFirm(source: .bolagsverket, number: 5_568_592_918, name: "NYSTART I EKBY AB")
        firm.ended = CalendarDate("2024-03-01")
        var taken = TakenFirms()
        _ = try store.importFirms(
            [(firm: firm, line: 2)], from: "/r", into: try store.beginImport(.register, paths: ["/r"]), taken: &taken)
        try store.take(Samples.notice("a", winners: [Samples.organisation("W", "Nystart", number: "5568592918")]))
        let supplier = try #require(try store.supplier(id))
        #expect(supplier.supplier.name == "Nystart AB" && supplier.awardCount == 1)
        #expect(supplier.supplier.register?.firm?.status?.kind == .deregistered)
        #expect(try store.counts().suppliers == 1)
    }

    /// A sole trader may be added too; the number is a personal number, and shown to nobody.
    @Test func aSoleTradersNumberIsNoId() throws {
        let id = try store.addFirm(entry("Anna Bergs Tvätt", number: "640823-3234"), reason: "a", by: "anna").supplier
        #expect(id.rawValue.hasPrefix("p-"))
        #expect(try store.supplier(id)?.supplier.number == nil)
        #expect(try store.audit(.added).items.first?.record.subject == id.rawValue)
    }
}
