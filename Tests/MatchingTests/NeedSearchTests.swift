import Language
import Matching
import Procurement
import Testing

@Suite struct NeedSearchTests {
    private static let categories = [
        Category(
            id: "transport", name: ["sv": "Persontransporter", "en": "Passenger transport"], cpv: [CPVPattern("60*")!],
            keywords: ["skolskjuts", "taxi"]),
        Category(id: "stad", name: ["sv": "Lokalvård", "en": "Cleaning"], cpv: [CPVPattern("909*")!], keywords: []),
        Category(id: "fordon", name: ["sv": "Fordon"], cpv: [CPVPattern("341*")!], keywords: ["laddstolpar", "cars"]),
    ]
    private static let challenges = [
        Challenge(
            id: "fossilfritt", name: ["sv": "Fossilfria transporter", "en": "Fossil-free transport"], text: "",
            cpv: [CPVPattern("60*")!])
    ]
    private static let swedish = [
        CPVCode("60130000")!: "Särskild persontransport", CPVCode("90910000")!: "Städning",
        CPVCode("90919300")!: "Städning av skolor", CPVCode("34110000")!: "Personbilar",
    ]
    private static let english = [
        CPVCode("60130000")!: "Special-purpose passenger transport", CPVCode("90910000")!: "Cleaning services",
        CPVCode("34110000")!: "Passenger cars",
    ]

    /// Five school transports, three cleanings, two of interpreters and one that nobody won.
    private func facts() -> MarketFacts {
        var market = Market()
        let bus = market.supplier("bus", name: "Gröna Bussen AB")
        let mop = market.supplier("mop", name: "Moppen AB")
        market.supplier("kommun", name: "Exempelköpings kommun")
        market.supplier("word", name: "Städning AB")
        for number in 1...5 {
            market.procurement("bus\(number)", "Skolskjuts \(number)", cpv: "60130000", won: [bus])
        }
        market.procurement("mop1", "Städning av skolor", cpv: "90910000", won: [mop])
        market.procurement("mop2", "Städning av kontor", cpv: "90910000", won: [mop])
        market.procurement("mop3", "Daglig städning", cpv: "90910000", won: [mop])
        market.procurement("tolk1", "Tolkförmedling", cpv: "79540000", won: [mop])
        market.procurement("tolk3", "Tolktjänster", cpv: "79540000", won: [mop])
        market.procurement("tolk4", "Tolkstöd", cpv: "79540000", won: [mop])
        market.procurement("tjanst", "Tjänster och stöd", cpv: "79000000", won: [mop])
        market.procurement("stod", "Stöd och tjänster", cpv: "79000000", won: [mop])
        market.procurement("formedling", "Förmedling", cpv: "79000000", won: [mop])
        market.procurement("formedling2", "Förmedling av annat", cpv: "79000000", won: [mop])
        market.procurement("tolk2", "Tolkförmedling på plats", cpv: "79540000", won: [mop])
        market.procurement("unwon", "Skolskjuts i fjällen", cpv: "60130000", won: [])
        return market.facts
    }

    private func find(_ text: String, _ facts: MarketFacts? = nil) -> NeedFindings {
        let facts = facts ?? self.facts()
        let words = EverydayWords([.init(words: ["gymping", "gympa"], means: ["städning"])])
        let (snapshot, index) = IndexBuilder().buildBoth(facts, generation: 1, names: (Self.swedish, Self.english))
        return NeedSearch(
            index, in: snapshot.with([], words: words, generation: 1), categories: Self.categories,
            challenges: Self.challenges
        ).find(text)
    }

    @Test func findsWhatIsWordedAlikeAlsoWhatNobodyWon() {
        let found = find("Hur upphandlar vi skolskjuts?")
        #expect(found.words.map(\.text) == ["skolskjuts"])
        #expect(found.words[0].procurements == 5)
        #expect(Set(found.similar.map(\.notice)) == ["bus1", "bus2", "bus3", "bus4", "bus5", "unwon"])
        #expect(found.similar.map(\.likeness) == found.similar.map(\.likeness).sorted(by: >))
        #expect(found.reach == .well)
        #expect(found.categories.map(\.category) == ["transport"])
        #expect(found.categories[0].keywords == ["skolskjuts"])
        #expect(found.categories[0].similar == 6)
        #expect(found.branches.map(\.code) == [CPVCode("60100000")!])
        #expect(found.query == MatchQuery(need: "Hur upphandlar vi skolskjuts?"))
    }

