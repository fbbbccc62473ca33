import Foundation
import NoticeFeed
import Procurement
import TestSupport
import Testing

/// The fixtures, read by all three dialects, against what their generator says is in them (`Fixtures/expected.jsonl`).
/// The generator wrote both from one plan and uses no reader, so this is a second opinion.
@Suite struct FixtureExpectationTests {
    /// One line of `expected.jsonl`. Only what every dialect tells in the same way.
    fileprivate struct Expectation: Decodable, Equatable {
        struct Award: Decodable, Equatable {
            var outcome: String
            var winners: [String]
            var value: String?
            var lot: Int?
        }

        var file: String
        var id: String
        var version: Int
        var dialect: String
        var title: String
        var cpv: String
        var buyers: [String]
        var awards: [Award]
    }

    private func read(_ folder: String) throws -> (found: [Expectation], refusals: [Refusal]) {
        let mapping = try FeedMapping.load(Repository.path("config/feeds/tendsign.yaml"))
        let fixtures = Repository.path("Fixtures")
        var found: [Expectation] = []
        var refusals: [Refusal] = []
        try FeedReader(mappings: [mapping]).read("\(fixtures)/\(folder)") { outcome in
            switch outcome {
            case .notice(let notice, let position):
                found.append(Expectation(notice, file: String(position.file.dropFirst(fixtures.count + 1))))
            case .refusal(let refusal):
                refusals.append(refusal)
            case .rows: break
            }
        }
        return (found, refusals)
    }

    @Test func everyNoticeIsReadAsItWasPlanned() throws {
        let text = try Repository.text("Fixtures/expected.jsonl")
        let expected = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Expectation.self, from: Data($0.utf8))
        }
        let (found, refusals) = try read("notices")
        #expect(refusals == [])
        #expect(found.count == expected.count)
        for notice in expected {
            let same = found.filter { $0.file == notice.file && $0.id == notice.id && $0.version == notice.version }
            #expect(same == [notice])
        }
    }

    @Test func badFilesAreRefusedAndGoodNoticesAmongThemAreKept() throws {
        let (found, refusals) = try read("bad/notices")
        #expect(Set(found.map(\.file)) == ["bad/notices/one-of-two.xml", "bad/notices/some-bad.zip!b-good.xml"])
        let refused = Set(refusals.map { URL(filePath: $0.position.file).lastPathComponent })
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Repository.path("Fixtures/bad/notices"))
        for file in files where file != "some-bad.zip" { #expect(refused.contains(file), "\(file) was not refused") }
    }
}

extension FixtureExpectationTests.Expectation {
    init(_ notice: Notice, file: String) {
        func name(_ id: OrganisationID) -> String { notice.organisation(id)?.name.text() ?? "" }
        self.init(
            file: file, id: notice.id.rawValue, version: notice.version, dialect: notice.source.dialect.rawValue,
            title: notice.title.text() ?? "", cpv: notice.cpv.first?.description ?? "",
            buyers: notice.buyers.map(name),
            awards: notice.awards.map { award in
                let outcome =
                    switch award.outcome {
                    case .awarded(let areWithheld): areWithheld ? "withheld" : "awarded"
                    case .noWinner: "nobody"
                    case .open: "open"
                    case .unstated: "unstated"
                    }
                return Award(
                    outcome: outcome, winners: award.winners.map(name), value: award.value.value?.amount,
                    lot: award.lots.first.flatMap { Int($0.rawValue.filter(\.isNumber)) })
            })
    }
}
