import API
import Foundation
import JSON
import JSONRPC
import Language
import Logging
import Matching
import Procurement
import Store
import TestSupport
import Testing

@testable import Daemon

@Suite struct WatchEvaluatorTests {
    private let clock = FakeClock()
    private let store: Store
    private let current = CurrentMarket()
    private let publisher: Publisher
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        let clock = self.clock
        store = try Store.inMemory { clock.now }
        let category = Category(id: "stad", name: ["sv": "Städ"], cpv: [CPVPattern("909*")!])
        publisher = Publisher(
            store: store, current: current,
            configuration: try MatchingConfiguration(
                Configuration.Matching(
                    categories: [category], challenges: [], weights: nil, words: EverydayWords())), log: log)
    }

    private func take(_ notices: Notice...) async throws {
        try Self.keep(notices, in: store)
        try await publisher.publish()
    }

    private static func keep(_ notices: [Notice], in store: Store) throws {
        let id = try store.beginImport(paths: ["/feeds"])
        _ = try store.importOutcomes(Samples.outcomes(notices), into: id)
        _ = try store.finishImport(id, files: 1)
    }

    @discardableResult
    private func watch(
        _ question: WatchQuestion, _ tells: Set<NewsKind>, of person: String = "anna", name: String = "w"
    ) throws -> StoredWatch {
        let market = try #require(current.value)
        let reading = try WatchReading(question, on: market, in: store)
        let json = String(decoding: try JSONText(writing: question).bytes, as: UTF8.self)
        return try #require(
            try store.save(
                Watch(
                    person: person, name: name, question: json, cpv: reading.cpv,
                    supplier: question.supplier.map { SupplierID($0) }, tells: tells)))
    }

    private func evaluate(_ evaluator: WatchEvaluator? = nil) async throws -> WatchEvaluator.Report {
        try await (evaluator ?? WatchEvaluator(store: store, current: current, log: log))
            .evaluate(on: try #require(current.value))
    }

    private func keys(of person: String = "anna") throws -> [String] {
        try store.news(NewsQuery(person: person), limit: 1000).items.map(\.news.key).reversed()
    }

    /// Of a day shortly before the clock's.
    private static func notice(
        _ id: NoticeID, date: String = "2025-12-20", cpv: [String] = ["90911200"], winners: [Organisation] = [],
        changes: NoticeID? = nil, purpose: NoticePurpose = .result
    ) -> Notice {
        Samples.notice(id, date: date, cpv: cpv, winners: winners, changes: changes, purpose: purpose)
    }

    private static let winner = Samples.organisation("W", "Rena Golv AB", number: "5590000061")

    @Test func tellsWhatIsNewOnceAndNothingThatWasThere() async throws {
        try await take(Self.notice("old", purpose: .competition))
        try watch(WatchQuestion(category: "stad"), [.notice, .result])
        try watch(WatchQuestion(words: "skol"), [.plan], of: "bo")
        try await take(
            Self.notice("call", purpose: .competition), Self.notice("result", winners: [Self.winner]),
            Self.notice("plan", purpose: .planning), Self.notice("it", cpv: ["72200000"], purpose: .competition))
        let report = try await evaluate()
        #expect(report.told == 3 && report.watches == 2)
        #expect(try keys() == ["notice:call", "result:result"])
        #expect(try keys(of: "bo") == ["plan:plan"])
        // Again, and by a daemon that was started anew.
        #expect(try await evaluate().notices == 0)
        // A change of what was told is the same matter.
        try await take(Self.notice("change", changes: "call", purpose: .competition))
        #expect(try await evaluate().told == 0)
        #expect(try store.news(NewsQuery(person: "anna")).items.count == 2)
    }

    /// However an import is cut into evaluations, the same is told.
    @Test func whatIsToldDoesNotDependOnWhenItIsLookedFor() async throws {
        try await take(Self.notice("old", purpose: .competition))
        try watch(WatchQuestion(category: "stad"), [.notice])
        try await take(Self.notice("first", purpose: .competition))
        _ = try await evaluate()
        try await take(Self.notice("second", changes: "first", purpose: .competition))
        _ = try await evaluate()
        #expect(try keys() == ["notice:first"])
        let other = try Store.inMemory()
        try Self.keep(
            [
                Self.notice("first", purpose: .competition),
                Self.notice("second", changes: "first", purpose: .competition),
            ], in: other)
        #expect(try other.incomingNotices(1...9).map { "notice:\($0.origin)" } == ["notice:first"])
    }

    @Test func whatWasBroughtLateIsNoNews() async throws {
        try await take(Self.notice("old", purpose: .competition))
        try watch(WatchQuestion(category: "stad"), [.notice])
        try await take(
            Self.notice("history", date: "2025-09-01", purpose: .competition),
            Self.notice("recent", date: "2025-10-05", purpose: .competition))
        _ = try await evaluate()
        #expect(try keys() == ["notice:recent"])
    }

    @Test func tellsOfContractsAsTheirEndsComeNear() async throws {
        let today = store.today
        func ending(_ id: NoticeID, inMonths months: Int) -> Notice {
            var notice = Self.notice(id, date: "2025-01-01", winners: [Self.winner])
            notice.awards[0].ends = today.adding(months: months)
            return notice
        }
        try await take(ending("near", inMonths: 3), ending("far", inMonths: 13), ending("over", inMonths: -1))
        try watch(WatchQuestion(category: "stad"), [.contract])
        let evaluator = WatchEvaluator(store: store, current: current, log: log)
        #expect(try await evaluate(evaluator).told == 1, "what runs out within the months is told at once")
        #expect(try await evaluate(evaluator).told == 0)
        try await take(ending("late", inMonths: 5))
        #expect(try await evaluate(evaluator).told == 1, "so is what is learnt later")
        clock.advance(bySeconds: 86_400 * 40)
        #expect(try await evaluate(evaluator).told == 1, "and what has come nearer")
        let told = try store.news(NewsQuery(person: "anna")).items
        #expect(told.map { $0.news.notice?.rawValue } == ["far", "late", "near"])
        #expect(NewsLine(told[2]).text.sv.hasPrefix("Avtal löper ut "))
    }

    @Test func tellsOfSuppliersThatComeAmongTheFirst() async throws {
        try await take(Self.notice("a", winners: [Self.winner]))
        try watch(WatchQuestion(category: "stad"), [.supplier])
        let evaluator = WatchEvaluator(store: store, current: current, log: log)
        _ = try await evaluate(evaluator)
        #expect(await evaluator.rankNext())
        #expect(await !evaluator.rankNext())
        let other = Samples.organisation("V", "Blanka Rutor AB", number: "5568592918")
        try await take(Self.notice("it", cpv: ["72200000"], winners: [other]))
        _ = try await evaluate(evaluator)
        #expect(try store.watchToRank() == nil, "a procurement of another field changes nobody's place here")
        try await take(Self.notice("b", winners: [other]))
        _ = try await evaluate(evaluator)
        #expect(await evaluator.rankNext())
        #expect(try keys() == ["supplier:SE5568592918"])
    }

    @Test func refusesWhatAsksForNothingOrTooMuch() async throws {
        try await take(Self.notice("a", winners: [Self.winner]))
        #expect(throws: (any Error).self) { try watch(WatchQuestion(), [.notice]) }
        #expect(throws: (any Error).self) { try watch(WatchQuestion(words: " - "), [.notice]) }
        #expect(throws: (any Error).self) { try watch(WatchQuestion(category: "stad", cpv: ["72*"]), [.notice]) }
        #expect(throws: (any Error).self) { try watch(WatchQuestion(category: "finns inte"), [.notice]) }
        #expect(throws: (any Error).self) { try watch(WatchQuestion(supplier: "finns inte"), [.notice]) }
    }
}
