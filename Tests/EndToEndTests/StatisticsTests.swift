import API
import Foundation
import GRDB
import Procurement
import TestSupport
import Testing
import Transport

/// The statistics from the drop folder to the store, through the real programs.
@Suite struct StatisticsTests {
    @Test func aFileInTheDropFolderIsTakenInAndNamesNoPerson() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let folder = daemon.folder + "/drop"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            atPath: Repository.path("Fixtures/statistics.csv"), toPath: folder + "/uhm-2024.csv")
        let run = try ProgramRun("torg", ["--socket", daemon.socket, "collect", folder])
        #expect(FileManager.default.fileExists(atPath: folder + "/done/uhm-2024.csv"), "\(run.output) \(run.errors)")
        #expect(try daemon.waitForLog("table read").contains("rows_of_persons"))

        let client = try await daemon.client()
        let found = try await client.call(NoticesFind.self, .init(limit: 1))
        let notice = try #require(found.notices.first)
        #expect(notice.id.hasPrefix("uhm-"))
        let detail = try await client.call(NoticesGet.self, .init(id: notice.id))
        #expect(detail.notice.source.dialect == "statistics")
        let suppliers = try await client.call(SuppliersFind.self, .init(limit: 100))
        #expect(suppliers.suppliers.contains { $0.awards > 0 } && suppliers.suppliers.contains { $0.awards == 0 })
        var told: [SupplierTenders] = []
        for line in suppliers.suppliers {
            let supplier = try await client.call(SuppliersGet.self, .init(id: line.id)).supplier
            if let tenders = supplier.tenders { told.append(tenders) }
        }
        #expect(told.count == suppliers.suppliers.count && !told.isEmpty)
        #expect(told.contains { $0.all.contracted < $0.all.lots && $0.all == $0.told })
        let shown = try ProgramRun(
            "torg", ["--socket", daemon.socket, "suppliers", "get", try #require(suppliers.suppliers.first).id])
        #expect(shown.output.contains("Tenders") && shown.output.contains("Upphandlingsmyndigheten"))

        // Who has only lost is a newcomer by its tenders, and what it tendered for is its evidence.
        let asked = NoticeQuery.described(NoticeDescription(title: notice.title, cpv: detail.notice.cpv))
        let ranked = try await client.call(MatchNotice.self, .init(notice: asked, options: .init(newcomers: true)))
        let newcomer = try #require(
            ranked.newcomers?.first { $0.signals.contains { $0.name == "participation" && $0.points > .zero } })
        #expect(newcomer.supplier.newcomer && newcomer.evidence.contains { $0.lost == true })
        let explained = try await client.call(
            MatchingExplain.self, .init(need: .notice(asked), supplier: newcomer.supplier.id))
        #expect(try #require(explained.tenders).all.contracted == 0)
        let fitting = try await client.call(MatchSupplier.self, .init(supplier: newcomer.supplier.id))
        #expect(fitting.tenders == explained.tenders)
        let category = try #require(try await category(withTenders: client))
        let card = try ProgramRun(
            "torg", ["--socket", daemon.socket, "categories", "card", category, "--language", "sv"])
        #expect(card.output.contains("Anbudsgivare") && card.output.contains("där alla anbudsgivare är kända"))

        // Sole traders of the market have tendered, and stand as `Personuppgift` in the file.
        #expect(daemon.stop() == 0)
        let store = try DatabaseQueue(path: daemon.folder + "/torg.sqlite")
        let persons = try await store.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM suppliers WHERE person = 1")
        }
        #expect(persons == 0)
        let masks = try await store.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM parties WHERE name LIKE '%personuppgift%' COLLATE NOCASE")
        }
        #expect(masks == 0)
        let contents = try await store.read {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM notice_contents WHERE CAST(json AS TEXT) LIKE '%ersonuppgift%'")
        }
        #expect(contents == 0)
    }

    /// A category in which the losers of some procurement are known; nil without any.
    private func category(withTenders client: RPCClient) async throws -> String? {
        for category in try await client.call(CategoriesList.self, .init()).categories {
            let card = try await client.call(CategoriesCard.self, .init(category: category.id))
            guard let tenders = card.tenders else { continue }
            #expect(tenders.all.suppliers > tenders.all.winners && tenders.all.won < tenders.all.tenders)
            return category.id
        }
        return nil
    }

    @Test func theProgramSumsUpWhatItRead() throws {
        let run = try ProgramRun("torg-feed", ["--summary", Repository.path("Fixtures/statistics.csv")])
        #expect(run.code == 1 && run.output.contains("rows 392, mended 1, left out 1, of persons 23"))
        #expect(run.output.contains("statistics –"))
    }
}
