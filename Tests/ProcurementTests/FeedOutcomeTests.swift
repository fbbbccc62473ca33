import Foundation
import Procurement
import Testing

@Suite struct FeedOutcomeTests {
    private let position = FeedPosition(file: "a.tar.gz!b.xml", line: 3)

    private var notice: Notice {
        var notice = Notice(
            id: "n", version: 2, source: NoticeSource(dialect: .ted, schema: "R2.0.9"), purpose: .result)
        notice.title.add("Träd & \"mark\"/skog", language: "SWE")
        notice.awards = [
            Award(outcome: .awarded(winnersWithheld: true)), Award(outcome: .noWinner(reason: nil)),
            Award(lots: ["1"], outcome: .noWinner(reason: "no-rece"), winners: ["org-1"]), Award(outcome: .open),
            Award(),
        ]
        notice.lots = [Lot(id: "1", role: .group)]
        notice.value = .stated(Money(hundredths: 1, currency: "SEK"))
        notice.withheld = [Withholding(field: "not-val")]
        return notice
    }

    @Test func survivesItsEncoding() throws {
        let outcomes: [FeedOutcome] = [
            .notice(notice, at: position),
            .refusal(Refusal(reason: "doctype", detail: "…", position: position, noticeID: "n")),
            .refusal(Refusal(reason: "empty", detail: "…", position: FeedPosition(file: "a"))),
        ]
        for outcome in outcomes {
            for line in [FeedLine.outcome(outcome), .reading(file: "/a b/ö.xml")] {
                let json = try JSONEncoder().encode(line)
                #expect(try JSONDecoder().decode(FeedLine.self, from: json) == line)
            }
        }
    }

    @Test func countsTheDayItWasIssuedElseTheDayItWasPublished() {
        var notice = notice
        #expect(notice.date == nil)
        notice.published = CalendarDate("2024-02-02")
        #expect(notice.date == notice.published)
        notice.issued = CalendarDate("2024-02-01")
        #expect(notice.date == notice.issued)
    }
}
