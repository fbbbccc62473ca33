import Foundation
import NoticeFeed
import Procurement
import TestSupport
import Testing

/// The real TED notices of the corpus: `TORG_CORPUS=/path swift test --filter TEDCorpus`.
@Suite struct TEDCorpusTests {
    private static let folder = Corpora.path("ted")

    private static func outcomes() throws -> [FeedOutcome] {
        var outcomes: [FeedOutcome] = []
        try FeedReader().read(try #require(folder)) { outcomes.append($0) }
        return outcomes
    }

    @Test(.enabled(if: folder != nil, "TORG_CORPUS has no ted folder"))
    func everyNoticeIsReadInFull() throws {
        var ids: Set<NoticeID> = []
        for outcome in try Self.outcomes() {
            guard case .notice(let notice, let position) = outcome else {
                Issue.record("refused: \(outcome)")
                continue
            }
            let place = "\(position.file): \(notice.id)"
            ids.insert(notice.id)
            // The members are named by the notice's number.
            #expect(position.file.hasSuffix("\(notice.id).xml"), "\(place)")
            #expect(!notice.title.isEmpty, "\(place)")
            #expect(!notice.buyers.isEmpty && !notice.cpv.isEmpty && notice.kind != nil, "\(place)")
            #expect(notice.published != nil && notice.issued != nil && notice.type != nil, "\(place)")
            #expect(notice.languages.allSatisfy { $0.count == 3 }, "\(place)")
            let known = Set(notice.organisations.map(\.id))
            #expect(known.isSuperset(of: notice.buyers + notice.awards.flatMap(\.winners)), "\(place)")
            #expect(Set(notice.lots.map(\.id)).count == notice.lots.count, "\(place)")
            for award in notice.awards {
                let names = if case .awarded(false) = award.outcome { true } else { false }
                #expect(names != award.winners.isEmpty, "\(place)")
            }
            let awards = [NoticePurpose.result, .directAward, .contractModification].contains(notice.purpose)
            #expect(notice.awards.isEmpty || awards, "\(place)")
        }
        #expect(!ids.isEmpty)
    }
}
