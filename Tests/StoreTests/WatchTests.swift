import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct WatchTests {
    private let clock = FakeClock()
    private let store: Store

    init() throws {
        let clock = self.clock
        store = try Store.inMemory { clock.now }
    }

    private func watch(
        _ name: String = "IT", of person: String = "anna", tells: Set<NewsKind> = [.notice]
    ) throws -> StoredWatch {
        try #require(try store.save(Watch(person: person, name: name, question: "{}", tells: tells)))
    }

    private func news(_ watch: StoredWatch, _ key: String, _ notice: NoticeID? = nil) -> News {
        var news = News(watch: watch.id, kind: .notice, key: key)
        news.notice = notice
        return news
    }

    @discardableResult
    private func tell(_ news: News...) throws -> Int {
        var telling = Store.Telling()
        telling.news = news
        return try store.tell(telling)
    }

    @Test func eachPersonHasTheirOwn() throws {
        let annas = try watch()
        _ = try watch(of: "bo")
        #expect(try store.watches(of: "anna").map(\.id) == [annas.id])
        #expect(try store.watch(annas.id, of: "bo") == nil)
        #expect(try !store.removeWatch(annas.id, of: "bo"))
        #expect(try store.save(Watch(person: "bo", name: "X", question: "{}", tells: []), over: annas.id) == nil)
        #expect(throws: StoreError.watchNameTaken("IT")) { try watch() }
        #expect(try store.removeWatch(annas.id, of: "anna"))
        #expect(try store.allWatches().watches.map(\.watch.person) == ["bo"])
    }

    @Test func aPersonHasNoMoreThanTheBound() throws {
        for number in 0..<Store.mostWatches { _ = try watch("\(number)") }
        #expect(throws: StoreError.tooManyWatches(most: Store.mostWatches)) { try watch("one more") }
        _ = try watch(of: "bo")
    }

    @Test func theSameIsToldOnceAndSeenByWhoseItIs() throws {
        let annas = try watch()
        let bos = try watch(of: "bo")
        #expect(try tell(news(annas, "a"), news(annas, "a"), news(annas, "b"), news(bos, "a")) == 3)
        #expect(try tell(news(annas, "b")) == 0)
        #expect(try store.unseenNews(of: "anna") == 2)
        let shown = try store.news(NewsQuery(person: "anna")).items
        #expect(shown.map(\.news.key) == ["b", "a"])
        try tell(news(annas, "c"))
        #expect(try store.markSeen(through: shown[0].id, by: "anna") == 2)
        #expect(try store.markSeen(through: shown[0].id, by: "anna") == 0)
        var query = NewsQuery(person: "anna")
        query.unseen = true
        #expect(try store.news(query).items.map(\.news.key) == ["c"])
        #expect(try store.unseenNews(of: "bo") == 1)
        #expect(try store.watches(of: "anna")[0].unseen == 1)
    }

    @Test func newsBeyondTheBoundAreCounted() throws {
        let watch = try watch()
        var telling = Store.Telling()
        telling.news = (0..<Store.mostNewsAtOnce + 7).map { news(watch, "\($0)") }
        #expect(try store.tell(telling) == Store.mostNewsAtOnce)
        #expect(try store.watches(of: "anna")[0].uncounted == 7)
    }

    @Test func aNoticeAndTheChangeOfItHaveOneOrigin() throws {
        var change = Samples.notice("n2", changes: "n1", purpose: .competition)
        change.publicationNumber = "22222-2026"
        var first = Samples.notice("n1", purpose: .competition)
        first.publicationNumber = "11111-2026"
        try store.take(first, change, Samples.notice("n3", changes: "22222-2026", purpose: .competition))
        let rows = try store.incomingNotices(1...10)
        #expect(rows.map(\.id) == ["n3"] && rows.map(\.origin) == ["n1"])
        #expect(rows[0].buyers.map(\.name) == ["Uppsala kommun"] && rows[0].cpv == [CPVCode("90911200")!])
        #expect(rows[0].text == "Städning av skolor Del 1")
    }

    @Test func contractsEndAsStatedOrFourYearsOn() throws {
        let winner = Samples.organisation("W", "Rena Golv AB", number: "5590000061")
        var stated = Samples.notice("stated", winners: [winner])
        stated.awards[0].ends = CalendarDate("2030-06-30")
        var works = Samples.notice("works", date: "2030-01-15", winners: [winner])
        works.kind = .works
        try store.take(
            stated, works, Samples.notice("estimated", date: "2030-01-15", winners: [winner]),
            Samples.notice("nobody", date: "2030-01-15"), Samples.notice("past", date: "2015-01-15", winners: [winner]))
        let ends = try store.contractEnds(in: 1...10, from: CalendarDate("2026-01-01")!)
        #expect(ends.map(\.day.description) == ["2030-06-30", "2034-01-15"])
        #expect(ends.map(\.isEstimate) == [false, true])
        var telling = Store.Telling()
        telling.contractEnds = ends
        try store.tell(telling)
        let found = try store.contracts(ending: CalendarDate("2030-01-01")!...CalendarDate("2030-12-31")!)
        #expect(found.contracts.map(\.notice.id) == ["stated"] && found.last == nil)
        let years = CalendarDate("2030-01-01")!...CalendarDate("2040-01-01")!
        let first = try store.contracts(ending: years, limit: 1)
        let second = try store.contracts(ending: years, after: first.last, limit: 1)
        #expect((first.contracts + second.contracts).map(\.notice.id) == ["stated", "estimated"])
    }

    // MARK: Mails

    private let day = CalendarDate("2026-03-02")!

    private func prepared(_ day: CalendarDate) throws -> [PreparedMail] {
        try store.prepareMails(on: day, host: "ekby.example")
    }

    @Test func oneMailAPersonUntilTheMailerHasIt() throws {
        let watch = try watch()
        try tell(news(watch, "a"), news(watch, "b"))
        #expect(try prepared(day).isEmpty, "nobody asked for mails")
        try store.subscribe(Subscription(person: "anna", address: "anna@x.y", language: .sv, every: .daily))
        let mail = try #require(try prepared(day).first)
        #expect(mail.news.map(\.news.key) == ["b", "a"] && mail.count == 2)
        #expect(mail.message.hasSuffix("@ekby.example"))
        // The mailer is down for days: the same mail waits, and what comes meanwhile waits behind it.
        try tell(news(watch, "c"))
        let again = try prepared(day.adding(days: 3))
        #expect(again.map(\.message) == [mail.message] && again[0].news.map(\.news.key) == ["b", "a"])
        #expect(try store.noteHanded(mail.id))
        #expect(try !store.noteHanded(mail.id))
        // One mail a day at the most, and what was mailed isn't mailed again.
        #expect(try prepared(day).isEmpty)
        #expect(try prepared(day.adding(days: 1)).map { $0.news.map(\.news.key) } == [["c"]])
    }

    @Test func aWeeklyMailWaitsForItsWeekAndNoneIsEmpty() throws {
        let watch = try watch()
        try store.subscribe(Subscription(person: "anna", address: "anna@x.y", language: .en, every: .weekly))
        #expect(try prepared(day).isEmpty)
        try tell(news(watch, "a"))
        let mail = try #require(try prepared(day).first)
        _ = try store.noteHanded(mail.id)
        try tell(news(watch, "b"))
        #expect(try prepared(day.adding(days: 6)).isEmpty)
        #expect(try prepared(day.adding(days: 7)).count == 1)
        // Who stops gets none, not even one that was prepared.
        try store.subscribe(Subscription(person: "anna", address: "anna@x.y", language: .en, every: .never))
        #expect(try prepared(day.adding(days: 8)).isEmpty)
        // What was seen is not mailed.
        try store.subscribe(Subscription(person: "anna", address: "anna@x.y", language: .en, every: .daily))
        try tell(news(watch, "c"))
        _ = try store.markSeen(through: .max, by: "anna")
        #expect(try prepared(day.adding(days: 30)).isEmpty)
    }

    @Test func firstSuppliersAreToldOnlyWhenTheyAreNewAmongThem() throws {
        let watch = try watch(tells: [.supplier])
        #expect(try store.watchToRank()?.id == watch.id)
        #expect(try store.tell(first: ["a", "b"], of: watch.id, saved: watch.at) == 0)
        #expect(try store.watchToRank() == nil)
        #expect(try store.tell(first: ["c", "a"], of: watch.id, saved: watch.at) == 1)
        #expect(try store.tell(first: ["b", "c"], of: watch.id, saved: watch.at) == 0, "they were there before")
        let told = try #require(try store.news(NewsQuery(person: "anna")).items.first)
        #expect(told.news.supplier == "c" && told.news.rank == 1)
    }
}
