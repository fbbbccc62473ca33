import Procurement
import Testing

@testable import Matching

/// Sentences that must fit the value that they stand beside.
@Suite struct ReasonSentenceTests {
    private func reason(
        _ signal: SignalName, of supplier: SupplierID, in market: Market, _ query: MatchQuery
    ) throws -> String {
        let scoring = Scoring(query, in: market.snapshot(), options: MatchOptions())
        let number = try #require(scoring.context.snapshot.suppliers.number(of: supplier))
        return try #require(scoring.signalScores(number).first { $0.name == signal }).because
    }

    @Test func whoIsAtHomeThereIsToldSoAndNotThatItNeverWonThere() throws {
        var market = Market()
        let near = market.supplier("a", nuts: ["SE331"])
        let far = market.supplier("b", nuts: ["SE224"])
        let busy = market.supplier("c", nuts: ["SE224"])
        market.procurement("1", "Taxi", won: [near, far], nuts: ["SE224"])
        market.procurement("2", "Taxi", won: [busy], nuts: ["SE331"])
        let query = MatchQuery("Taxi", nuts: ["SE331"])
        #expect(try reason(.region, of: near, in: market, query) == "It is at home in SE331.")
        #expect(
            try reason(.region, of: far, in: market, query)
                == "None of its 1 wins with a known place is in SE331. It is at home in SE224.")
        #expect(
            try reason(.region, of: busy, in: market, query)
                == "1 of its 1 wins with a known place are in SE331. It is at home in SE224.")
    }

    @Test func whoHasNoWinIsNotCountedZeroOfZero() throws {
        var market = Market()
        let old = market.supplier("a")
        let new = market.supplier("b")
        market.procurement("1", "Taxi", won: [old], buyer: "Umeå kommun")
        let query = MatchQuery("Taxi", buyer: "Umeå kommun")
        #expect(try reason(.buyer, of: new, in: market, query).hasPrefix("No win is known, from Umeå kommun"))
        #expect(try reason(.buyer, of: old, in: market, query).hasPrefix("Procurements won from Umeå kommun before: 1"))
    }

    @Test func whatIsBeyondAHundredfoldIsNotCounted() {
        #expect(Phrases(language: .en).times(1135) == "more than 100 times")
        #expect(Phrases(language: .sv).times(1135) == "mer än 100 gånger")
        #expect(Phrases(language: .en).times(99.6) == "100 times")
    }
}
