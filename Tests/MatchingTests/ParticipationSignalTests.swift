import Foundation
import Procurement
import Testing

@testable import Matching

/// What tenders that won nothing say of a firm.
@Suite struct ParticipationSignalTests {
    private let query = MatchQuery("Skolskjuts i Umeå", cpv: "60130000", buyer: "Umeå kommun")

    private func signal(
        _ market: Market, _ query: MatchQuery, _ supplier: SupplierID, language: TextLanguage = .en
    ) throws -> SignalScore? {
        let match = Ranker(market.snapshot()).standing(of: supplier, for: query, MatchOptions(language: language))?
            .match
        return try #require(match).signals.first { $0.name == .participation }
    }

    /// Two procurements worded as the query: in the older (e^-0.2 of its similarity) one firm won and two lost, in the newer,
    /// of the same buyer, one won and one of the two lost again.
    @Test func countsTheShareOfAllTenderersVotes() throws {
        var market = Market()
        let (winner, once, twice) = (market.supplier("a"), market.supplier("b"), market.supplier("c"))
        market.procurement(
            "1", "Skolskjuts", won: [winner], lost: [once, twice], on: "2020-05-01", buyer: "Lunds kommun")
        market.procurement("2", "Skolskjuts", won: [winner], lost: [twice], on: "2021-05-01", buyer: "Umeå kommun")
        let scoring = Scoring(
            MatchQuery("Skolskjuts", buyer: "Umeå kommun"), in: market.snapshot(), options: MatchOptions())
        let old = pow(exp(-0.2), 4) * pow(3, -0.2)
        let new = pow(1.2, 4.0) * pow(2, -0.2)
        let total = 3 * old + 2 * new
        for (number, votes) in [0: 0, 1: old, 2: old + new] {
            let measure = Double(try #require(scoring.measures(of: number)["participation"]))
            #expect(abs(measure - (votes > 0 ? 4 + log10(votes / total) : 0)) < 1e-4)
        }
    }

    /// It has won nothing, and no register knows it; that it tendered is all that speaks for it.
    @Test func whoHasOnlyLostIsACandidateWithItsTendersAsEvidence() throws {
        var market = Market()
        let winner = market.supplier("winner")
        let loser = market.supplier("loser")
        market.supplier("a-stranger")
        market.procurement("1", "Skolskjuts i Lund", cpv: "60130000", won: [winner], lost: [loser], on: "2023-05-04")
        for kind in [query, MatchQuery(Category(id: "skolskjuts", name: ["sv": "Skolskjuts"], cpv: []))] {
            let result = Ranker(market.snapshot()).rank(kind, MatchOptions(language: .sv, listsNewcomers: true))
            let match = try #require(result.newcomers?.first)
            #expect(match.supplier == loser && match.isNewcomer)
            #expect(match.evidence.map(\.notice) == ["1"] && match.evidence.allSatisfy(\.isLost))
            let best = try #require(result.matches.first)
            #expect(best.supplier == winner && best.evidence.allSatisfy { !$0.isLost })
        }
        #expect(
            try signal(market, query, loser, language: .sv)?.because
                == "Har lämnat anbud utan att vinna i 1 av de 1 mest liknande upphandlingarna, senast 2023-05-04; "
                + "närmast: Skolskjuts i Lund (2023-05-04).")
        #expect(
            try signal(market, query, winner)?.because
                == "No tender for anything like this is known beyond what it won.")
        #expect(
            try signal(market, query, "a-stranger", language: .sv)?.because
                == "Inget anbud i liknande upphandlingar är känt.")
    }

    /// Without statistics nothing is told of it, and no weight of it changes a score.
    @Test func whereNobodyIsKnownThatLostItIsNoPartOfAnAnswer() throws {
        let market = Market.random(seed: 11)
        var without = Weights.standard
        without[.participation] = 0
        for query in [query, MatchQuery(Category(id: "x", name: ["sv": "Städtjänster och lokalvård"], cpv: []))] {
            let snapshot = market.snapshot()
            let result = Ranker(snapshot).rank(query)
            #expect(result.matches == Ranker(snapshot).rank(query, MatchOptions(weights: without)).matches)
            #expect(!result.matches.isEmpty)
            #expect(result.matches.allSatisfy { $0.signals.allSatisfy { $0.name != .participation } })
        }
    }

    @Test func whereNoneLostAnythingLikeItItIsUnknown() throws {
        var market = Market()
        let (winner, loser) = (market.supplier("a"), market.supplier("b"))
        market.procurement("1", "Skolskjuts i Umeå", cpv: "60130000", won: [winner])
        market.procurement("2", "Brödleverans", cpv: "15810000", won: [winner], lost: [loser])
        let found = try #require(try signal(market, MatchQuery("Skolskjuts i Umeå", cpv: "60130000"), winner))
        #expect(found.value == nil && found.weight == 0)
    }

    /// To have won is never worse than to have lost.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func aWinCountsMoreThanALostTender(seed: UInt64) throws {
        var market = Market.random(seed: seed)
        let firm = market.supplier("zz-firm", sni: "49320")
        let other = market.supplier("zz-other")
        market.procurement("lost", "Taxi till dialys", cpv: "60120000", won: [other], lost: [firm], on: "2021-06-01")
        let lost = market.snapshot()
        market.facts.procurements.removeLast()
        market.procurement("lost", "Taxi till dialys", cpv: "60120000", won: [firm], lost: [other], on: "2021-06-01")
        let won = market.snapshot()
        for query in [MatchQuery("Taxiresor till dialys", cpv: "60120000"), MatchQuery("Sjukresor med taxi")] {
            let before = Ranker(lost).standing(of: firm, for: query)?.match?.score
            let after = Ranker(won).standing(of: firm, for: query)?.match?.score
            #expect(try #require(before) < #require(after))
        }
    }

    @Test func aStoredNoticeDoesNotSpeakForThoseWhoLostIt() throws {
        var market = Market()
        let (winner, loser) = (market.supplier("a"), market.supplier("b"))
        market.procurement("1", "Skolskjuts i Umeå", won: [winner], lost: [loser])
        market.procurement("2", "Skolskjuts i Lund", won: [winner], lost: [winner])
        var asked = MatchQuery("Skolskjuts i Umeå")
        asked.excludedNotices = ["1"]
        let found = try #require(try signal(market, asked, loser))
        #expect(found.value == nil)
    }
}
