import Containers
import Procurement
import Testing

@testable import Matching

/// What must hold for every market and every query; the markets are made up from seeds.
@Suite struct RankerPropertyTests {
    static let seeds: [UInt64] = [1, 2, 3]

    private func queries(_ market: Market) -> [MatchQuery] {
        var queries = market.facts.procurements.prefix(6).map { MatchQuery($0) }
        queries.append(MatchQuery("Taxi och skolskjuts i Lund"))
        queries.append(
            MatchQuery(
                Category(id: "transport", name: ["sv": "Transporter"], cpv: [CPVPattern("60*")].compactMap { $0 })))
        return queries
    }

    private func random(_ seed: UInt64) -> Market { Market.random(seed: seed, suppliers: 40, procurements: 120) }

    private func ranked(_ market: Market, _ query: MatchQuery, limit: Int = 1000) -> MatchResult {
        Ranker(market.snapshot()).rank(query, MatchOptions(limit: limit))
    }

    @Test(arguments: seeds)
    func pointsSumToTheScoreAndWeightsToOne(seed: UInt64) {
        let market = random(seed)
        for query in queries(market) {
            for match in ranked(market, query).matches {
                #expect(match.signals.reduce(Points.zero) { $0 + $1.points } == match.score)
                #expect(abs(match.signals.reduce(0) { $0 + $1.weight } - 1) < 1e-5)
                #expect(match.score.millionths >= 0 && match.score.millionths <= 1_000_010)
                for signal in match.signals {
                    #expect(abs((signal.value ?? 0) * signal.weight - signal.points.double) < 1e-6)
                    #expect(signal.value.map { $0 >= 0 && $0 <= 1.001 } ?? true)
                    #expect(!signal.because.isEmpty)
                }
            }
        }
    }

    @Test(arguments: seeds)
    func everyoneIsRankedInOrderOfScoreThenId(seed: UInt64) {
        let market = random(seed)
        for query in queries(market) where query.question == .notice {
            let result = ranked(market, query)
            #expect(result.matches.count == market.facts.suppliers.count)
            #expect(result.considered == market.facts.suppliers.count)
            #expect(result.matches.map(\.rank) == Array(1...result.matches.count))
            for (better, worse) in zip(result.matches, result.matches.dropFirst()) {
                #expect(better.score > worse.score || (better.score == worse.score && better.supplier < worse.supplier))
            }
        }
    }

    @Test(arguments: seeds)
    func aShortListIsTheHeadOfTheLongOne(seed: UInt64) {
        let market = random(seed)
        for query in queries(market) {
            #expect(ranked(market, query, limit: 7).matches == Array(ranked(market, query).matches.prefix(7)))
        }
    }

    @Test(arguments: seeds)
    func shuffledFactsRankTheSame(seed: UInt64) {
        let market = random(seed)
        var shuffled = market
        var generator = SplitMix64(seed: seed &+ 99)
        shuffled.facts.suppliers.shuffle(using: &generator)
        shuffled.facts.procurements.shuffle(using: &generator)
        for query in queries(market) { #expect(ranked(market, query) == ranked(shuffled, query)) }
    }

    @Test(arguments: seeds)
    func whatComesLaterChangesNothing(seed: UInt64) {
        let market = random(seed)
        var before = market
        let day = "2021-05-31"
        before.facts.procurements.removeAll { ($0.date?.description ?? "") > day }
        #expect(before.facts.procurements.count < market.facts.procurements.count)
        for query in queries(before) {
            let all = Ranker(market.snapshot(asOf: day)).rank(query)
            #expect(all == Ranker(before.snapshot(asOf: day)).rank(query))
        }
    }

    /// With one win alone in an industry, every signal that counts wins would see its own.
    @Test(arguments: seeds)
    func aNoticeDoesNotSpeakForItself(seed: UInt64) throws {
        let market = random(seed)
        let procurement = try #require(market.facts.procurements.first)
        let winner = try #require(procurement.wins.first?.supplier)
        let number = try #require(market.snapshot().suppliers.number(of: winner))
        let query = MatchQuery(procurement)
        var without = market
        without.facts.procurements.removeFirst()
        let scoring = Scoring(query, in: market.snapshot(), options: MatchOptions())
        let plain = Scoring(query, in: without.snapshot(), options: MatchOptions())
        for measure in ["record", "buyer"] {
            #expect(scoring.measures(of: number)[measure] == plain.measures(of: number)[measure])
        }
        #expect(scoring.context.awards(of: number).count == plain.context.awards(of: number).count)
        #expect(!scoring.match(number, rank: 1).evidence.contains { $0.notice == procurement.notice })
    }

    @Test(arguments: seeds)
    func otherNoticesOfTheProcedureAreSilentToo(seed: UInt64) throws {
        var market = random(seed)
        let winner = try #require(market.facts.suppliers.first?.id)
        market.procurement("call", "Helt egna ord", won: [], procedure: "p", purpose: .competition)
        market.procurement("result", "Helt egna ord", won: [winner], procedure: "p")
        let call = try #require(market.facts.procurements.first { $0.notice == "call" })
        let matches = ranked(market, MatchQuery(call)).matches
        #expect(!matches.contains { $0.evidence.contains { $0.notice == "result" } })
    }

    @Test func moreOfTheSameWinsNeverLowersExperience() throws {
        for seed in Self.seeds {
            var market = random(seed)
            let supplier = try #require(market.facts.suppliers.first?.id)
            let query = MatchQuery("Skolskjuts i Umeå", cpv: "60130000")
            func experience() throws -> Double {
                let match = try #require(ranked(market, query).matches.first { $0.supplier == supplier })
                return try #require(match.signals.first { $0.name == .experience }?.value)
            }
            let before = try experience()
            for number in 0..<4 {
                market.procurement(
                    "extra\(number)", "Skolskjuts i Umeå", cpv: "60130000", won: [supplier], on: "2021-10-01")
            }
            let after = try experience()
            #expect(after >= before)
        }
    }
}
