import API
import Foundation
import Procurement
import TestSupport
import Testing
import Transport

/// The office of the configuration is the buyer and the place of questions that name none.
@Suite struct OfficeTests {
    private static let office = "office: {name: Norrvika kommun, nuts: [SE313]}"
    private static let setting = QuestionSetting(buyer: BuyerQuery(name: "Norrvika kommun"), nuts: ["SE313"])

    private func filled() async throws -> (RunningDaemon, RPCClient) {
        let daemon = try RunningDaemon(configuration: Self.office)
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        return (daemon, client)
    }

    @Test func everyQuestionAndPlanIsTheOfficesUnlessItSaysOtherwise() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let it = CategoryQuery.configured("it")
        let list = try await client.call(MatchCategory.self, .init(category: it))
        #expect(list.setting == Self.setting)
        let said = try await client.call(
            MatchCategory.self, .init(category: it, buyer: BuyerQuery(name: "Norrvika kommun"), nuts: ["SE313"]))
        #expect(said.matches == list.matches)

        let other = try await client.call(MatchCategory.self, .init(category: it, nuts: ["SE121"]))
        #expect(other.setting == QuestionSetting(buyer: BuyerQuery(name: "Norrvika kommun"), nuts: ["SE121"]))
        let none = try await client.call(MatchCategory.self, .init(category: it, buyer: BuyerQuery(), nuts: []))
        #expect(none.setting == nil && none.matches != list.matches)

        let aim = try await client.call(MatchChallenge.self, .init(challenge: .configured("fossilfria-transporter")))
        #expect(aim.setting == Self.setting)
        let notice = NoticeQuery.described(NoticeDescription(title: "Skolskjuts"))
        #expect(try await client.call(MatchNotice.self, .init(notice: notice)).setting == Self.setting)
        #expect(try await client.call(NeedsExplore.self, .init(text: "Vi behöver skolskjuts")).setting == Self.setting)
        let supplier = try #require(list.matches.first).supplier.id
        #expect(try await client.call(MatchSupplier.self, .init(supplier: supplier)).setting == Self.setting)
        let plan = try await client.call(MeetingPlan.self, .init(capacity: 5))
        #expect(plan.setting == Self.setting)
        let council = try await client.call(
            CouncilCompose.self, .init(needs: [.category(it)], seats: CouncilSeats(suppliers: 2)))
        #expect(council.setting == Self.setting)
        let talks = try await client.call(
            MeetingsSchedule.self,
            .init(
                hosts: [MeetingHost(id: "it", need: .category(it))],
                slots: .regular(RegularProgramme(starts: "09:00", count: 2, minutes: 20)),
                companies: [CompanyAtTable(supplier: supplier)]))
        #expect(talks.setting == Self.setting)
    }

    /// The place that is explained is the place on the list, whoever the list is for.
    @Test func whatIsExplainedIsWhatTheListSays() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let questions: [(BuyerQuery?, [String]?)] = [
            (nil, nil), (BuyerQuery(), []), (BuyerQuery(name: "Ekby kommun"), ["SE121"]),
        ]
        for (buyer, nuts) in questions {
            let list = try await client.call(
                MatchCategory.self, .init(category: .configured("it"), buyer: buyer, nuts: nuts))
            for match in list.matches.prefix(5) {
                let told = try await client.call(
                    MatchingExplain.self,
                    .init(need: .category(.configured("it")), supplier: match.supplier.id, buyer: buyer, nuts: nuts))
                #expect(told.rank == match.rank && told.score == match.score && told.setting == list.setting)
            }
        }
    }

    /// A plan about a stored notice is its own buyer's, as the match of that notice is, whoever asks and wherever they are.
    @Test func aStoredNoticeKeepsItsOwnBuyerInAPlan() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let found = try await client.call(NoticesFind.self, .init(limit: 1))
        let notice = NoticeQuery.stored(id: try #require(found.notices.first).id)
        let list = try await client.call(MatchNotice.self, .init(notice: notice))
        #expect(list.setting == nil)
        let elsewhere = BuyerQuery(name: "Ekby kommun")
        func council(_ buyer: BuyerQuery?, _ nuts: [String]?) async throws -> CouncilCompose.Result {
            try await client.call(
                CouncilCompose.self,
                .init(needs: [.notice(notice)], seats: CouncilSeats(suppliers: 2), seed: 1, buyer: buyer, nuts: nuts))
        }
        let (plain, none, other) = try await (
            council(nil, nil), council(BuyerQuery(), []), council(elsewhere, ["SE121"])
        )
        #expect(plain.setting == nil && other.setting == nil)
        #expect(plain.candidates == none.candidates && plain.candidates == other.candidates)
        let best = try #require(list.matches.first)
        #expect(plain.candidates.first { $0.supplier == best.supplier.id }?.score == best.score)
        let supplier = best.supplier.id
        func talks(_ buyer: BuyerQuery?) async throws -> MeetingsSchedule.Result {
            try await client.call(
                MeetingsSchedule.self,
                .init(
                    hosts: [MeetingHost(id: "it", need: .notice(notice))],
                    slots: .regular(RegularProgramme(starts: "09:00", count: 2, minutes: 20)),
                    companies: [CompanyAtTable(supplier: supplier)], buyer: buyer))
        }
        let (own, others) = try await (talks(nil), talks(elsewhere))
        #expect(own.setting == nil && own.meetings == others.meetings)
    }

    /// What is kept says which office it was, so a replay gives the same when the office is another.
    @Test func aDossierKeepsTheOfficeThatWasTaken() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let kept = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(keep: true)))
        daemon.stop()
        let file = daemon.folder + "/torg.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("SE313", with: "SE110").write(toFile: file, atomically: true, encoding: .utf8)
        let next = try RunningDaemon(folder: daemon.folder)
        defer { next.remove() }
        let replay = try await next.client().call(
            DossierReplay.self, .init(dossier: try #require(kept.dossier).id))
        #expect(replay.same)
        let asked = ["--socket", next.socket, "match", "category", "it"]
        let run = try ProgramRun("torg", asked + ["--no-office"])
        #expect(run.code == 0 && !run.output.contains("Asked for"))
        #expect(try ProgramRun("torg", asked).output.contains("Asked for Norrvika kommun, SE110."))
    }
}
