import Language
import Procurement
import Testing

@testable import Matching

/// Sentences on a question in words tell what counts, and each thing once.
@Suite struct AnswerSentenceTests {
    private func market() -> Market {
        var market = Market()
        market.supplier("bus", name: "Skolskjuts Norr AB")
        market.supplier("bread", name: "Gröna Bageriet AB")
        market.supplier("mop", name: "Städning AB")
        market.procurement("1", "Skolskjuts 1", cpv: "60130000", won: ["bus"])
        market.procurement("2", "Skolskjuts 2", cpv: "60130000", won: ["bus"], on: "2021-05-02")
        market.procurement("3", "Bröd", cpv: "15810000", won: ["bread"])
        market.procurement("4", "Städning", cpv: "90910000", won: ["mop"])
        return market
    }

    private func reason(
        _ signal: SignalName, of supplier: SupplierID, for need: String,
        _ language: TextLanguage = .en
    ) throws -> String {
        let words = EverydayWords([.init(words: ["gympa"], means: ["städning"])])
        let snapshot = market().snapshot().with([], words: words, generation: 1)
        let options = MatchOptions(language: language, weights: WeightsByKind.standard[.need])
        let scoring = Scoring(MatchQuery(need: need), in: snapshot, options: options)
        let number = try #require(snapshot.suppliers.number(of: supplier))
        return try #require(scoring.signalScores(number).first { $0.name == signal }).because
    }

    @Test func whatWasWonIsToldByTheClosest() throws {
        #expect(
            try reason(.experience, of: "bus", for: "skolskjuts")
                .hasPrefix("Has won 2 procurements like what is sought, the closest (100 %): Skolskjuts"))
        #expect(
            try reason(.experience, of: "bus", for: "skolskjuts", .sv)
                .hasPrefix("Har vunnit 2 upphandlingar som liknar det som söks, den mest lika till 100 %: Skolskjuts"))
        #expect(
            try reason(.experience, of: "bread", for: "bröd")
                == "Has won the only procurement that is like what is sought: Bröd (2021-05-01).")
        #expect(try reason(.experience, of: "bread", for: "skolskjuts") == "Has won nothing like this.")
    }

    @Test func whatANameHasIsToldOnce() throws {
        #expect(try reason(.name, of: "mop", for: "gympa") == "Its name contains städning (for “gympa”).")
        #expect(try reason(.name, of: "mop", for: "gympa", .sv) == "Namnet innehåller städning (för ”gympa”).")
        #expect(try reason(.name, of: "mop", for: "städning och gympa") == "Its name contains städning.")
        #expect(try reason(.name, of: "bread", for: "gympa") == "Its name says nothing of what is sought.")
    }

    @Test func partsOfWordsAreToldAsSuch() {
        let found = FoundWord(manner: .part, sought: "lekträd", text: "träd", stem: 1)
        #expect(Phrases(language: .sv).words([found]) == "träd (ur ”lekträd”)")
        #expect(Phrases(language: .en).words([found]) == "träd (in “lekträd”)")
    }

    @Test func pointsHaveThreeDecimals() {
        #expect(Phrases(language: .sv).points(Points(millionths: 64_570)) == "0,065")
        #expect(Phrases(language: .en).points(Points(millionths: 1_002_400)) == "1.002")
    }
}
