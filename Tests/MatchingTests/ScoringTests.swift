import Containers
import Language
import Procurement
import Testing

@testable import Matching

/// The fast scorer against the plain one.
@Suite struct ScoringTests {
    @Test(arguments: [11, 12, 13] as [UInt64])
    func cosinesAreThoseOfTheDefinition(seed: UInt64) {
        let market = Market.random(seed: seed, suppliers: 20, procurements: 40)
        let plain = PlainScorer(market)
        let snapshot = market.snapshot()
        for title in ["Skolskjuts i Umeå", "Takarbeten takarbeten och rivning", "Qwerty"] {
            let terms = snapshot.words.lexicon.read(FoldedText(title))
            let titles = snapshot.words.titles
            let everyone = Array(0..<Int32(titles.rows))
            let vector = titles.vector(terms.grams)
            let parts = (snapshot.words.parts.vector(terms.parts), snapshot.words.parts)
            for cosines in [
                titles.cosines(everyone, titles.expanded(vector)).map(\.x),
                titles.cosines(everyone, .init((vector, titles), parts)).map(\.x),
                titles.cosines(everyone, .init(parts, (vector, titles))).map(\.y),
            ] {
                for (number, cosine) in cosines.enumerated() {
                    let other = snapshot.procurements.titles[number]
                    #expect(abs(Double(cosine) - plain.titleCosine(title, other)) < 1e-4)
                }
            }
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func cpvLikenessIsThatOfTheDefinition(seed: UInt64) throws {
        let market = Market.random(seed: seed, suppliers: 20, procurements: 40)
        let plain = PlainScorer(market)
        let snapshot = market.snapshot()
        for text in ["60130000", "60100000", "60000000", "45261210", "33000000"] {
            let code = try #require(CPVCode(text))
            let likeness = CPVLikeness([CPVBranch(code)], in: snapshot)
            for (number, set) in snapshot.procurements.cpv.setOf.enumerated() {
                let value = likeness.bySet[Int(set)]
                let other = try #require(
                    snapshot.procurements.cpv[number].first.flatMap { CPVCode(number: UInt32($0)) })
                #expect(abs(Double(value) - plain.cpvContent(code, other)) < 1e-5, "\(code) and \(other)")
            }
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func scoresAreThoseOfThePlainSum(seed: UInt64) {
        let market = Market.random(seed: seed)
        let snapshot = market.snapshot()
        for procurement in market.facts.procurements.prefix(5) {
            let scoring = Scoring(MatchQuery(procurement), in: snapshot, options: MatchOptions())
            let columns = SignalName.allCases.map { ($0, scoring.values(of: $0)) }.filter { !$0.1.isEmpty }
            for supplier in 0..<snapshot.supplierCount {
                let values = columns.map { name, column in
                    (
                        value: column[supplier].isNaN ? nil : column[supplier], weight: Float(Weights.standard[name])
                    )
                }
                #expect(abs(PlainScorer.score(values) - Int(scoring.scores[supplier])) <= 1)
            }
        }
    }

    /// Size and industry are unknown, so capacity and industry say nothing and the others share their weight.
    @Test func unknownWeightIsSharedOut() throws {
        var market = Market()
        let unknown = market.supplier("a", name: "Skolskjuts AB")
        market.supplier("b", size: .small, sni: "49320", sniLabel: "Taxi")
        market.procurement("1", "Skolskjuts", cpv: "60130000", won: ["b"], buyer: "Umeå kommun")
        let query = MatchQuery("Skolskjuts", cpv: "60130000", buyer: "Umeå kommun")
        let matches = Ranker(market.snapshot()).rank(query).matches
        let match = try #require(matches.first { $0.supplier == unknown })
        for name in [SignalName.capacity, .industry, .region] {
            let signal = try #require(match.signals.first { $0.name == name })
            #expect(signal.value == nil)
            #expect(signal.weight == 0)
            #expect(signal.points == .zero)
        }
        let known = match.signals.filter { $0.value != nil }
        let whole = known.reduce(0) { $0 + Weights.standard[$1.name] }
        for signal in known { #expect(abs(signal.weight - Weights.standard[signal.name] / whole) < 1e-5) }
    }

    @Test func aSignalWithoutWeightIsNotMentioned() throws {
        let market = Market.random(seed: 4)
        let weights = try Weights.standard.overriding(["experience": 0])
        let result = Ranker(market.snapshot()).rank(MatchQuery("Taxi"), MatchOptions(weights: weights))
        #expect(result.matches.allSatisfy { match in !match.signals.contains { $0.name == .experience } })
    }

    @Test func newcomersCanLead() throws {
        var market = Market()
        market.supplier("incumbent", name: "Allbygg AB", size: .large, sni: "41200", sniLabel: "Byggande")
        market.supplier("other", name: "Skolskjutsar i Lund AB", size: .small, sni: "49320", sniLabel: "Taxi")
        market.supplier("newcomer", name: "Skolskjuts i Umeå AB", size: .small, sni: "49320", sniLabel: "Taxi")
        for number in 0..<10 {
            market.procurement(
                "b\(number)", "Byggnad \(number)", cpv: "45210000", won: ["incumbent"], buyer: "Umeå kommun")
            market.procurement(
                "t\(number)", "Skolskjuts \(number)", cpv: "60130000", won: ["other"], buyer: "Lunds kommun")
        }
        let query = MatchQuery("Skolskjuts", cpv: "60130000", buyer: "Umeå kommun")
        let order = Ranker(market.snapshot()).rank(query).matches.map(\.supplier.rawValue)
        let newcomer = try #require(order.firstIndex(of: "newcomer"))
        let incumbent = try #require(order.firstIndex(of: "incumbent"))
        #expect(newcomer < incumbent)
    }
}
