import Procurement
import Testing

@testable import Matching

/// What some suppliers have in common by what they have won and offer.
@Suite struct WonGroupTests {
    private func market(_ wins: [(cpv: String, winners: [SupplierID])], offers: [String] = []) -> Market {
        var market = Market()
        market.supplier("a", offers: offers)
        for id in ["b", "c"] { market.supplier(id) }
        for (number, win) in wins.enumerated() {
            market.procurement("n\(number)", "Titel", cpv: win.cpv, won: win.winners)
        }
        return market
    }

    private func told(_ market: Market, _ suppliers: [SupplierID]) -> [String] {
        market.snapshot().groups(of: suppliers).map { "\($0.pattern) \($0.suppliers) \($0.wins)" }
    }

    @Test func whatMostHaveComesFirstThenWhatWasWonMost() {
        let market = market([
            ("72200000", ["a"]), ("72200000", ["b"]), ("90910000", ["a"]), ("90910000", ["a"]), ("15810000", ["c"]),
        ])
        #expect(told(market, ["a", "b"]) == ["722* 2 2", "909* 1 2"])
        #expect(told(market, ["c", "unknown", "c"]) == ["158* 1 1"])
        #expect(told(market, []).isEmpty)
    }

    @Test func whatTheyOfferCountsWithoutAWin() {
        #expect(told(market([], offers: ["72200000"]), ["a"]) == ["722* 1 0"])
    }

    /// 72000000 beside 72200000 would let in everything in the division.
    @Test func aDivisionStandsThereWhereNothingNarrowerDoes() {
        let both = market([("72000000", ["a"]), ("72000000", ["a"]), ("72200000", ["a"])])
        #expect(told(both, ["a"]) == ["722* 1 1"])
        #expect(told(market([("72000000", ["a"])]), ["a"]) == ["72* 1 1"])
        // 03 is a division with a nought of its own.
        #expect(told(market([("03000000", ["a"])]), ["a"]) == ["03* 1 1"])
    }

    /// Eight at most, and no more than say four fifths of all.
    @Test func theRestIsLeftOut() {
        let codes = (1...9).flatMap { digit in (1...2).map { "\(digit)1\($0)00000" } }
        #expect(told(market(codes.map { ($0, ["a"]) }), ["a"]).count == 8)
        let lopsided = market((0..<20).map { _ in ("72200000", ["a"]) } + [("90910000", ["a"])])
        #expect(told(lopsided, ["a"]) == ["722* 1 20"])
    }
}
