import Foundation
import Procurement
import Testing

@testable import Matching

/// Each signal's measures against values reckoned by hand from its formula.
@Suite struct SignalTests {
    private func measures(_ market: Market, _ query: MatchQuery, _ supplier: SupplierID, labels: [String: String] = [:])
        throws
        -> [String: Float]
    {
        let snapshot = market.snapshot(labels: labels)
        let number = try #require(snapshot.suppliers.number(of: supplier))
        var weights: [String: Double] = [:]
        for name in SignalName.allCases { weights[name.rawValue] = 1 }
        let options = MatchOptions(weights: try Weights.standard.overriding(weights))
        return Scoring(query, in: snapshot, options: options).measures(of: number)
    }

    private func isClose(_ left: Float?, _ right: Double, within tolerance: Double = 1e-4) -> Bool {
        left.map { abs(Double($0) - right) <= tolerance } ?? false
    }

    /// Two procurements with the same title as the query, a year apart: the older one has e^-0.2 of its likeness.
    @Test func experienceIsTheShareOfAgedVotes() throws {
        var market = Market()
        let old = market.supplier("old")
        let new = market.supplier("new")
        market.procurement("1", "Skolskjuts", won: [old], on: "2020-05-01")
        market.procurement("2", "Skolskjuts", won: [new], on: "2021-05-01")
        let query = MatchQuery("Skolskjuts")
        let vote = pow(exp(-0.2), 4)
        #expect(isClose(try measures(market, query, old)["experience"], 4 + log10(vote / (1 + vote))))
        #expect(isClose(try measures(market, query, new)["experience"], 4 + log10(1 / (1 + vote))))
    }

    /// The same buyer's vote counts 1.2⁴; a notice with two winners gives each 2^-0.2 of a vote.
    @Test func experienceKnowsBuyersAndCrowds() throws {
        var market = Market()
        let (one, two, three) = (market.supplier("a"), market.supplier("b"), market.supplier("c"))
        market.procurement("1", "Skolskjuts", won: [one], buyer: "Umeå kommun")
        market.procurement("2", "Skolskjuts", won: [two, three], buyer: "Lunds kommun")
        let query = MatchQuery("Skolskjuts", buyer: "Umeå kommun")
        let same = pow(1.2, 4.0)
        let crowd = pow(2, -0.2)
        #expect(isClose(try measures(market, query, one)["experience"], 4 + log10(same / (same + 2 * crowd))))
        #expect(isClose(try measures(market, query, two)["experience"], 4 + log10(crowd / (same + 2 * crowd))))
    }

    /// Three groups (601 twice, 909 once, 150 once): b = (2 + 1) / (4 + 3).
    @Test func scopeComparesWithTheGroupsShare() throws {
        var market = Market()
        let (inside, outside, never) = (market.supplier("a"), market.supplier("b"), market.supplier("c"))
        market.procurement("1", "Skolskjuts", cpv: "60130000", won: [inside])
        market.procurement("2", "Taxi", cpv: "60120000", won: [inside])
        market.procurement("3", "Städning", cpv: "90910000", won: [outside])
        market.procurement("4", "Bröd", cpv: "15000000", won: [outside])
        let query = MatchQuery("Skolskjuts", cpv: "60130000")
        let share = 3.0 / 7
        #expect(isClose(try measures(market, query, inside)["scope"], log((2 + 2 * share) / (4 * share))))
        #expect(isClose(try measures(market, query, outside)["scope"], log(0.5)))
        #expect(isClose(try measures(market, query, never)["scope"], 0))
    }

    /// What the register says that a supplier offers counts like a win, and is never told as one.
    @Test(arguments: [
        (
            ["60130000"], 2,
            "2 of the 2 procurements that it won are in the same CPV group, which it offers too, by the register."
        ),
        (
            ["60130000", "90910000"], 2,
            "2 of the 2 procurements that it won are in the same CPV group, which it offers too, by the register."
        ),
        (
            ["90910000"], 2,
            "2 of the 2 procurements that it won are in the same CPV group; by the register it offers others."
        ),
        ([], 2, "2 of the 2 procurements that it won are in the same CPV group."),
        (["60130000", "90910000", "15000000"], 0, "It offers this CPV group, by the register."),
        (["90910000"], 0, "It offers other CPV groups, by the register."),
    ])
    func scopeTellsWinsApartFromOffers(offers: [String], wins: Int, because: String) throws {
        var market = Market()
        let supplier = market.supplier("a", offers: offers)
        for number in 0..<wins { market.procurement("\(number)", "Taxi", cpv: "60120000", won: [supplier]) }
        market.procurement("x", "Taxi", cpv: "60120000", won: [market.supplier("b")])
        let matches = Ranker(market.snapshot()).rank(MatchQuery("Skolskjuts", cpv: "60130000")).matches
        let match = try #require(matches.first { $0.supplier == supplier })
        #expect(match.signals.first { $0.name == .scope }?.because == because)
    }

