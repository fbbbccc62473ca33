import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

/// Real and sample notices, where the corpora are at hand.
@Suite(.enabled(if: Corpora.folder != nil, "TORG_CORPUS names no folder with the corpora"))
struct EFormsCorpusTests {
    private func read(_ path: String) throws -> [FeedOutcome] {
        try FeedReader().outcomes(#require(Corpora.path(path)))
    }

    @Test(arguments: [("eforms/eforms.tar.gz", 124), ("eforms-sample/eforms-sample.tar.gz", 270)])
    func everyNoticeIsRead(path: String, count: Int) throws {
        let outcomes = try read(path)
        #expect(outcomes.compactMap(\.refusal) == [])
        #expect(outcomes.count == count)
    }

    @Test func everyMonthOf2021IsRead() throws {
        let outcomes = try read("se-2021/feed")
        let notices = outcomes.compactMap(\.notice)
        #expect(notices.count == 8155)
        #expect(outcomes.count == 8155)
        #expect(notices.allSatisfy { $0.procedureID != nil && !$0.title.isEmpty && !$0.buyers.isEmpty })
    }

    @Test func everyInvalidFileIsReadOrRefusedWithAReason() throws {
        let outcomes = try read("invalid")
        #expect(Set(outcomes.map(\.position.file)).count == 35)
        #expect(outcomes.compactMap(\.refusal).allSatisfy { $0.reason == "no-notice-id" && $0.position.line != nil })
    }

    @Test func noWinnerIsMissingFromTheOrganisations() throws {
        for notice in try read("eforms/eforms.tar.gz").compactMap(\.notice) {
            for winner in notice.awards.flatMap(\.winners) + notice.buyers {
                #expect(notice.organisation(winner) != nil, "\(notice.id): \(winner)")
            }
        }
    }

    @Test func withheldFieldsOfTheSamplesAreWithheld() throws {
        let notices = try read("eforms-sample/eforms-sample.tar.gz").filter {
            $0.position.file.hasSuffix("!can_25_withheld.xml")
        }.compactMap(\.notice)
        let notice = try #require(notices.first)
        #expect(notice.withheld.count == 17)
        #expect(notice.value.isWithheld)
        #expect(notice.awards.allSatisfy { $0.tendersReceived.isWithheld })
    }
}
