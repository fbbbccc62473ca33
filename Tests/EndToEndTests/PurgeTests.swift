import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// A person is taken out over the socket: from every answer, from the bytes of the store and its log, and from backups made
/// afterwards.
@Suite(.serialized) struct PurgeTests {
    private static let name = "Hjalle Sköldmark Omnibuss"

    /// The bytes of the store's files, and of a backup.
    private func holders(of words: [String], in paths: [String]) throws -> [String] {
        try paths.flatMap { path in
            guard FileManager.default.fileExists(atPath: path) else { return [String]() }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            return words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "“\($0)” in \(path)" }
        }
    }

    /// What every method that lists or shows says, one text.
    private func everythingShown(_ client: RPCClient) async throws -> String {
        var shown = ""
        func ask(_ method: String, _ parameters: JSONValue = [:]) async throws {
            shown += "\(try await client.call(method, parameters: parameters, timeout: nil))\n"
        }
        for method in ["refusals.list", "feedback.list", "events.list", "dossier.list"] {
            try await ask(method, ["limit": 100])
        }
        for dossier in Set(try await client.call(DossierList.self, .init()).entries.map(\.dossier)).sorted() {
            try await ask("dossier.get", ["dossier": .string(dossier)])
            try await ask("dossier.export", ["dossier": .string(dossier)])
        }
        for event in try await client.call(EventsList.self, .init()).events {
            try await ask("events.get", ["event": JSONValue.number(JSONNumber(event.id))])
        }
        for notice in try await client.call(NoticesFind.self, .init(limit: 1000)).notices {
            try await ask("notices.get", ["id": .string(notice.id)])
        }
        try await ask("suppliers.find", ["query": .string(Self.name)])
        try await ask("suppliers.find", ["limit": 1000])
        try await ask("match.notice", ["notice": ["title": "Skolskjuts med buss", "cpv": ["60130000"]], "limit": 500])
        return shown
    }

    @Test func aPersonIsGoneFromEverything() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let person = try #require(try await client.call(SuppliersFind.self, .init(query: Self.name)).suppliers.first)
        let number = try #require(
            try await client.call(
                SuppliersGet.self, .init(id: person.id, unmask: true, reason: "Brev till \(Self.name)")
            ).supplier.number)
        let digits = number.filter(\.isNumber)
        let traces = [digits, number, Self.name]

        let event = try await client.call(
            EventsCreate.self, .init(kind: .talks, name: "Samtal med \(Self.name)", place: "Hos \(Self.name)")
        ).event.id
        _ = try await client.call(
            EventsRegister.self,
            .init(event: event, company: .init(supplier: person.id), wishes: ["skolskjuts", "\(Self.name) kör"]))
        _ = try await client.call(
            EventsRegister.self,
            .init(event: event, company: .init(name: "Annan Buss AB"), wishes: ["bord med \(Self.name)", number]))
        _ = try await client.call(EventsOutcome.self, .init(event: event, text: "\(Self.name) kommer igen"))
        _ = try await client.call(
            "match.category", parameters: ["category": "transport", "keep": true, "limit": 500], timeout: nil)
        let files = ["", "-wal"].map { daemon.folder + "/torg.sqlite" + $0 }
        #expect(!(try holders(of: [digits], in: files)).isEmpty, "what is looked for is there before")
        #expect(try await everythingShown(client).contains(Self.name))

        // No decision, no purge; and asked without a token nothing goes.
        for parameters in [["supplier": .string(person.id)], ["supplier": .string(person.id), "decision": " "]]
            as [JSONValue]
        {
            let refused = await #expect(throws: RPCClientError.self) {
                _ = try await client.call("privacy.purge", parameters: parameters)
            }
            guard case .remote(let error)? = refused else {
                Issue.record("\(String(describing: refused))")
                continue
            }
            #expect(error.code == .invalidParameters)
            #expect(error.detail?.parameter == "decision")
        }
        let dry = try await client.call(
            PrivacyPurge.self, .init(decision: "KS 2026/123", number: number), timeout: nil)
        #expect(!dry.purged)
        #expect(dry.supplier == person.id)
        #expect(dry.guests == 1)
        #expect(dry.dossierEntries == 1)
        #expect(try await everythingShown(client).contains(Self.name))
        await #expect(throws: RPCClientError.self) {
            _ = try await client.call(
                PrivacyPurge.self, .init(decision: "KS 2026/124", supplier: person.id, token: dry.token), timeout: nil)
        }
        #expect(try await client.call(AuditList.self, .init(action: .purged)).entries == [])

        let done = try await client.call(
            PrivacyPurge.self, .init(decision: "KS 2026/123", supplier: person.id, token: dry.token), timeout: nil)
        #expect(done.purged)
        #expect(try holders(of: traces, in: files) == [])
        let shown = try await everythingShown(client)
        for trace in traces { #expect(!shown.contains(trace), "“\(trace)” is shown") }
        let audit = try await client.call(AuditList.self, .init()).entries
        #expect(audit.map(\.action) == [.purged, .unmasked])
        #expect(audit.map(\.subject) == [person.id, person.id])
        #expect(audit[0].reason == "KS 2026/123")
        #expect(!"\(audit)".contains(Self.name))
        #expect(try await client.call(DossierVerify.self, .init(), timeout: nil).whole)

        let backup = daemon.folder + "/backup.sqlite"
        _ = try await client.call(StoreBackup.self, .init(path: backup), timeout: nil)
        #expect(try holders(of: traces, in: [backup]) == [])

        // The same feed and register bring nobody back.
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        #expect(try holders(of: [digits, number], in: files) == [])
        #expect(try await client.call(SuppliersFind.self, .init(query: Self.name)).suppliers == [])
    }
}
