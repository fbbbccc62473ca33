import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// Change notices name what they change by its id, or by the number that it was published under.
@Suite struct ChangeByNumberTests {
    private static func change(_ id: NoticeID, of number: NoticeID, date: String = "2023-06-01") -> Notice {
        Samples.notice(
            id, date: date, winners: [Samples.organisation("ORG-2", "Rättad Ett AB")], changes: number,
            reason: "cor-buy")
    }

    private static func published(_ id: NoticeID, _ number: String?) -> Notice {
        var notice = Samples.notice(id, winners: [Samples.organisation("ORG-2", "Rättad Ett AB")])
        notice.publicationNumber = number
        return notice
    }

    private static func standings(_ notices: [Notice]) throws -> [[NoticeStanding?]] {
        var found: Set<[NoticeStanding?]> = []
        let ids = notices.map(\.id)
        for order in [notices, notices.reversed()] {
            for chunk in [1, 500] {
                let store = try Store.inMemory()
                try store.takeAll(order, chunk: chunk)
                found.insert(try ids.map { try store.notice($0)?.standing })
            }
        }
        return Array(found)
    }

    @Test(arguments: [
        ("00100002-2025", "100002-2025"), ("100002-2025", "00100002-2025"), ("2016/S 106-188692", "188692-2016"),
        ("188692-2016", "2016/S 106-188692"), ("2022-919032", "2022-919032"),
    ])
    func supersedesWhatWasPublishedUnderTheNumber(published: String, named: String) throws {
        let notices = [Self.published("a", published), Self.change("b", of: NoticeID(named))]
        #expect(try Self.standings(notices) == [[.changed, .current]])
        let store = try Store.inMemory()
        try store.takeAll(notices)
        #expect(try store.notice("a")?.changedBy == ["b"])
    }

    @Test func theNumberOfTEDIsItsID() throws {
        let ted = Self.published("012345-2016", nil)
        #expect(try Self.standings([ted, Self.change("b", of: "12345-2016")]) == [[.changed, .current]])
    }

    /// The later of two changes stands, whichever way they name the notice, and though it isn't stored.
    @Test func changesOfOneNoticeAreOneFamily() throws {
        let changes = [Self.change("b", of: "100002-2025"), Self.change("c", of: "00100002-2025", date: "2023-07-01")]
        #expect(try Self.standings(changes) == [[.changed, .current]])
        let all = [Self.published("a", "00100002-2025")] + changes + [Self.change("d", of: "a", date: "2023-06-15")]
        #expect(try Self.standings(all) == [[.changed, .changed, .current, .changed]])
    }

    /// A number that only another version was published under, and two notices that share one.
    @Test func numbersOfEarlierVersionsCount() throws {
        var second = Self.published("a", "100009-2025")
        second.version = 2
        let notices = [Self.published("a", "100002-2025"), second, Self.change("b", of: "100002-2025")]
        #expect(try Self.standings(notices) == [[.changed, .changed, .current]])
        let copies = [Self.published("a", "100002-2025"), Self.published("c", "100002-2025")]
        #expect(try Self.standings(copies) == [[.current, .current]])
    }

    /// The content with the smaller digest counts; where it has no number, whoever named the number is alone again.
    @Test func aNumberThatIsWithdrawnTiesNobody() throws {
        let numbered = Self.published("a", "100002-2025")
        var other = numbered
        other.publicationNumber = nil
        let changes = [Self.change("b", of: "100002-2025"), Self.change("c", of: "a", date: "2023-07-01")]
        var found: Set<[NoticeStanding?]> = []
        for contents in [[numbered, other], [other, numbered]] {
            let store = try Store.inMemory()
            try store.takeAll([contents[0]] + changes)
            try store.take(contents[1])
            found.insert(try ["a", "b", "c"].map { try store.notice($0)?.standing })
        }
        #expect(found.count == 1)
    }

    @Test(arguments: ["00100002-2025", "100002-2025"])
    func aNoticeThatNamesItsOwnNumberReplacesNothing(named: String) throws {
        var notice = Self.change("a", of: NoticeID(named))
        notice.publicationNumber = "100002-2025"
        #expect(try Self.standings([notice]) == [[.current]])
    }

    /// A store of an earlier schema has both notices as current.
    @Test func whatWasStoredBeforeIsJudgedAnew() throws {
        let notices = [Self.published("a", "00100002-2025"), Self.change("b", of: "100002-2025")]
        let store = try Store.inMemory()
        try store.take(notices[0])
        try store.write {
            try $0.execute(
                sql:
                    "UPDATE notices SET number = NULL; INSERT INTO facts_pending SELECT 1, 0, max(row) + 1 FROM notices"
            )
        }
        try store.take(notices[1])
        #expect(try store.notice("a")?.standing == .current)
        try store.write { try $0.execute(sql: "UPDATE notices SET number = '100002-2025' WHERE id = 'a'") }
        try store.completeFacts()
        #expect(try store.notice("a")?.standing == .changed)
    }
}
