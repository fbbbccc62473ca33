import Containers
import Language
import Procurement
import Testing

@testable import Matching

@Suite struct TextWordsTests {
    /// A snapshot's answers stand on the words being the ones that a text read by itself has.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func rowsHaveTheWordsOfTheirTexts(seed: UInt64) {
        var facts = Market.random(seed: seed).facts
        facts.suppliers[0].otherNames = ["Öbergs Tåg & Buss", "Café Zoë"]
        facts.suppliers[1].register = RegisterEntry(name: "x")
        facts.suppliers[1].register?.sniLabel = "Lokalvård"
        facts.suppliers[1].register?.description = "städar 24 timmar om dygnet, städar allt"
        let known = facts.procurements.sorted
        let texts = MarketTexts(facts.suppliers, known)

        for (place, procurement) in known.enumerated() {
            let words = texts.titles.rows[place].map { texts.titles.words.string($0) }
            #expect(words == FoldedText(procurement.title).strings)
        }
        for (number, supplier) in facts.suppliers.enumerated() {
            func strings(_ rows: RaggedRows<Int32>) -> [String] {
                rows[number].map { texts.ofSuppliers.words.string($0) }
            }
            #expect(strings(texts.ofSuppliers.names) == FoldedText(supplier.name).strings)
            let others = supplier.otherNames + [supplier.register?.sniLabel].compactMap { $0 }
            #expect(strings(texts.ofSuppliers.others) == others.flatMap { FoldedText($0).strings })
            #expect(
                strings(texts.ofSuppliers.descriptions) == FoldedText(supplier.register?.description ?? "").strings)
        }
        for word in texts.titles.rows.rows.prefix(1).flatMap({ texts.titles.rows[Int($0)] }) {
            let holders = known.filter { FoldedText($0.title).strings.contains(texts.titles.words.string(word)) }.count
            #expect(texts.titles.holders(texts.titles.rows.rows)[Int(word)] == Int32(holders))
        }
    }

    /// The same facts in any order, in one piece or put together, give the same answers.
    @Test(arguments: [4, 5, 6] as [UInt64])
    func theOrderOfFactsChangesNothing(seed: UInt64) {
        let market = Market.random(seed: seed)
        var other = market
        var generator = SplitMix64(seed: seed)
        other.facts.suppliers.shuffle(using: &generator)
        other.facts.procurements = PastProcurements(Array(market.facts.procurements).shuffled(using: &generator))
        let (one, two) = (market.snapshot(), other.snapshot())
        for title in ["Skolskjuts i Umeå", "lokalvård och fönsterputs", "takarbeten 3"] {
            let query = MatchQuery(title, cpv: "60130000", buyer: "Lund kommun")
            let options = MatchOptions(limit: 60)
            #expect(Ranker(one).rank(query, options) == Ranker(two).rank(query, options))
            #expect(
                SupplierSearch(one).find(title, cpv: [], limit: 60)
                    == SupplierSearch(two).find(title, cpv: [], limit: 60)
            )
        }
    }
}
