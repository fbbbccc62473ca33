import Procurement
import Testing

@testable import Matching

@Suite struct TwoListsTests {
    private let query = MatchQuery("Skolskjuts i Umeå", cpv: "60130000", buyer: "Umeå kommun")

    /// The list of newcomers is what a filter on newcomers gives, whether all are scored or only the likeliest.
    @Test(arguments: [1, 3, 7, 100], [UInt64(1), 2, 3])
    func newcomersAreThoseOfTheFilter(limit: Int, seed: UInt64) {
        let snapshot = Market.random(seed: seed, suppliers: 120, procurements: 60).snapshot()
        let result = Ranker(snapshot).rank(query, MatchOptions(limit: limit, listsNewcomers: true))
        let alone = Ranker(snapshot).rank(
            query, MatchOptions(limit: limit, filter: SupplierFilter(newcomers: true)))
        #expect(result.newcomers == alone.matches)
        #expect(alone.matches.allSatisfy(\.isNewcomer) && !alone.matches.isEmpty)
        #expect(result.matches == Ranker(snapshot).rank(query, MatchOptions(limit: limit)).matches)
    }

    @Test func withoutAskingThereIsOneList() {
        let snapshot = Market.random(seed: 1).snapshot()
        #expect(Ranker(snapshot).rank(query).newcomers == nil)
    }

    @Test func placesThatAreNotKnownAreCountedAndCanBeIncluded() throws {
        var market = Market()
        market.supplier("a", nuts: ["SE331"])
        market.supplier("b")
        market.supplier("c", nuts: ["SE224"])
        market.supplier("d", size: .large)
        let north = try #require(NUTSCode("SE33"))
        let ranker = Ranker(market.snapshot())
        func ids(_ filter: SupplierFilter) -> (ids: Set<SupplierID>, without: Int?) {
            let result = ranker.rank(query, MatchOptions(filter: filter))
            return (Set(result.matches.map(\.supplier)), result.withoutPlace)
        }
        #expect(ids(SupplierFilter()) == (["a", "b", "c", "d"], nil))
        #expect(ids(SupplierFilter(nuts: [north])) == (["a"], 2))
        #expect(ids(SupplierFilter(nuts: [north], includesUnknownPlace: true)) == (["a", "b", "d"], nil))
        #expect(ids(SupplierFilter(sizes: [.large], nuts: [north])) == ([], 1))
    }

    @Test func countriesAreThoseKnown() {
        var market = Market()
        market.supplier("a", nuts: ["SE331"])
        market.supplier("b")
        market.supplier("c", nuts: ["FI1B1"])
        market.facts.suppliers[1].number = OrganisationNumber(country: "FI", number: "28562988")
        market.supplier("d")
        market.facts.suppliers[3].country = "SE"
        market.supplier("e")
        let ranker = Ranker(market.snapshot())
        func ids(_ countries: Set<String>) -> Set<SupplierID> {
            let options = MatchOptions(filter: SupplierFilter(countries: countries))
            return Set(ranker.rank(query, options).matches.map(\.supplier))
        }
        #expect(ids(["SE"]) == ["a", "d"])
        #expect(ids(["FI", "NO"]) == ["b", "c"])
    }

    @Test func dataReachToTheNewestThatCounts() {
        var market = Market()
        let firm = market.supplier("a")
        market.procurement("1", "Taxi", won: [firm], on: "2021-05-01")
        market.procurement("2", "Taxi", won: [], on: "2021-06-01")
        market.procurement("3", "Taxi", won: [], on: "2021-07-01", purpose: .competition)
        #expect(market.snapshot().dataThrough == CalendarDate("2021-06-01"))
        #expect(market.snapshot(asOf: "2021-05-20").dataThrough == CalendarDate("2021-05-01"))
        #expect(Market().snapshot().dataThrough == nil)
        #expect(Ranker(market.snapshot()).rank(query).dataThrough == CalendarDate("2021-06-01"))
    }

    @Test func regionsAndBuyersAreKnownOrNot() throws {
        for code in ["SE", "SE1", "SE12", "SE121", "SEZZZ", "NO081", "EL", "UK"] {
            #expect(try #require(NUTSCode(code)).isKnown, "\(code)")
        }
        for code in ["ZZ999", "SE999", "SE4", "XX"] { #expect(try !#require(NUTSCode(code)).isKnown, "\(code)") }
        var market = Market()
        let firm = market.supplier("a")
        market.procurement("1", "Taxi", cpv: "60120000", won: [firm], buyer: "Umeå kommun")
        let snapshot = market.snapshot()
        #expect(snapshot.buyerKey(named: "UMEÅ  kommun") == "umeå kommun")
        #expect(snapshot.buyerKey(named: "Umeå") == nil && snapshot.buyerKey(named: "–") == nil)
        #expect(snapshot.unknownCodes(of: MatchQuery("x", cpv: "60120000")) == [])
        #expect(snapshot.unknownCodes(of: MatchQuery("x", cpv: "99999999")) == ["99999999"])
        let listed = market.snapshot(labels: ["72200000": "Programmering"])
        #expect(listed.unknownCodes(of: MatchQuery("x", cpv: "72200000")) == [])
        #expect(listed.unknownCodes(of: MatchQuery("x", cpv: "60120000")) == [], "a procurement has it")
        #expect(listed.unknownCodes(of: MatchQuery("x", cpv: "72999999")) == ["72999999"])
    }
}
