import API
import Foundation
import JSON
import Procurement
import TestSupport
import Testing
import Transport

/// A day of a category manager, with nothing but `torg`: a need, a list, a shortlist, a meeting, what came of it, what is handed out
/// and what is answered.
@Suite struct ManagersDayTests {
    /// A contract award notice for IT of the fixtures, with an id of its own and of another day.
    private static func result(of day: Date) throws -> String {
        let folder = Repository.path("Fixtures/notices/eforms")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            guard text.contains("<ContractAwardNotice"), text.contains(/ItemClassificationCode[^>]*>72/),
                !text.contains("ChangedNoticeIdentifier")
            else { continue }
            return text.replacing(/(<cbc:ID schemeName="notice-id">)[^<]*/) {
                $0.1 + "0b54a0f4-6c3c-4c39-9d0f-0d3a7c9e4a11"
            }.replacing(/(<cbc:IssueDate>)[^<]*/) { $0.1 + day.ISO8601Format().prefix(10) + "+00:00" }
        }
        return ""
    }

    @Test func fromANeedToALetter() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let folder = try TemporaryFolder()
        func torg(_ arguments: String...) throws -> String {
            let run = try ProgramRun("torg", ["--socket", daemon.socket] + arguments)
            #expect(run.code == 0, "\(arguments): \(run.errors)")
            return run.output
        }
        func said(_ text: String, _ words: String...) {
            for word in words { #expect(text.contains(word), "“\(word)” in: \(text)") }
        }

        // What comes from now on is told of.
        said(try torg("watch", "add", "IT", "--category", "it", "--tell", "result", "--language", "sv"), "Bevakas")

        // A need in words, and the list that it leads to.
        said(try torg("need", "drift av servrar och e-post", "--language", "sv"), "Leverantörer med kända vinster")
        let listed = try torg("match", "category", "it", "--limit", "6", "--keep", "--language", "sv")
        let dossier = String(try #require(listed.firstMatch(of: /akten (d-[a-z]+)/)).1)

        // Gathered for a purpose, with a note for colleagues, and somebody like them.
        said(try torg("shortlist", "create", "IT-drift 2026", "--purpose", "Dialog", "--language", "sv"), "Urval 1")
        said(
            try torg(
                "shortlist", "add", "1", "--dossier", dossier, "--first", "4", "--reason", "Bäst på listan.",
                "--language", "sv"),
            "4 tillagda")
        let gathered = try await client.call(ShortlistsGet.self, .init(shortlist: 1)).suppliers
        try #require(gathered.count == 4)
        let (first, last) = (gathered[0].supplier, gathered[3].supplier)
        _ = try torg("note", "add", "Visar gärna sin drift.", "--supplier", first, "--shortlist", "1")
        _ = try torg("shortlist", "remove", "1", last, "--reason", "Avstår i år.")
        said(
            try torg("shortlist", "get", "1", "--language", "sv"), gathered[0].name, "Visar gärna", "Avstår i år.",
            "Bäst på listan.")
        said(try torg("suppliers", "like", "--shortlist", "1", "--limit", "3", "--language", "sv"), "gemensamt")

        // A meeting, to which those gathered are invited, and a table for the mail merge.
        let event = String(
            try #require(
                try torg(
                    "event", "create", "Leverantörsträff", "--date", "2021-03-12", "--capacity", "2", "--dossier",
                    dossier,
                    "--language", "sv"
                ).firstMatch(of: /Händelse ([0-9]+)/)
            ).1)
        said(try torg("event", "invite", event, "--shortlist", "1", "--language", "sv"), "3 inbjudna")
        let table = folder.file("inbjudningar.xlsx")
        said(try torg("event", "invitations", event, "--xlsx", table, "--language", "sv"), "Inbjudningar: 3")
        #expect(try Data(contentsOf: URL(fileURLWithPath: table)).prefix(2) == Data("PK".utf8))

        // Registrations in the order of arrival, the list for the door, who came, what came of it.
        said(try torg("event", "register", event, "--supplier", first, "--language", "sv"), "har plats")
        said(try torg("event", "register", event, "Nystartat Moln AB", "--language", "sv"), "har plats")
        said(
            try torg("event", "register", event, "--supplier", gathered[1].supplier, "--language", "sv"), "väntar, nr 1"
        )
        said(try torg("event", "door", event, "--language", "sv"), "[ ]", gathered[0].name, "Nystartat Moln AB")
        let guests = try await client.call(EventsGet.self, .init(event: Int(event) ?? 0)).guests
        for guest in guests where guest.registration?.standing == .placed {
            _ = try torg("event", "attend", event, "\(guest.guest)")
        }
        _ = try torg("event", "outcome", event, "Vill lämna anbud på drift.", "--guest", "\(guests[0].guest)")

        // What has come of it: wins are known, tenders are not, and that is no 0.
        said(
            try torg("funnel", "--no-office", "--language", "sv"), "Leverantörsträff", "?",
            "Vinster är kända till och med")
        let funnel = try await client.call(EventsFunnel.self, .init(buyer: BuyerQuery())).events
        #expect(funnel.first?.invited == 3 && funnel.first?.registered == 3 && funnel.first?.came == 2)
        #expect(funnel.first?.tendered == nil && funnel.first?.won != nil && funnel.first?.unidentified == 1)
        // Whoever was invited is no longer among those never asked.
        let unasked = try await client.call(
            MatchCategory.self,
            .init(
                category: .configured("it"), options: MatchOptions(limit: 100, filter: SupplierFilter(unasked: true))))
        #expect(!unasked.matches.contains { $0.supplier.id == first })

        // The sheet of equal treatment becomes a part of what a journalist gets: pages that begin with the answer.
        said(
            try torg("event", "equal", event, "--keep", "--language", "sv"), "Likabehandling: Leverantörsträff",
            "Sparat som post")
        let page = folder.file("akt.html")
        said(try torg("dossier", "export", dossier, "--html", "-o", page, "--language", "sv"), "poster 2")
        let record = try String(contentsOfFile: page, encoding: .utf8)
        said(record, "<h1>Leverantörer för en kategori</h1>", "<h1>Likabehandling</h1>", gathered[0].name)
        #expect(record.utf8.count < 150_000, "\(record.utf8.count)")
        said(try torg("dossier", "verify", "--language", "sv"), "Kedjan är hel")

        // In the night a result comes, and in the morning it is told: once.
        let notice = folder.file("nytt.xml")
        try Self.result(of: Date()).write(toFile: notice, atomically: true, encoding: .utf8)
        _ = try torg("import", notice)
        var unseen = 0
        let patience = ContinuousClock.now + .seconds(60)
        while unseen == 0, ContinuousClock.now < patience {
            unseen = try await client.call(WatchesNews.self, .init(unseen: true)).unseen
        }
        #expect(unseen == 1)
        said(try torg("digest", "--mark-seen", "--language", "sv"), "Resultat")
        #expect(try await client.call(WatchesNews.self, .init(unseen: true)).unseen == 0)

        // The company that was left out asks why.
        said(
            try torg("letter", last, "--category", "it", "--language", "sv", "--contact", "inkop@ekby.example"),
            "Till \(gathered[3].name)", "Vad ni själva kan göra", "inkop@ekby.example")
    }
}
