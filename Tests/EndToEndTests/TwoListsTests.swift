import API
import Foundation
import TestSupport
import Testing
import Transport

@Suite struct TwoListsTests {
    @Test func categoriesAndChallengesTellNewcomersApart() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let empty = try await client.call(NeedsExplore.self, .init(text: "Vi behöver skolskjuts"))
        #expect(empty.because.contains("no data yet") && empty.dataThrough == nil)

        _ = try await client.call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let both = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let newcomers = try #require(both.newcomers)
        #expect(newcomers.map(\.rank) == Array(1...newcomers.count))
        #expect(newcomers.allSatisfy(\.supplier.newcomer) && both.matches.contains { !$0.supplier.newcomer })
        #expect(both.dataThrough != nil)
        #expect(both.dataThrough == (try await client.call(ServerStatus.self, .init())).dataThrough)

        var together = MatchOptions()
        together.newcomers = false
        let one = try await client.call(MatchCategory.self, .init(category: .configured("it"), options: together))
        #expect(one.newcomers == nil && one.matches == both.matches)
        let filtered = MatchOptions(filter: SupplierFilter(newcomers: true))
        let alone = try await client.call(MatchCategory.self, .init(category: .configured("it"), options: filtered))
        #expect(alone.newcomers == nil && alone.matches == newcomers)
        let notice = NoticeQuery.described(NoticeDescription(title: "Skolskjuts"))
        #expect(try await client.call(MatchNotice.self, .init(notice: notice)).newcomers == nil)

        let run = try ProgramRun("torg", ["--socket", daemon.socket, "match", "category", "it", "--language", "sv"])
        #expect(
            run.output.contains("Leverantörer utan kända vinster i underlaget") && run.output.contains("--together"))
        #expect(run.output.contains("Underlag till och med "))
    }

    @Test func placeAndBuyerAreTakenAndToldAndUnknownOnesRefused() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        let plain = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        #expect(plain.setting == nil && plain.remarks == nil)
        let asked = try await client.call(
            MatchCategory.self,
            .init(category: .configured("it"), buyer: BuyerQuery(name: "Ingenstans kommun"), nuts: ["SE313"]))
        #expect(asked.setting == QuestionSetting(buyer: BuyerQuery(name: "Ingenstans kommun"), nuts: ["SE313"]))
        #expect(asked.remarks?.count == 1)
        let region = asked.matches.flatMap(\.signals).filter { $0.name == "region" }
        #expect(region.contains { $0.value != nil })
        let described = CategoryQuery.described(CategoryDescription(name: "Taxi", cpv: ["99999999"]))
        let odd = try await client.call(MatchCategory.self, .init(category: described))
        #expect(odd.remarks?.first?.contains("99999999") == true)
        for arguments in [
            ["match", "category", "it", "--place", "ZZ999"], ["need", "skolskjuts", "--place", "SE999"],
            ["match", "category", "it", "--nuts", "ZZ999"],
            ["plan", "council", "--category", "it", "--place", "ZZ999"],
            ["match", "category", "it", "--country", "ZZ"],
        ] {
            let run = try ProgramRun("torg", ["--socket", daemon.socket] + arguments)
            #expect(
                run.code != 0 && run.errors.contains("ZZ") != run.errors.contains("SE999"), "\(arguments) \(run.errors)"
            )
        }
        let need = try await client.call(
            NeedsExplore.self, .init(text: "Vi behöver intranät", buyer: BuyerQuery(name: "X"), nuts: ["SE313"]))
        #expect(need.setting?.nuts == ["SE313"] && need.dataThrough != nil)
        let council = try await client.call(
            CouncilCompose.self,
            .init(needs: [.category(.configured("it"))], seats: CouncilSeats(suppliers: 1), nuts: ["SE313"]))
        #expect(council.setting?.nuts == ["SE313"])
        let replay = try await client.call(DossierReplay.self, .init(dossier: try #require(council.dossier).id))
        #expect(replay.same)
    }
}
