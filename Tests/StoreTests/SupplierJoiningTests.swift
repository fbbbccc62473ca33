import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct SupplierJoiningTests {
    private static func notice(_ id: NoticeID, _ winner: Organisation, date: String = "2023-05-02") -> Notice {
        Samples.notice(id, date: date, winners: [winner])
    }

    @Test(arguments: [
        "556859-2918", "5568592918", "SE556859291801", "165568592918", "SE 556859-2918", "556859 2918",
    ])
    func oneNumberInAnyWritingIsOneSupplier(number: String) throws {
        let store = try Store.inMemory()
        try store.take(
            Self.notice("a", Samples.organisation("W", "Rena Golv AB", number: "5568592918")),
            Self.notice("b", Samples.organisation("W", "Golvrenarna i Uppsala", number: number), date: "2023-06-01"))
        let suppliers = try store.marketFacts().facts.suppliers
        #expect(suppliers.map(\.id) == ["SE5568592918"])
        #expect(suppliers.first?.name == "Golvrenarna i Uppsala")
        #expect(suppliers.first?.otherNames == ["Rena Golv AB"])
    }

    @Test(arguments: ["12345", "0001", "ORG-0001", "DE123456789", "HRB 1234"])
    func aPlaceholderJoinsNoStrangers(number: String) throws {
        let store = try Store.inMemory()
        try store.take(
            Self.notice("a", Samples.organisation("W", "Quintus GmbH", number: number, country: "DE")),
            Self.notice("b", Samples.organisation("W", "Trombin GmbH", number: number, country: "DE")))
        #expect(try store.marketFacts().facts.suppliers.map(\.name).sorted() == ["Quintus GmbH", "Trombin GmbH"])
    }

    @Test func aMaskIsNobody() throws {
        let store = try Store.inMemory()
        try store.take(
            Self.notice("a", Samples.organisation("W", "Personuppgift", isNaturalPerson: true)),
            Self.notice("b", Samples.organisation("W", "Sekretess", number: "556859-2918")))
        #expect(try store.counts().suppliers == 0)
        #expect(try store.findSuppliers(SupplierQuery()).items == [])
        #expect(try store.marketFacts().facts.procurements.allSatisfy { $0.wins.isEmpty })
    }

    @Test(arguments: [false, true])
    func aNameJoinsTheNumberSeenLaterOrEarlier(isNumberFirst: Bool) throws {
        let store = try Store.inMemory()
        let bare = Self.notice("a", Samples.organisation("W", "RENA GOLV AKTIEBOLAG"))
        let numbered = Self.notice("b", Samples.organisation("W", "Rena Golv AB", number: "5568592918"))
        try store.take(isNumberFirst ? numbered : bare)
        let before = try #require(try store.marketFacts().facts.suppliers.first).id
        try store.take(isNumberFirst ? bare : numbered)
        let suppliers = try store.marketFacts().facts.suppliers
        #expect(suppliers.map(\.id) == ["SE5568592918"])
        #expect(suppliers.first?.otherNames == ["RENA GOLV AKTIEBOLAG"])
        // Whoever noted the id down before the number was known still gets there.
        #expect(try store.supplier(before)?.supplier.id == "SE5568592918")
        #expect(try store.supplier("SE5568592918")?.awardCount == 2)
    }

    @Test func aSecondNumberOfTheSameNameTakesTheBareOneBack() throws {
        let store = try Store.inMemory()
        try store.take(
            Self.notice("a", Samples.organisation("W", "Rena Golv AB")),
            Self.notice("b", Samples.organisation("W", "Rena Golv AB", number: "5568592918")))
        #expect(try store.suppliers(named: "Rena Golv AB").count == 1)
        try store.take(Self.notice("c", Samples.organisation("W", "Rena Golv AB", number: "5164049768")))
        let suppliers = try store.suppliers(named: "Rena Golv AB")
        #expect(suppliers.count == 3)
        #expect(suppliers.filter { $0.number == nil }.map { $0.id.rawValue.prefix(2) } == ["n-"])
    }

    @Test func learningTheLikeliestFormAndCountryKeepsTheID() throws {
        let store = try Store.inMemory()
        try store.take(Self.notice("a", Samples.organisation("W", "Rena Golv", country: nil)))
        let before = try store.marketFacts().facts.suppliers.map(\.id)
        try store.take(Self.notice("b", Samples.organisation("W", "Rena Golv AB", country: "SWE")))
        #expect(try store.marketFacts().facts.suppliers.map(\.id) == before)
    }

    @Test func anIDHoldsInAnyStore() throws {
        let ids = try (0..<2).map { _ in
            let store = try Store.inMemory()
            try store.take(Self.notice("a", Samples.organisation("W", "Kvalitest Industrial Oy", country: "FI")))
            return try #require(try store.marketFacts().facts.suppliers.first).id
        }
        #expect(ids[0] == ids[1])
        #expect(ids[0].rawValue.hasPrefix("n-") && ids[0].rawValue.utf8.count == 18)
    }

    @Test func whatIsShownComesFromTheLatestNotice() throws {
        let store = try Store.inMemory()
        let number = "5568592918"
        try store.take(
            Self.notice(
                "b", Samples.organisation("W", "Ny AB", number: number, size: .large, nuts: "SE110"), date: "2023-09-01"
            ),
            Self.notice(
                "a", Samples.organisation("W", "Gammal AB", number: number, size: .small, nuts: "SE121"),
                date: "2021-01-01"))
        let supplier = try #require(try store.marketFacts().facts.suppliers.first)
        #expect(supplier.name == "Ny AB")
        #expect(supplier.otherNames == ["Gammal AB"])
        #expect(supplier.size == .large)
        #expect(supplier.nuts.map(\.code) == ["SE110", "SE121"])
        #expect(supplier.country == "SE")
    }

    @Test func aNameInSeveralLanguagesIsFoundByAnyOfThem() throws {
        let store = try Store.inMemory()
        var winner = Samples.organisation("W", "Skogens Vänner Ab", country: "FI")
        winner.name.add("Metsän Ystävät Oy", language: "FIN")
        try store.take(Self.notice("a", winner))
        let supplier = try #require(try store.marketFacts().facts.suppliers.first)
        #expect(supplier.name == "Skogens Vänner Ab")
        #expect(supplier.otherNames == ["Metsän Ystävät Oy"])
        var query = SupplierQuery()
        query.name = "metsän"
        #expect(try store.findSuppliers(query).items.map(\.id) == [supplier.id])
    }

    @Test func aWinnerWithoutNameOrNumberIsNoSupplier() throws {
        let store = try Store.inMemory()
        var nameless = Samples.organisation("W", "", country: "SE")
        nameless.name = []
        try store.take(
            Self.notice("a", nameless), Self.notice("b", Samples.organisation("W", "", number: "5568592918")))
        #expect(try store.marketFacts().facts.suppliers.map(\.name) == ["556859-2918"])
        #expect(try store.marketFacts().facts.procurements.map(\.wins.count) == [0, 1])
    }

    @Test func aConsortiumGivesEachMemberTheWin() throws {
        let store = try Store.inMemory()
        var notice = Samples.notice(
            "a",
            winners: [
                Samples.organisation("W1", "Ett AB", number: "5568592918"), Samples.organisation("W2", "Två AB"),
            ])
        notice.awards = [Award(lots: ["L1", "L2"], outcome: .awarded(winnersWithheld: false), winners: ["W1", "W2"])]
        try store.take(notice)
        let wins = try #require(try store.marketFacts().facts.procurements.first).wins
        #expect(wins.count == 2)
        #expect(wins.allSatisfy { $0.lots == ["L1", "L2"] })
        #expect(try store.counts().awards == 1)
    }

    @Test func aSupplierThatWonOneLotTwiceIsOneWin() throws {
        let store = try Store.inMemory()
        let winner = Samples.organisation("W", "Ett AB", number: "5568592918")
        var notice = Samples.notice("a", winners: [winner])
        notice.awards += notice.awards
        try store.take(notice)
        #expect(try store.marketFacts().facts.procurements.first?.wins.count == 1)
    }
}