    /// One neighbour of industry 49320, one procurement far away of 81210; 2-digit nodes 49 and 81, 5-digit leaves of one
    /// branch each, so the estimate of a branch moves four times towards its share of 1 (or 0).
    @Test func industryIsSmoothedDownTheTree() throws {
        var market = Market()
        let driver = market.supplier("a", sni: "49320")
        let cleaner = market.supplier("b", sni: "81210")
        let unknown = market.supplier("c")
        market.procurement("1", "Skolskjuts", won: [driver])
        market.procurement("2", "Xyzw", won: [cleaner])
        let query = MatchQuery("Skolskjuts")
        var (near, far) = (0.5, 0.5)
        for _ in 0..<4 {
            near = (1 + 3 * near) / 4
            far = 3 * far / 4
        }
        #expect(isClose(try measures(market, query, driver)["industry"], log(near / 0.5)))
        #expect(isClose(try measures(market, query, cleaner)["industry"], log(far / 0.5)))
        #expect(try measures(market, query, unknown)["industry"]?.isNaN == true)
    }

    /// One neighbour, won by a small firm. Wins: small 1, large 1, each class one more; suppliers: small 1, large 2.
    @Test func capacityComparesWithTheRegister() throws {
        var market = Market()
        let small = market.supplier("a", size: .small)
        let large = market.supplier("b", size: .large)
        let sme = market.supplier("c", size: .sme)
        market.supplier("d", size: .large)
        market.procurement("1", "Skolskjuts", won: [small])
        market.procurement("2", "Xyzw", won: [large])
        let query = MatchQuery("Skolskjuts")
        let base = 2.0 / 6
        #expect(isClose(try measures(market, query, small)["size"], log((1 + 5 * base) / 6 / (1.0 / 3))))
        #expect(isClose(try measures(market, query, large)["size"], log(5 * base / 6 / (2.0 / 3))))
        #expect(try measures(market, query, sme)["size"]?.isNaN == true)
    }

    /// Umeå is in SE331. The first supplier won there, the second in neighbouring SE332, the third is at home there.
    @Test func regionWeighsWinsAndHome() throws {
        var market = Market()
        let here = market.supplier("a")
        let near = market.supplier("b")
        let home = market.supplier("c", name: "Umeå Taxi AB")
        let nowhere = market.supplier("d")
        market.procurement("1", "Skolskjuts", won: [here], buyer: "Umeå kommun")
        market.procurement("2", "Skolskjuts", won: [near], buyer: "Luleå kommun")
        let query = MatchQuery("Taxi", buyer: "Umeå kommun")
        let base = (1 + 0.15) / 2 + 0.002
        #expect(isClose(try measures(market, query, here)["nearness"], log((1 + 1.5 * base) / (2.5 * base))))
        #expect(isClose(try measures(market, query, near)["nearness"], log((0.15 + 1.5 * base) / (2.5 * base))))
        #expect(isClose(try measures(market, query, home)["nearness"], log((2 + 1.5 * base) / (3.5 * base))))
        #expect(try measures(market, query, nowhere)["nearness"]?.isNaN == true)
    }

    @Test func regionTakesNUTSCodes() throws {
        var market = Market()
        let here = market.supplier("a", nuts: ["SE331"])
        let away = market.supplier("b", nuts: ["SE224"])
        market.procurement("1", "Skolskjuts", won: [], nuts: ["SE331"])
        let query = MatchQuery("Taxi", nuts: ["SE331"])
        #expect(isClose(try measures(market, query, here)["nearness"], log((1.2 + 1.5 * 0.002) / (3.5 * 0.002))))
        #expect(isClose(try measures(market, query, away)["nearness"], log(1.5 / 3.5)))
    }

    @Test func buyerAndRecordCountWins() throws {
        var market = Market()
        let one = market.supplier("a")
        let other = market.supplier("b")
        market.procurement("1", "Skolskjuts", won: [one], buyer: "Umeå kommun")
        market.procurement("2", "Taxi", won: [one], buyer: "Umeå kommun")
        market.procurement("3", "Bröd", won: [one], buyer: "Lunds kommun")
        let query = MatchQuery("Skolskjuts", buyer: "Umeå kommun")
        #expect(isClose(try measures(market, query, one)["buyer"], log(3)))
        #expect(isClose(try measures(market, query, one)["record"], log(4)))
        #expect(isClose(try measures(market, query, other)["buyer"], 0))
        #expect(isClose(try measures(market, query, other)["record"], 0))
    }

