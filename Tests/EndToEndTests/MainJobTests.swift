import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// Notices in, ranked suppliers out, through the real programs and the real socket.
@Suite(.serialized) struct MainJobTests {
    private static let feeds = FeedImport.Parameters(paths: [Repository.path("Fixtures/notices")])
    private static let register = SuppliersImport.Parameters(path: Repository.path("Fixtures/suppliers.csv"))

    @Test func fixturesBecomeRankedSuppliersWithReasonsThatAddUp() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let answers = [
            try await client.call(MatchCategory.self, .init(category: .configured("it"))),
            try await client.call(MatchChallenge.self, .init(challenge: .configured("fossilfria-transporter"))),
            try await client.call(
                MatchNotice.self,
                .init(
                    notice: .described(
                        NoticeDescription(title: "Skolskjuts med elbuss", cpv: ["60130000"], nuts: ["SE313"])))),
        ]
        for answer in answers {
            #expect((3...20).contains(answer.matches.count), "a list ends where reasons end")
            #expect(answer.considered >= 150)
            for (place, match) in answer.matches.enumerated() {
                #expect(match.rank == place + 1)
                #expect(match.signals.reduce(.zero) { $0 + $1.points } == match.score)
                #expect(match.score >= .zero && match.score <= .one)
                #expect(match.signals.allSatisfy { !$0.because.isEmpty })
            }
            #expect(answer.matches.map(\.score) == answer.matches.map(\.score).sorted(by: >))
            #expect(answer.matches.contains { !$0.evidence.isEmpty })
        }
        #expect(Set(answers.map { $0.matches[0].supplier.id }).count == 3, "three needs, three firsts")
    }

    @Test func sameQueryGivesSameBytesAndImportTwiceChangesNothing() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let ask: JSONValue = ["category": "it", "limit": 50]
        let first = JSONText(try await client.call("match.category", parameters: ask))
        let again = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        #expect(again.notices.seen == again.notices.unchanged)
        let rows = try await client.call(SuppliersImport.self, Self.register, timeout: nil)
        #expect(rows.unchanged == rows.seen)
        #expect(JSONText(try await client.call("match.category", parameters: ask)) == first)

        daemon.stop()
        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.remove() }
        let other = try await second.client()
        #expect(JSONText(try await other.call("match.category", parameters: ask)) == first, "also after a restart")
    }

    @Test func badFilesAreRefusedWithReasonAndTheRestGoesOn() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let result = try await client.call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/bad/notices")]), timeout: nil)
        let counts = result.notices
        #expect(counts.refused > 0)
        #expect(counts.stored > 0, "good notices stand among the bad ones")
        let list = try await client.call(RefusalsList.self, .init(limit: 100))
        #expect(list.refusals.count == counts.refused)
        for refusal in list.refusals {
            #expect(!refusal.reason.isEmpty && !refusal.detail.isEmpty && refusal.file.contains("/Fixtures/bad/"))
        }
    }

    @Test func supplierAndNoticeCanBeLookedAt() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let best = try #require(
            try await client.call(MatchCategory.self, .init(category: .configured("it"))).matches.first)
        let supplier = try await client.call(SuppliersGet.self, .init(id: best.supplier.id)).supplier
        #expect(supplier.name == best.supplier.name)
        let found = try await client.call(SuppliersFind.self, .init(query: supplier.name))
        #expect(found.suppliers.contains { $0.id == supplier.id })
        let evidence = try #require(best.evidence.first)
        let notice = try await client.call(NoticesGet.self, .init(id: evidence.noticeId)).notice
        #expect(notice.organisations.contains { $0.supplierId == supplier.id })
        let stored = try await client.call(MatchNotice.self, .init(notice: .stored(id: evidence.noticeId)))
        #expect(!stored.matches.isEmpty)
        let turned = try await client.call(MatchSupplier.self, .init(supplier: supplier.id))
        #expect(turned.categories.first?.category.id == "it")
    }

    @Test func suppliersAreFoundByWhatTheyDo() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let all = try await client.call(
            SuppliersFind.self, .init(text: "skolskjuts med taxi", cpv: ["60*"], limit: 1000)
        ).suppliers.map(\.id)
        #expect(all.count > 5)
        var paged: [String] = []
        var after: String?
        repeat {
            let page = try await client.call(
                SuppliersFind.self, .init(text: "skolskjuts med taxi", cpv: ["60*"], limit: 4, after: after))
            paged += page.suppliers.map(\.id)
            after = page.next
        } while after != nil
        #expect(paged == all)
        let near = try await client.call(
            SuppliersFind.self,
            .init(text: "trädgård", filter: SupplierFilter(nuts: ["SE313"], newcomers: true), limit: 5))
        #expect(!near.suppliers.isEmpty && near.suppliers.allSatisfy { $0.newcomer && $0.nuts.contains("SE313") })
        await #expect(throws: RPCClientError.self) {
            try await client.call(SuppliersFind.self, .init(query: "Taxi", text: "taxi"))
        }
    }

    @Test func noPersonalNumberLeavesTheDaemon() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        // The fixtures' sole traders were born on day 99 of month 19: their numbers can't be anything else.
        let traces = try FixtureNumbers.personal()
        #expect(traces.count >= 10)
        var shown = ""
        var after: String?
        repeat {
            let page = try await client.call(SuppliersFind.self, .init(limit: 1000, after: after))
            for line in page.suppliers {
                shown += "\(try await client.call("suppliers.get", parameters: ["id": .string(line.id)]))"
                shown += "\(line)"
            }
            after = page.next
        } while after != nil
        let notices = try await client.call(NoticesFind.self, .init(limit: 1000))
        for line in notices.notices {
            shown += "\(try await client.call("notices.get", parameters: ["id": .string(line.id)]))"
        }
        for number in traces { #expect(!shown.contains(number), "a personal number is shown") }
    }
}

/// Numbers in the fixtures' register.
enum FixtureNumbers {
    /// The ten digits of every sole trader, with and without dash.
    static func personal() throws -> Set<String> {
        let text = try Repository.text("Fixtures/suppliers.csv")
        var numbers: Set<String> = []
        for match in text.matches(of: /(\d{2})(\d{2})(\d{2})-?(\d{4})/)
        where match.2.first.map({ "01".contains($0) }) == true {
            numbers.insert("\(match.1)\(match.2)\(match.3)\(match.4)")
            numbers.insert("\(match.1)\(match.2)\(match.3)-\(match.4)")
        }
        return numbers
    }
}
