import API
import Foundation
import GRDB
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// What was kept, through restarts, imports and hands that go past Torg.
@Suite(.serialized) struct DossierTests {
    private static let feeds = FeedImport.Parameters(paths: [Repository.path("Fixtures/notices")])

    private func filled() async throws -> (RunningDaemon, RPCClient) {
        let daemon = try RunningDaemon()
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        return (daemon, client)
    }

    private func keep(_ count: Int, with client: RPCClient) async throws -> [DossierReference] {
        var kept: [DossierReference] = []
        for number in 0..<count {
            let answer = try await client.call(
                MatchCategory.self,
                .init(
                    category: .configured("it"), options: MatchOptions(limit: Limit(clamping: number + 1), keep: true)))
            kept.append(try #require(answer.dossier))
        }
        return kept
    }

    @Test func aListIsKeptWhereItIsAskedForAndReplayedToTheSameBytes() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let ask = ["category": "it", "limit": 30, "keep": true] as JSONValue
        let answer = try await client.call("match.category", parameters: ask)
        let plain = try await client.call("match.category", parameters: ["category": "it", "limit": 30])
        #expect(plain["dossier"] == nil, "where nothing is said, no list is kept")
        let id = try #require(answer["dossier"]?["id"]?.string)
        let shown = try await client.call(DossierGet.self, .init(dossier: id))
        var kept = try #require(answer.object)
        kept["dossier"] = nil
        #expect(try #require(shown.result?.json) == Self.sorted(.object(kept)), "all of the answer is kept")
        #expect(shown.request?.json["keep"] == true && shown.basis?.json["categories"]?.array?.count == 1)
        #expect(shown.entry.actor?.isEmpty == false && shown.replayable)

        daemon.stop()
        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.remove() }
        let other = try await second.client()
        let same = try await other.call(DossierReplay.self, .init(dossier: id))
        #expect(same.same && same.changes.isEmpty && !same.configurationChanged)
        let run = try ProgramRun("torg", ["--socket", second.socket, "dossier", "replay", id, "--language", "sv"])
        #expect(run.code == 0 && run.output == "Samma svar, byte för byte.\n", "\(run.errors)")

