import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct NoticeImportTests {
    private static let winner = Samples.organisation("ORG-1", "Rena Golv AB", number: "5568592918")

    private static func currentIDs(_ store: Store) throws -> [NoticeID] {
        try store.marketFacts().facts.procurements.map(\.notice)
    }

    @Test func aLaterVersionTakesThePlaceOfAnEarlier() throws {
        let store = try Store.inMemory()
        #expect(try store.take(Samples.notice("n", title: "Första")).stored == 1)
        #expect(try store.take(Samples.notice("n", version: 2, title: "Andra")).superseded == 1)
        #expect(try store.marketFacts().facts.procurements.map(\.title) == ["Andra"])
        #expect(try store.notice("n")?.versions == [1, 2])
        #expect(try store.notice("n", version: 1)?.standing == .superseded)
        #expect(try store.notice("n", version: 1)?.notice.title.text() == "Första")
    }

    @Test func anEarlierVersionThatComesLaterIsHistory() throws {
        let store = try Store.inMemory()
        try store.take(Samples.notice("n", version: 2, title: "Andra", winners: [Self.winner]))
        let counts = try store.take(
            Samples.notice("n", title: "Första", winners: [Samples.organisation("ORG-1", "Någon Annan AB")]))
        #expect(counts.superseded == 1)
        #expect(try store.marketFacts().facts.procurements.map(\.title) == ["Andra"])
        #expect(try store.marketFacts().facts.suppliers.map(\.name) == ["Rena Golv AB"])
    }

    @Test func whoeverOnlyAnEarlierVersionNamesIsNoSupplier() throws {
        let store = try Store.inMemory()
        try store.take(Samples.notice("n", winners: [Self.winner]))
        try store.take(Samples.notice("n", version: 2, winners: [Samples.organisation("ORG-1", "Rätt AB")]))
        #expect(try store.marketFacts().facts.suppliers.map(\.name) == ["Rätt AB"])
    }

    @Test func otherContentUnderTheSameVersionIsAConflict() throws {
        let store = try Store.inMemory()
        let notices = ["Ett", "Två", "Tre"].map { Samples.notice("n", title: $0) }
        #expect(try store.takeAll(notices).conflicting == 2)
        let kept = try #require(try store.notice("n"))
        #expect(kept.conflicts == 2)
        #expect(kept.versions == [1])
        #expect(try store.marketFacts().facts.procurements.count == 1)
        #expect(try store.marketFacts().facts.procurements.first?.title == kept.notice.title.text())
        #expect(try store.takeAll(notices).unchanged == 3)
        #expect(try store.counts().conflicts == 2)
    }

    /// One row is written over for each smaller digest; words of what it said before must not lead to it.
    @Test(arguments: [1, 2, 4])
    func onlyTheWordsOfWhatIsKeptAreFound(chunk: Int) throws {
        let store = try Store.inMemory()
        let titles = ["Ettan", "Tvåan", "Trean", "Fyran"]
        try store.takeAll(titles.map { Samples.notice("n", title: $0) }, chunk: chunk)
        let kept = try #require(try store.marketFacts().facts.procurements.first?.title)
        for title in titles {
            var query = NoticeQuery()
            query.text = title
            #expect(try store.findNotices(query).items.count == (title == kept ? 1 : 0))
        }
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func aChainOfChangeNoticesLeavesTheLast(order: [Int]) throws {
        let notices = [
            Samples.notice("original", winners: [Self.winner]),
            Samples.notice("change-1", title: "Ändrad", date: "2023-05-03", changes: "original", reason: "cor-buy"),
            Samples.notice(
                "change-2", title: "Åter ändrad", date: "2023-05-04", changes: "change-1", reason: "cor-buy"),
        ]
        let store = try Store.inMemory()
        for index in order { #expect(try store.take(notices[index]).stored == 1) }
        #expect(try Self.currentIDs(store) == ["change-2"])
        #expect(try store.notice("original")?.standing == .changed)
        #expect(try store.notice("original")?.changedBy == ["change-1"])
        #expect(try store.marketFacts().facts.suppliers.isEmpty)
    }

    @Test(arguments: [false, true])
    func ofTwoChangesOfOneNoticeTheLaterCounts(isReversed: Bool) throws {
        let notices = [
            Samples.notice("original"),
            Samples.notice("z", date: "2023-05-03", changes: "original", reason: "cor-buy"),
            Samples.notice("a", date: "2023-05-04", changes: "original", reason: "cor-buy"),
        ]
        let store = try Store.inMemory()
        try store.takeAll(isReversed ? notices.reversed() : notices, chunk: 1)
        #expect(try Self.currentIDs(store) == ["a"])
    }

    @Test(arguments: [false, true])
    func aCancelledNoticeCountsNoMore(isReversed: Bool) throws {
        let notices = [
            Samples.notice("original", winners: [Self.winner]),
            Samples.notice("end", date: "2023-06-01", winners: [Self.winner], changes: "original", reason: "cancel"),
        ]
        let store = try Store.inMemory()
        try store.takeAll(isReversed ? notices.reversed() : notices, chunk: 1)
        #expect(try Self.currentIDs(store) == [])
        #expect(try store.notice("end")?.standing == .cancelled)
        #expect(try store.counts().suppliers == 0)
        #expect(try store.counts().noticeVersions == 2)
    }

    @Test func aCorrectionStandsBesideWhatItCorrects() throws {
        let store = try Store.inMemory()
        try store.take(
            Samples.notice("original", winners: [Self.winner]),
            Samples.notice("f14", date: "2023-05-09", changes: "original", purpose: .correction))
        #expect(try Self.currentIDs(store) == ["original", "f14"])
    }

    @Test func noticesThatChangeOneAnotherInACircleLeaveOne() throws {
        let store = try Store.inMemory()
        try store.take(
            Samples.notice("a", changes: "b"), Samples.notice("b", changes: "a"), Samples.notice("c", changes: "c"))
        #expect(try Self.currentIDs(store) == ["b", "c"])
    }

    @Test func aLaterVersionThatChangesNothingLetsGo() throws {
        let store = try Store.inMemory()
        try store.take(Samples.notice("original"), Samples.notice("change", changes: "original", reason: "cor-buy"))
        #expect(try Self.currentIDs(store) == ["change"])
        try store.take(Samples.notice("change", version: 2, date: "2023-05-01"))
        #expect(try Self.currentIDs(store) == ["change", "original"])
        #expect(try store.findNotices(NoticeQuery()).items.count == 2)
    }

    @Test func anImportIsListedWithItsCounts() throws {
        let store = try Store.inMemory()
        let id = try store.beginImport(paths: ["/feeds/a.xml", "/feeds/b.xml"])
        let refusal = Refusal(
            reason: "not-xml", detail: "it ends within a tag", position: FeedPosition(file: "/feeds/b.xml", line: 7))
        try store.importOutcomes(Samples.outcomes([Samples.notice("n")]) + [.refusal(refusal)], into: id)
        try store.importOutcomes(Samples.outcomes([Samples.notice("n")]), into: id)
        #expect(try store.lastImport() == nil)
        let record = try store.finishImport(id, files: 2)
        #expect(record.counts.stored == 1 && record.counts.unchanged == 1 && record.counts.refused == 1)
        #expect(record.counts.seen == 3)
        #expect(record.paths == ["/feeds/a.xml", "/feeds/b.xml"])
        #expect(record.files == 2)
        #expect(try store.lastImport() == record)
    }

    @Test func theGenerationCountsCommitsThatChangeWhatIsFound() throws {
        let store = try Store.inMemory()
        try store.take(Samples.notice("a"))
        #expect(try store.generation == 1)
        try store.take(Samples.notice("a"))
        #expect(try store.generation == 1)
        try store.take(Samples.notice("b"), Samples.notice("c"))
        #expect(try store.generation == 2)
    }
}
