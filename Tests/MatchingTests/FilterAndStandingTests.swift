import Procurement
import Testing

@testable import Matching

@Suite struct FilterAndStandingTests {
    private let market = Market.random(seed: 21)
    private let query = MatchQuery("Skolskjuts i Umeå", cpv: "60130000", buyer: "Umeå kommun")

    private func ranked(_ filter: SupplierFilter, limit: Int = 1000) -> MatchResult {
        Ranker(market.snapshot()).rank(query, MatchOptions(limit: limit, filter: filter))
    }

    @Test func sizesAndExclusions() throws {
        let small = ranked(SupplierFilter(sizes: [.small]))
        #expect(!small.matches.isEmpty)
        #expect(small.matches.allSatisfy { $0.size == .small })
        #expect(small.considered == small.matches.count)
        let sme = ranked(SupplierFilter(sizes: [.sme]))
        #expect(sme.matches.allSatisfy { $0.size.map { $0 != .large } ?? false })
        let first = try #require(ranked(SupplierFilter()).matches.first?.supplier)
        #expect(!ranked(SupplierFilter(excluded: [first])).matches.contains { $0.supplier == first })
    }

    @Test func newcomersOnlyOrNot() {
        let new = ranked(SupplierFilter(newcomers: true))
        let old = ranked(SupplierFilter(newcomers: false))
        #expect(new.matches.allSatisfy { $0.isNewcomer })
        #expect(!old.matches.contains { $0.isNewcomer })
        #expect(new.considered + old.considered == market.facts.suppliers.count)
    }

    @Test func regionsHoldOrAreHeld() throws {
        var market = Market()
        market.supplier("a", nuts: ["SE331"])
        market.supplier("b", nuts: ["SE3"])
        market.supplier("c", nuts: ["SE224"])
        market.supplier("d")
        let filter = SupplierFilter(nuts: [try #require(NUTSCode("SE33"))])
        let matches = Ranker(market.snapshot()).rank(query, MatchOptions(filter: filter)).matches
        #expect(Set(matches.map(\.supplier.rawValue)) == ["a", "b"])
    }

    @Test func aFilterChangesNoScore() {
        let all = ranked(SupplierFilter()).matches
        let small = ranked(SupplierFilter(sizes: [.small])).matches
        for match in small { #expect(all.first { $0.supplier == match.supplier }?.score == match.score) }
    }

    @Test func standingTellsTheGapToTheList() throws {
        let snapshot = market.snapshot()
        let options = MatchOptions(limit: 5)
        let last = try #require(ranked(SupplierFilter()).matches.last)
        let standing = try #require(Ranker(snapshot).standing(of: last.supplier, for: query, options))
        #expect(standing.match?.rank == last.rank)
        #expect(standing.match?.score == last.score)
        #expect(standing.scoreOfLastPlace == ranked(SupplierFilter(), limit: 5).matches.last?.score)
        #expect(standing.reasons.count > 1)
        #expect(standing.reasons[0].contains("Ranked \(last.rank)"))
    }

    @Test func standingOnTheListNeedsNoReasons() throws {
        let first = try #require(ranked(SupplierFilter()).matches.first)
        let standing = try #require(Ranker(market.snapshot()).standing(of: first.supplier, for: query))
        #expect(standing.match?.supplier == first.supplier)
        #expect(standing.reasons.isEmpty)
    }

    @Test func standingNamesTheFilter() throws {
        let large = try #require(ranked(SupplierFilter(sizes: [.large])).matches.first)
        let options = MatchOptions(filter: SupplierFilter(sizes: [.small]))
        let standing = try #require(Ranker(market.snapshot()).standing(of: large.supplier, for: query, options))
        #expect(standing.match == nil)
        #expect(standing.reasons == ["Left out by the filter: it is large (250 employees or more)."])
        #expect(Ranker(market.snapshot()).standing(of: "nobody", for: query) == nil)
    }

    @Test func sentencesInSwedish() throws {
        let options = MatchOptions(limit: 3, language: .sv)
        let match = try #require(Ranker(market.snapshot()).rank(query, options).matches.first)
        #expect(match.signals.first { $0.name == .record }?.because.hasPrefix("Kända vinster") == true)
    }
}