        // Other categories now: the recorded ones are used, and it is told.
        let file = second.folder + "/categories.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("cpv: [72*,", with: "cpv: [909*,").write(toFile: file, atomically: true, encoding: .utf8)
        second.signal(SIGHUP)
        _ = try second.waitForLog("configuration reloaded")
        let reloaded = try await other.call(DossierReplay.self, .init(dossier: id))
        #expect(reloaded.same && reloaded.configurationChanged)

        // Other data: it is told exactly what changed.
        _ = try await other.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let changed = try await other.call(DossierReplay.self, .init(dossier: id, limit: 1000))
        #expect(!changed.same && changed.changeCount > 1)
        #expect(Int(changed.generation.now) ?? 0 > Int(changed.generation.then) ?? 0)
        #expect(changed.changes.contains { $0.path == "generation" })
        #expect(changed.changes.contains { $0.path.hasPrefix("matches[") && $0.before != $0.after })
        let told = try ProgramRun("torg", ["--socket", second.socket, "dossier", "replay", id, "--language", "en"])
        #expect(told.code == 1 && told.output.contains("Places where the answer differs: \(changed.changeCount)\n"))
        #expect(try await other.call(DossierVerify.self, .init()).whole)
    }

    /// The value with the members of every object in the order of their names.
    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(sorted))
        case .object(let object):
            return .object(
                JSONObject(
                    object.members.sorted { $0.name < $1.name }
                        .map { JSONObject.Member(name: $0.name, value: sorted($0.value)) }))
        default: return value
        }
    }

    @Test func everyListCanBeKeptAndReplayed() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let supplier = try #require(
            try await client.call(MatchCategory.self, .init(category: .configured("it"))).matches.first
        ).supplier.id
        let calls: [(String, JSONValue)] = [
            ("match.notice", ["notice": ["title": "Skolskjuts med elbuss"], "keep": true]),
            ("match.challenge", ["challenge": "fossilfria-transporter", "keep": true, "language": "sv"]),
            ("match.supplier", ["supplier": .string(supplier), "keep": true]),
            (
                "matching.explain",
                [
                    "need": ["category": "it"], "supplier": .string(supplier), "keep": true,
                    "weights": ["experience": 3],
                ]
            ),
        ]
        for (method, parameters) in calls {
            let answer = try await client.call(method, parameters: parameters)
            let id = try #require(answer["dossier"]?["id"]?.string, "\(method)")
            #expect(try await client.call(DossierReplay.self, .init(dossier: id)).same, "\(method)")
        }
        let listed = try await client.call(DossierList.self, .init())
        #expect(listed.entries.map(\.method) == calls.map(\.0).reversed())
    }

    @Test func aChangedByteAndATakenEntryAreFoundByNumber() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let kept = try await keep(5, with: client)
        let last = try #require(kept.last)
        #expect(try daemon.waitForLog(last.hash).contains("dossier entry kept"), "each head is in the log")
        daemon.stop()

        /// What verify finds after these statements, as Swedish sentences.
        func found(after sql: String) async throws -> [String] {
            let database = try DatabaseQueue(path: daemon.folder + "/torg.sqlite")
            try await database.write { try $0.execute(sql: sql) }
            try database.close()
            let next = try RunningDaemon(folder: daemon.folder)
            defer { next.stop() }
            let client = try await next.client()
            let result = try await client.call(
                DossierVerify.self, .init(heads: [DossierHead(sequence: last.sequence, hash: last.hash)]))
            let run = try ProgramRun("torg", ["--socket", next.socket, "dossier", "verify", "--language", "sv"])
            #expect(run.code == (result.whole ? 0 : 1))
            for finding in result.findings { #expect(run.output.contains(finding.sv)) }
            return result.findings.map(\.sv)
        }
        #expect(try await found(after: "SELECT 1") == [])
        let change = """
            DROP TRIGGER dossier_entries_same;
            UPDATE dossier_entries SET record = CAST(replace(CAST(record AS TEXT), '"limit":2', '"limit":3') AS BLOB)
            WHERE sequence = 2;
            """
        #expect(try await found(after: change) == ["Post 2 har ändrats efter att den skrevs."])
        let shown = "UPDATE dossier_entries SET actor = 'någon annan' WHERE sequence = 4"
        #expect(
            try await found(after: shown) == [
                "Post 2 har ändrats efter att den skrevs.", "Post 4 har ändrats efter att den skrevs.",
            ])
        let taken = "DROP TRIGGER dossier_entries_keep; DELETE FROM dossier_entries WHERE sequence IN (2, 4)"
        #expect(try await found(after: taken) == ["Post 2 saknas.", "Post 4 saknas."])
        #expect(
            try await found(after: "DELETE FROM dossier_entries WHERE sequence = 5")
                == ["Post 2 saknas.", "Posterna 4–5 saknas."], "also the last")
    }

    @Test func anExportIsMaskedAndSaysWhere() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let number = "811228-9874"
        let answer = try await client.call(
            MatchChallenge.self,
            .init(
                challenge: .described(ChallengeDescription(text: "Städning, ring Eva \(number) <b>nu</b>")),
                options: MatchOptions(limit: 2, keep: true)))
        let reference = try #require(answer.dossier)
        let id = reference.id
        let file = daemon.folder + "/dossier.html"
        let run = try ProgramRun(
            "torg",
            [
                "--socket", daemon.socket, "dossier", "export", id, "--html", "--output", file, "--mask",
                "Eva=enskild person", "--language", "sv",
            ])
        #expect(run.code == 0 && run.output.contains("poster 1, maskerade ställen 2"), "\(run.output)\(run.errors)")
        let page = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!page.contains(number) && !page.contains("Eva ") && !page.contains("<b>"))
        #expect(page.contains("enskild person") && page.contains("personnummer"))
        let shown = try await client.call("dossier.get", parameters: ["dossier": .string(id)])
        #expect(!"\(shown)".contains(number))
        let json = try await client.call(DossierExtract.self, .init(dossier: id))
        #expect(!json.document.contains(number) && json.document.contains(reference.hash))
        #expect(try await client.call(DossierReplay.self, .init(dossier: id)).same)
    }
}