    /// Municipalities have three of five wins: b = (3 + 1) / (5 + 6). Lund has not bought before, but is one of them.
    @Test func buyersOfAKindHaveSuppliersInCommon() throws {
        var market = Market()
        let inside = market.supplier("a")
        let outside = market.supplier("b")
        let never = market.supplier("c")
        market.procurement("1", "Skolskjuts", won: [inside], buyer: "Umeå kommun")
        market.procurement("2", "Taxi", won: [inside], buyer: "Kalmar kommun")
        market.procurement("3", "Bröd", won: [inside, outside], buyer: "Trafikverket")
        market.procurement("4", "Ved", won: [outside], buyer: "Falu kommun")
        let query = MatchQuery("Skolskjuts", buyer: "Lunds kommun")
        let share = 4.0 / 11
        #expect(isClose(try measures(market, query, inside)["buyerKind"], log((2 + 2 * share) / (5 * share))))
        #expect(isClose(try measures(market, query, outside)["buyerKind"], log((1 + 2 * share) / (4 * share))))
        #expect(isClose(try measures(market, query, never)["buyerKind"], 0))
        let match = try #require(
            Ranker(market.snapshot()).rank(query).matches.first { $0.supplier == inside }?.signals.first {
                $0.name == .buyer
            })
        #expect(
            match.because
                == "Procurements won from Lunds kommun before: 0; from municipalities: 2 of the 3 that it won.")
    }

    /// b = (1 + 1) / (2 + 6): the buyer's own wins of all. What may not speak is not counted.
    @Test func aBuyerOfNoKindIsAKindOfItsOwn() throws {
        var market = Market()
        let (one, other) = (market.supplier("a"), market.supplier("b"))
        market.procurement("1", "Skolskjuts", won: [one], buyer: "Kammarkollegiet")
        market.procurement("2", "Taxi", won: [other], buyer: "Umeå kommun")
        let query = MatchQuery("Skolskjuts", buyer: "Kammarkollegiet")
        #expect(isClose(try measures(market, query, one)["buyerKind"], log((1 + 0.5) / (3 * 0.25))))
        #expect(isClose(try measures(market, query, other)["buyerKind"], log(0.5 / (3 * 0.25))))
        var silent = MatchQuery("Taxi", buyer: "Umeå kommun")
        silent.excludedNotices = ["2"]
        #expect(isClose(try measures(market, silent, other)["buyerKind"], 0))
        #expect(isClose(try measures(market, silent, other)["buyer"], 0))
    }

    /// Three suppliers, one of them with “Umeå” in its name: ln 3 / ln 3.
    @Test func namesakesShareARareWord() throws {
        var market = Market()
        let same = market.supplier("a", name: "Umeå Energi AB")
        let other = market.supplier("b", name: "Svensk Energi AB")
        market.supplier("c")
        let query = MatchQuery("Elnät", buyer: "Umeås kommun")
        #expect(isClose(try measures(market, query, same)["namesake"], 1))
        #expect(isClose(try measures(market, query, other)["namesake"], 0))
    }

    @Test func wordsMeetNameAndTrade() throws {
        var market = Market()
        let taxi = market.supplier("a", name: "Taxi AB", sni: "49320", sniLabel: "Taxi")
        let taxiToo = market.supplier("b", name: "Taxi HB", sni: "81210", sniLabel: "Lokalvård")
        market.procurement("1", "Taxi", won: [taxi])
        market.procurement("2", "Bröd", won: [taxiToo])
        let query = MatchQuery("Taxi")
        #expect(isClose(try measures(market, query, taxi)["name"], 1))
        #expect(isClose(try measures(market, query, taxi)["trade"], 1))
        #expect(isClose(try measures(market, query, taxiToo)["name"], 1))
        #expect(isClose(try measures(market, query, taxiToo)["trade"], 0))
    }

    @Test func registerDescriptionsCountAsTrade() throws {
        var market = Market()
        let described = market.supplier("a", description: "taxi")
        let silent = market.supplier("b")
        market.procurement("1", "Taxi", won: [])
        market.procurement("2", "Taxi", won: [silent])
        #expect(isClose(try measures(market, MatchQuery("Taxi"), described)["trade"], 1))
        #expect(isClose(try measures(market, MatchQuery("Taxi"), silent)["trade"], 0))
    }

    @Test func recencyFallsWithDays() throws {
        var market = Market()
        let old = market.supplier("a")
        let new = market.supplier("b")
        market.procurement("1", "Taxi", won: [old], on: "2021-01-01")
        market.procurement("2", "Taxi", won: [new], on: "2021-05-01")
        #expect(isClose(try measures(market, MatchQuery("Taxi"), old)["recency"], exp(-1)))
        #expect(isClose(try measures(market, MatchQuery("Taxi"), new)["recency"], 1))
    }

    @Test func goalsAreTheShareMet() throws {
        var market = Market()
        let green = market.supplier("a")
        let none = market.supplier("b")
        market.procurement("1", "Taxi", won: [green], goals: ["env-imp"])
        market.procurement("2", "Taxi", won: [none])
        let query = MatchQuery("Taxi", goals: ["env-imp", "soc-obj"])
        #expect(isClose(try measures(market, query, green)["goals"], 0.5))
        #expect(try measures(market, query, none)["goals"]?.isNaN == true)
    }

    @Test func newcomersHaveNoWin() throws {
        var market = Market()
        let new = market.supplier("a")
        let old = market.supplier("b")
        market.procurement("1", "Taxi", won: [old])
        #expect(try measures(market, MatchQuery("Taxi"), new)["newcomer"] == 1)
        #expect(try measures(market, MatchQuery("Taxi"), old)["newcomer"] == 0)
    }
}
