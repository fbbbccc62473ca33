import Dispatch
import Procurement
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite struct MarketFactsTests {
    @Test func everythingTheMatcherLearnsFromIsThere() throws {
        var notice = Samples.notice("n", cpv: ["90911200", "90910000"], winners: [Samples.organisation("W", "Ett AB")])
        notice.procedureID = "P-1"
        notice.description = LocalizedText([
            .init(language: "ENG", text: "Cleaning"), .init(language: "SWE", text: "Städning i hela staden"),
        ])
        notice.title = LocalizedText([
            .init(language: "FRA", text: "Nettoyage"), .init(language: "ENG", text: "Cleaning"),
        ])
        notice.nuts = [NUTSCode("SE12")!]
        notice.value = .stated(Money(hundredths: 100, currency: "EUR"))
        notice.procedure.type = "open"
        notice.lots[0].nuts = [NUTSCode("SE121")!, NUTSCode("SE12")!]
        notice.lots[0].description = LocalizedText("Golv", language: "SWE")
        notice.lots[0].strategicGoals = [
            .init(list: .strategicProcurement, code: "env-imp"), .init(list: .environmentalImpact, code: "clim-mitig"),
        ]
        notice.awards[0].tendersReceived = .stated(4)
        var second = notice.awards[0]
        second.lots = []
        second.value = .withheld(Withholding(field: "win-ten-val"))
        second.tendersReceived = .stated(7)
        notice.awards.append(second)
        let store = try Store.inMemory()
        try store.take(notice)
        let (facts, generation) = try store.marketFacts()
        #expect(generation == 1)
        let found = try #require(facts.procurements.first)
        let supplier = try #require(facts.suppliers.first).id
        var expected = PastProcurement(notice: "n", purpose: .result, title: "Cleaning")
        expected.procedureID = "P-1"
        expected.date = CalendarDate("2023-05-02")
        expected.description = "Städning i hela staden"
        expected.cpv = notice.cpv
        expected.kind = .services
        expected.nuts = [NUTSCode("SE12")!, NUTSCode("SE121")!]
        expected.buyers = [.init(key: "SE2120003005", name: "Uppsala kommun")]
        expected.lots = [.init(id: "LOT-0001", title: "Del 1", description: "Golv", cpv: notice.cpv)]
        expected.goals = [
            .init(list: .environmentalImpact, code: "clim-mitig"), .init(list: .strategicProcurement, code: "env-imp"),
        ]
        expected.value = Money(hundredths: 100, currency: "EUR")
        expected.wins = [
            .init(supplier: supplier),
            .init(supplier: supplier, lots: ["LOT-0001"], value: Money(hundredths: 125_000_000, currency: "SEK")),
        ]
        expected.tendersReceived = 7
        expected.procedureType = "open"
        #expect(try store.pastProcurement("n") == expected)
        let (described, _) = try store.marketFactsAndDecisions { _ in
        } describing: { _ in
            ["n", "none"]
        }
        #expect(described.described == ["n": expected])
        // No signal stands on running texts.
        expected.description = nil
        expected.lots = []
        #expect(found == expected)
        #expect(try store.pastProcurement("none") == nil)
    }

    @Test func theyAreSortedAndHoldNoticesWithoutWinners() throws {
        let store = try Store.inMemory()
        var undated = Samples.notice("z")
        undated.issued = nil
        try store.take(
            Samples.notice("b", date: "2023-02-01"), Samples.notice("a", date: "2023-02-01"), undated,
            Samples.notice("c", date: "2021-01-01", purpose: .planning))
        #expect(try store.marketFacts().facts.procurements.map(\.notice) == ["z", "c", "a", "b"])
        #expect(try store.marketFacts().facts.suppliers.isEmpty)
    }

    @Test func withheldAndNamelessWinnersAreNoWins() throws {
        var notice = Samples.notice("n")
        notice.awards = [
            Award(lots: ["LOT-0001"], outcome: .awarded(winnersWithheld: true)),
            Award(lots: ["LOT-0001"], outcome: .noWinner(reason: "no-rece")),
            Award(lots: ["LOT-0001"], outcome: .awarded(winnersWithheld: false), winners: ["ORG-404"]),
        ]
        let store = try Store.inMemory()
        try store.take(notice)
        #expect(try store.marketFacts().facts.procurements.first?.wins == [])
    }

    /// A read that holds a connection waits for a second one; so many of them must not wait for each other.
    @Test(.timeLimit(.minutes(10)), arguments: [1, 2, 3])
    func manyReadAtOnceWithFewConnections(readers: Int) throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("torg.sqlite"), readers: readers)
        try store.take(Samples.notice("n", winners: [Samples.organisation("W", "Ett AB")]))
        let read = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<20 {
                guard let facts = try? store.marketFacts().facts else { return }
                if facts.procurements.count == 1, facts.suppliers.map(\.name) == ["Ett AB"] {
                    read.withLock { $0 += 1 }
                }
            }
        }
        #expect(read.withLock { $0 } == 160)
    }
}
