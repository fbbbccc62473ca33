import Language
import Procurement
import Testing

@testable import Matching

@Suite struct CategoryAndTextTests {
    private func market() -> Market {
        var market = Market()
        market.supplier("taxi", name: "Alfa AB")
        market.supplier("buss", name: "Beta AB")
        market.supplier("bygg", name: "Gamma AB")
        market.procurement("1", "Färdtjänst", cpv: "60120000", won: ["taxi"], on: "2021-01-01")
        market.procurement("2", "Linjetrafik", cpv: "60112000", won: ["buss"], on: "2021-02-01")
        market.procurement("3", "Nybyggnad av skola", cpv: "45214200", won: ["bygg"], on: "2021-03-01")
        return market
    }

    private static let options = MatchOptions(weights: WeightsByKind.standard[.category])

    @Test func aCategoryIsItsBranchesWhateverTheirWords() throws {
        let category = Category(id: "t", name: ["sv": "Resor"], cpv: [try #require(CPVPattern("60*"))])
        let matches = Ranker(market().snapshot()).rank(MatchQuery(category), Self.options).matches
        #expect(Set(matches.map(\.supplier.rawValue)) == ["taxi", "buss"])
        let because = matches[0].signals.first { $0.name == .experience }?.because
        #expect(because?.hasPrefix("Won 1 of the 2 procurements in the category") == true)
    }

    /// As on the category's card: by the main code of the notice or of a lot, those that nobody won too, and nothing that is
    /// told elsewhere.
    @Test func aCategoryHasWhatItsCardCounts() throws {
        var market = market()
        let road = try #require(CPVCode("60100000"))
        market.procurement("4", "Möbler", cpv: "39100000", won: ["bygg"])
        market.facts.procurements[3].lotCodes = [road]
        market.procurement("5", "Hyrbilar", cpv: "34000000", won: ["bygg"])
        market.facts.procurements[4].cpv.append(road)
        market.procurement("6", "Flygresor", cpv: "60400000", won: [])
        market.procurement("7", "Båtresor", cpv: "60600000", won: [], purpose: .competition)
        market.procurement("8", "Linjetrafik", cpv: "60112000", won: [])
        market.facts.procurements[7].isRetelling = true
        let category = Category(id: "t", name: ["sv": "Resor"], cpv: [try #require(CPVPattern("60*"))])
        let matches = Ranker(market.snapshot()).rank(MatchQuery(category), Self.options).matches
        let ofBuilder = try #require(matches.first { $0.supplier == "bygg" })
        let because = ofBuilder.signals.first { $0.name == .experience }?.because
        #expect(because?.hasPrefix("Won 1 of the 4 procurements in the category") == true)
    }

    /// The list says what finds and profiles say.
    @Test func winsAreCountedByLots() throws {
        var market = market()
        market.procurement("4", "Färdtjänst", cpv: "60120000", won: [])
        market.facts.procurements[3].wins = [
            .init(supplier: "bygg", lots: ["1"]), .init(supplier: "taxi", lots: ["1"]),
            .init(supplier: "taxi", lots: ["1", "2"]), .init(supplier: "taxi", lots: ["2"]),
        ]
        let matches = Ranker(market.snapshot()).rank(MatchQuery("Färdtjänst")).matches
        func record(_ supplier: SupplierID) -> String? {
            matches.first { $0.supplier == supplier }?.signals.first { $0.name == .record }?.because
        }
        #expect(record("taxi") == "Known wins of any kind: 4, in 2 procurements.")
        #expect(record("bygg") == "Known wins of any kind: 2.")
        #expect(record("buss") == "Known wins of any kind: 1.")
    }

    @Test func wordsAloneGuessTheCode() throws {
        let snapshot = market().snapshot()
        let query = AnalysedQuery(MatchQuery("färdtjänstresor"), in: snapshot)
        #expect(query.guessed == CPVCode("60120000"))
        #expect(AnalysedQuery(MatchQuery("qwxz"), in: snapshot).guessed == nil)
        #expect(AnalysedQuery(MatchQuery("färdtjänst", cpv: "45214200"), in: snapshot).guessed == nil)
    }

    @Test func compoundsMeetTheirParts() throws {
        var market = Market()
        market.supplier("a")
        for (number, title) in ["Skolskjuts", "Skolskjuts norr", "Städtjänster", "Tjänster"].enumerated() {
            market.procurement("\(number)", title, won: ["a"])
        }
        market.procurement("9", "Tjänster söder", won: ["a"])
        let snapshot = market.snapshot()
        let lexicon = snapshot.words.lexicon
        #expect(lexicon.read("skolskjutstjänster").parts == lexicon.read("skolskjuts tjänster").parts)
        #expect(lexicon.read("skolskjutstjänster").parts.map { lexicon.parts.string($0) } == ["skolskjut", "tjänst"])
    }

    @Test func labelsOfCodesCountAsWords() {
        let market = market()
        let query = MatchQuery("Resor", cpv: "60120000")
        let plain = Neighbourhood(AnalysedQuery(query, in: market.snapshot()), in: market.snapshot())
        let labelled = market.snapshot(labels: ["60120000": "Taxitjänster", "60112000": "Kollektivtrafik"])
        let better = Neighbourhood(AnalysedQuery(query, in: labelled), in: labelled)
        #expect(better.likeness(of: [0])[0] > plain.likeness(of: [0])[0])
        #expect(CPVLabels([:]).isEmpty)
        #expect(labelled.words.labels.label(CPVCode("60120009") ?? CPVCode("60120000")!) == "Taxitjänster")
    }

    @Test func openNoticesAreThoseWithoutAResult() {
        var market = market()
        market.procurement("c1", "Ny taxi", won: [], on: "2021-04-01", procedure: "p1", purpose: .competition)
        market.procurement("c2", "Ny buss", won: [], on: "2021-04-02", procedure: "p2", purpose: .competition)
        market.procurement("c3", "Ny skola", won: [], on: "2021-04-03", purpose: .competition)
        market.procurement("r1", "Ny taxi", won: ["taxi"], on: "2021-05-01", procedure: "p1")
        #expect(market.snapshot().openNotices.map(\.notice) == ["c3", "c2"])
    }
}

extension Lexicon {
    fileprivate func read(_ text: String) -> Terms { read(FoldedText(text)) }
}
