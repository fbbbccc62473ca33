import Procurement
import Testing

@testable import Store

@Suite struct StoreOpeningTests {
    @Test func anImportIsFoundInTheFacts() throws {
        let store = try Store.inMemory()
        let winner = Samples.organisation("ORG-1", "Rena Golv AB", number: "5568592918", size: .small, nuts: "SE121")
        let counts = try store.take(Samples.notice("n1", winners: [winner]))
        #expect(counts.stored == 1)
        #expect(counts.seen == 1)
        let (facts, generation) = try store.marketFacts()
        #expect(generation == 1)
        let supplier = try #require(facts.suppliers.first)
        #expect(supplier.id == "SE5568592918")
        #expect(supplier.name == "Rena Golv AB")
        #expect(supplier.size == .small)
        #expect(supplier.nuts == [NUTSCode("SE121")])
        let procurement = try #require(facts.procurements.first)
        #expect(
            procurement.wins == [
                .init(
                    supplier: "SE5568592918", lots: ["LOT-0001"], value: Money(hundredths: 125_000_000, currency: "SEK")
                )
            ])
        #expect(procurement.buyers == [.init(key: "SE2120003005", name: "Uppsala kommun")])
        #expect(procurement.lots.first?.title == "Del 1")
    }
}