    @Test(arguments: ["xyzzy", "Vi behöver ny plugh till kommunen", "hur köper vi det?"])
    func saysSoWhereNothingIsKnown(text: String) {
        let found = find(text)
        #expect(found.reach == .nothing)
        #expect(found.similar.isEmpty && found.branches.isEmpty)
        #expect(found.words.allSatisfy { !$0.isKnown })
    }

    @Test func aPartIsKnownWhereOnlySomeWordsAre() {
        let found = find("Städning av akvedukter med trollspön och vidunderkikare")
        #expect(found.reach == .partly)
        #expect(found.words.filter { !$0.isKnown }.map(\.text) == ["akvedukter", "trollspön", "vidunderkikare"])
        #expect(found.similar.map(\.notice).contains("mop3"))
    }

    @Test func englishWordsMeetSwedishTitlesByTheNamesOfCodes() {
        let found = find("We need cleaning of our schools")
        #expect(Set(found.similar.map(\.notice)).isSuperset(of: ["mop1", "mop2", "mop3"]))
        #expect(found.categories.first?.category == "stad")
    }

    @Test func aWordIsFoundAsTheFirstHalfOfLongerOnes() {
        let found = find("Tolkar till mötet")
        #expect(Set(found.similar.map(\.notice)) == ["tolk1", "tolk2", "tolk3", "tolk4"])
    }

    @Test func anEverydayWordIsShownWithWhatItStandsFor() throws {
        let found = find("gymping i skolan")
        let word = try #require(found.words.first { $0.text == "gymping" })
        #expect(word.means == ["städning"])
        #expect(word.isKnown)
        #expect(found.similar.map(\.notice).contains("mop3"))
    }

    @Test func forWhomIsNoPartOfWhatIsSought() {
        let found = find("skolskjuts till kontor som städas")
        let weights = Dictionary(uniqueKeysWithValues: found.words.map { ($0.text, $0.weight) })
        #expect(weights["skolskjuts"] == 1)
        #expect((weights["kontor"] ?? 1) < 0.5)
    }

    @Test func aChallengeIsTouchedByTheWordsOfItsNameAndText() {
        #expect(find("hur får vi fossilfria transporter").challenges.map(\.challenge) == ["fossilfritt"])
        #expect(find("We want fossil-free transport").challenges.map(\.challenge) == ["fossilfritt"])
        #expect(find("transporter").challenges.map(\.challenge) == ["fossilfritt"])
        #expect(find("skolskjuts").challenges.isEmpty)
    }

    @Test func aKeywordIsNoOtherWordsStem() {
        #expect(!find("We need home care").categories.contains { $0.category == "fordon" })
        #expect(find("laddstolpar").categories.map(\.category) == ["fordon"])
    }

    @Test func ofTwoPagesTheTellingWordsAreKept() {
        let page = String(
            repeating: "Kommunen ska enligt planen ha god ordning och trivsel för alla boende. ", count: 60)
        let found = find(page + "Skolskjuts behövs. Skolskjuts ska gå varje dag. " + page)
        #expect(found.words.count <= 60)
        #expect(found.words.map(\.text).contains("skolskjuts"))
        #expect(found.similar.first?.notice.rawValue.hasPrefix("bus") == true)
    }

    @Test func theOrderOfTheFactsDoesNotMatter() {
        var turned = facts()
        turned.procurements.reverse()
        turned.suppliers.reverse()
        for text in ["skolskjuts", "städning av skolor", "We need cleaning"] {
            #expect(find(text) == find(text, turned))
        }
    }

    @Test func knowsSuppliersByNameButNoPublicBodyAndNoOrdinaryWord() {
        let facts = facts()
        let index = NeedIndex(facts, in: IndexBuilder().build(facts), swedish: Self.swedish, english: Self.english)
        #expect(index.supplierNames(in: "Vi vill ha Gröna Bussen igen") == ["Gröna Bussen AB"])
        #expect(index.supplierNames(in: "Exempelköpings kommun behöver Städning") == [])
        #expect(index.places(in: "Skolskjuts i Umeå kommun") == ["umeå"])
    }

    @Test func codesHaveNamesWithAndWithoutAList() {
        let facts = facts()
        let snapshot = IndexBuilder().build(facts)
        let code = CPVCode("60130000")!
        let listed = NeedIndex(facts, in: snapshot, swedish: Self.swedish, english: Self.english)
        #expect(listed.label(of: code, .sv) == "Särskild persontransport")
        #expect(
            NeedIndex(facts, in: snapshot).label(of: code, .en) == "Transport services (excl. Waste transport)")
    }
}
