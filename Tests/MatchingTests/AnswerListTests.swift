import Language
import Procurement
import Testing

@testable import Matching

/// Questions in words: who stands on the list, in which order, and where it ends.
@Suite struct AnswerListTests {
    private static let queries = [
        MatchQuery(need: "skolskjuts och taxi till kommunens skolor"), MatchQuery(need: "lokalvård"),
        MatchQuery(need: "qwxz"), MatchQuery(need: ""),
        MatchQuery(
            Category(
                id: "mat", name: ["sv": "Livsmedel"], cpv: [CPVPattern("15*")].compactMap { $0 }, keywords: ["bröd"])),
        MatchQuery(
            Challenge(
                id: "tak", name: ["sv": "Täta tak", "en": "Tight roofs"],
                text: "Taken läcker. Vi söker företag som lagar tak och river gamla hus.", cpv: [])),
    ]

    private func options(_ query: MatchQuery, limit: Int = 20) -> MatchOptions {
        MatchOptions(limit: limit, weights: WeightsByKind.standard[query.question])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyPointAddsUpAndTheListEndsWhereReasonsEnd(seed: UInt64) {
        let snapshot = Market.random(seed: seed).snapshot()
        for query in Self.queries {
            let scoring = Scoring(query, in: snapshot, options: options(query))
            let matches = Ranker(snapshot).rank(query, options(query)).matches
            #expect(matches.map(\.rank) == Array(1...max(1, matches.count)).prefix(matches.count).map { $0 })
            #expect(matches.map(\.score) == matches.map(\.score).sorted(by: >))
            for match in matches {
                #expect(match.signals.reduce(Points.zero) { $0 + $1.points } == match.score)
                #expect(match.score.millionths * 10 >= matches[0].score.millionths * 4 - 10)
                #expect(match.signals.allSatisfy { ($0.value ?? 0) >= 0 && ($0.value ?? 0) <= 1.000_001 })
                let number = snapshot.suppliers.number(of: match.supplier) ?? 0
                #expect(Points(millionths: Int(scoring.scores[number])) == match.score)
            }
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func aShorterListIsTheHeadOfALongerOne(seed: UInt64) {
        let snapshot = Market.random(seed: seed).snapshot()
        for query in Self.queries {
            let long = Ranker(snapshot).rank(query, options(query, limit: 50)).matches.map(\.supplier)
            let short = Ranker(snapshot).rank(query, options(query, limit: 5)).matches.map(\.supplier)
            #expect(short == Array(long.prefix(5)))
        }
    }

    @Test func theTwoListsShareNobody() {
        let snapshot = Market.random(seed: 6).snapshot()
        for query in Self.queries {
            let lists = Ranker(snapshot).lists(query, options(query))
            #expect(lists.established.allSatisfy { !$0.isNewcomer })
            #expect(lists.newcomers.allSatisfy { $0.isNewcomer })
        }
    }

    /// What would lift a firm is something that it can do: say in the register what it does.
    @Test func statingOnesTradeNeverCostsAPlace() throws {
        for seed in 7...12 as ClosedRange<UInt64> {
            let plain = Market.random(seed: seed)
            var told = plain
            let supplier = plain.facts.suppliers[0].id
            var entry = told.facts.suppliers[0].register ?? RegisterEntry(name: told.facts.suppliers[0].name)
            entry.description = "Blommor och buketter"
            told.facts.suppliers[0].register = entry
            for query in Self.queries {
                let before = try #require(Ranker(plain.snapshot()).standing(of: supplier, for: query, options(query)))
                let after = try #require(Ranker(told.snapshot()).standing(of: supplier, for: query, options(query)))
                #expect((after.match?.score ?? .zero) >= (before.match?.score ?? .zero))
            }
        }
    }

    @Test func aFirmWithoutWinsIsFoundByItsOwnWords() {
        var market = Market.random(seed: 13)
        market.supplier("new", name: "Gatans Laddstolpar AB")
        market.supplier("described", name: "Elbolaget AB", sni: "43210", description: "Vi sätter upp laddstolpar")
        let query = MatchQuery(need: "laddstolpar vid skolor")
        let lists = Ranker(market.snapshot()).lists(query, options(query))
        #expect(Set(lists.newcomers.map(\.supplier)).isSuperset(of: ["new", "described"]))
    }

    @Test func anEverydayWordFindsWhatItStandsFor() throws {
        var market = Market.random(seed: 14)
        market.supplier("light", name: "Ljus AB")
        market.procurement("l", "Gatubelysning", cpv: "34993000", won: ["light"])
        let words = EverydayWords([.init(words: ["gatlyktor"], means: ["gatubelysning"])])
        let query = MatchQuery(need: "nya gatlyktor")
        let found = Ranker(market.snapshot().with([], words: words, generation: 1)).rank(query, options(query))
        #expect(found.matches.first?.supplier == "light")
        #expect(found.report?.words.first?.means == ["gatubelysning"])
        #expect(found.report?.reach == .well)
        #expect(Ranker(market.snapshot()).rank(query, options(query)).matches.isEmpty)
    }

    @Test func aMisspeltWordIsReadAsWhatIsMeant() {
        let snapshot = Market.random(seed: 17).snapshot()
        for (written, meant) in [("skolsjkuts", "skolskjuts"), ("lokalvard", "lokalvård")] {
            let (wrong, right) = (MatchQuery(need: written), MatchQuery(need: meant))
            let found = Ranker(snapshot).rank(wrong, options(wrong))
            #expect(
                found.matches.map(\.supplier) == Ranker(snapshot).rank(right, options(right)).matches.map(\.supplier))
            #expect(found.report?.words.first?.means == [meant])
        }
    }

    @Test func theOrderOfTheFactsDoesntMatter() {
        let market = Market.random(seed: 15)
        var turned = market
        turned.facts.suppliers.reverse()
        turned.facts.procurements.reverse()
        for query in Self.queries {
            #expect(
                Ranker(market.snapshot()).rank(query, options(query))
                    == Ranker(turned.snapshot()).rank(query, options(query)))
        }
    }

    /// Text of any length and any signs gives an answer.
    @Test func hostileTextsAreAnswered() {
        let snapshot = Market.random(seed: 16).snapshot()
        for text in [
            String(repeating: "skolskjuts ", count: 4000), String(repeating: "a", count: 20_000),
            String(repeating: "(((", count: 3000), "\u{202E}\u{0}tak\u{FEFF}", "🚲🚲 tak 🚲",
            String(repeating: "ö,", count: 9000),
        ] {
            let query = MatchQuery(need: text)
            let report = Ranker(snapshot).rank(query, options(query)).report
            #expect((report?.words.count ?? 0) <= 60)
        }
    }
}
