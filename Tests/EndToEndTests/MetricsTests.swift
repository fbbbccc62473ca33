import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// What the daemon measures of itself, through the real programs.
@Suite(.serialized) struct MetricsTests {
    private func metrics(_ daemon: RunningDaemon) throws -> MetricsText {
        let run = try ProgramRun("torg", ["--socket", daemon.socket, "metrics"])
        #expect(run.code == 0, "\(run.errors)")
        return try MetricsText(run.output)
    }

    @Test func countsImportsOnceAndRemembersTheLast() async throws {
        let copies = "/tmp/torg-copies-\(UInt32.random(in: 0...UInt32.max))"
        defer { try? FileManager.default.removeItem(atPath: copies) }
        let daemon = try RunningDaemon(
            configuration: "fetching: {status: status.json}", environment: ["TORG_STORE_PUBLISH_FOLDER": copies])
        defer { daemon.remove() }
        try Self.write(status: Date(), to: daemon.folder)
        let before = try metrics(daemon)
        #expect(before.values["torg_import_notices_total{result=\"stored\"}"] == 0)
        #expect(before.values["torg_imports_total{kind=\"feed\",outcome=\"done\"}"] == 0)
        #expect(before.types["torg_import_last_success_timestamp_seconds"] == nil, "not known, so not there")

        let client = try await daemon.client()
        let paths = [Repository.path("Fixtures/notices"), Repository.path("Fixtures/bad")]
        let first = try await client.call(FeedImport.self, .init(paths: paths), timeout: nil)
        let second = try await client.call(FeedImport.self, .init(paths: paths), timeout: nil)
        await #expect(throws: RPCClientError.self) {
            _ = try await client.call(FeedImport.self, .init(paths: ["/nowhere"]), timeout: nil)
        }
        let after = try metrics(daemon)
        let results = [
            ("stored", first.notices.stored + second.notices.stored),
            ("unchanged", first.notices.unchanged + second.notices.unchanged),
            ("superseded", first.notices.superseded + second.notices.superseded),
            ("refused", first.notices.refused + second.notices.refused),
            ("conflicting", first.notices.conflicting + second.notices.conflicting),
        ]
        for (result, count) in results {
            #expect(after.values["torg_import_notices_total{result=\"\(result)\"}"] == Double(count), "\(result)")
        }
        let reasons = after.values.filter { $0.key.hasPrefix("torg_import_refusals_total") }
        #expect(reasons.count > 3)
        #expect(reasons.values.reduce(0, +) == Double(first.notices.refused + second.notices.refused))
        #expect(after.values["torg_imports_total{kind=\"feed\",outcome=\"done\"}"] == 2)
        #expect(after.values["torg_imports_total{kind=\"feed\",outcome=\"failed\"}"] == 1)
        #expect(
            after.values["torg_notices"] == Double(try await client.call(ServerStatus.self, NoParameters()).notices))
        #expect(after.values["torg_index_generation"] == Double(second.generation))

        // One line an import, with what became of the notices.
        let line = try daemon.waitForLog("import done ")
        #expect(line.contains(" import=1 "))
        #expect(line.contains("notices_stored=\(first.notices.stored) "))
        #expect(line.contains(" seconds="))

        // What there is is documented, and the alarms ask for nothing else.
        let guide = try Repository.text("docs/operating.md")
        for name in after.types.keys { #expect(guide.contains("`\(name)`"), "\(name) is not in docs/operating.md") }
        let rules = try Repository.text("docs/torg.rules.yml")
        for name in rules.matches(of: /torg_[a-z_]+/).map(\.output) {
            let family = name.replacing(/_(bucket|count|sum)$/, with: "")
            #expect(after.types[String(family)] != nil, "\(name) is not measured")
        }
        for alert in rules.matches(of: /alert: (\w+)/).map(\.output.1) { #expect(guide.contains(alert)) }

        // After a restart the counters begin anew; when the last import was is known still.
        daemon.stop()
        let again = try RunningDaemon(folder: daemon.folder)
        defer { again.stop() }
        let restarted = try metrics(again)
        let last = "torg_import_last_success_timestamp_seconds{kind=\"feed\"}"
        #expect(restarted.values[last] == after.values[last] && after.values[last] ?? 0 > 1_700_000_000)
        #expect(restarted.values["torg_imports_total{kind=\"feed\",outcome=\"done\"}"] == 0)
        #expect(restarted.values["torg_ready"] == 1)
    }

    /// Writes a `status.json` as torg-fetch does: one source that is good, and one that is late.
    private static func write(status written: Date, to folder: String) throws {
        let failure = """
            {"kind": "challenge", "what": "202600229", "at": "2026-11-30T01:41:05Z",
             "text": {"sv": "en robotkontroll", "en": "a challenge"}, "remedy": {"sv": "Fråga", "en": "Ask them"}}
            """
        let text = """
            {"version": 1, "program": "0.1.0", "written": "\(written.formatted(.iso8601))", "sources": [
              {"name": "scb", "kind": "scb", "state": "good", "lastSuccess": "2026-11-30T01:41:05Z",
               "dataThrough": "2026-11-24", "waiting": 0, "failures": 0},
              {"name": "ted", "kind": "ted", "state": "late", "lastSuccess": "2026-11-26T01:40:55Z",
               "dataThrough": "2026-11-25", "waiting": 3, "failures": 4, "error": \(failure)}]}
            """
        try text.write(toFile: folder + "/status.json", atomically: true, encoding: .utf8)
    }

    @Test func tellsOfTheSourcesOfTorgFetch() throws {
        let daemon = try RunningDaemon(configuration: "fetching: {status: status.json}")
        defer { daemon.remove() }
        #expect(try metrics(daemon).values["torg_fetch_readable"] == nil, "nothing is fetched here")

        try Self.write(status: Date(), to: daemon.folder)
        let values = try metrics(daemon).values
        #expect(values["torg_fetch_readable"] == 1)
        #expect(values[#"torg_source_late{kind="ted",source="ted"}"#] == 1)
        #expect(values[#"torg_source_late{kind="scb",source="scb"}"#] == 0)
        #expect(values[#"torg_source_waiting{kind="ted",source="ted"}"#] == 3)
        #expect(values[#"torg_source_failures{kind="ted",source="ted"}"#] == 4)
        // 25 November 2026, and 1:40:55 of the day after.
        #expect(values[#"torg_source_data_through_timestamp_seconds{kind="ted",source="ted"}"#] == 1_795_564_800)
        #expect(values[#"torg_source_last_success_timestamp_seconds{kind="ted",source="ted"}"#] == 1_795_657_255)

        let status = try ProgramRun("torg", ["--socket", daemon.socket, "status"]).output
        #expect(
            status.contains("source ted: late, data through 2026-11-25, last success 2026-11-26T01:40:55Z, 3 waiting"))
        let doctor = try ProgramRun("torg", ["--socket", daemon.socket, "doctor"])
        #expect(doctor.code == 1)
        #expect(doctor.output.contains("ok    source scb: good, data through 2026-11-24"))
        #expect(doctor.output.contains("BAD   source ted: late, "))
        #expect(doctor.output.contains("→ Ask them"))
        let swedish = try ProgramRun("torg", ["--socket", daemon.socket, "doctor", "--language", "sv"]).output
        #expect(swedish.contains("FEL   source ted: försenad, data till och med 2026-11-25"))
        #expect(swedish.contains("202600229: en robotkontroll [challenge]"))

        // Nobody has run it for four days: nothing is good any more.
        try Self.write(status: Date(timeIntervalSinceNow: -4 * 86_400), to: daemon.folder)
        #expect(try metrics(daemon).values[#"torg_source_late{kind="scb",source="scb"}"#] == 1)

        try "no JSON".write(toFile: daemon.folder + "/status.json", atomically: true, encoding: .utf8)
        #expect(try metrics(daemon).values["torg_fetch_readable"] == 0)
    }

    @Test func countsEveryCallOfManyClients() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let (clients, rounds) = (12, 40)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<clients {
                group.addTask {
                    let client = try await daemon.client()
                    for round in 0..<rounds {
                        _ = try await client.call(CategoriesList.self, .init())
                        // Names that nobody knows are one label, however many there are.
                        await #expect(throws: RPCClientError.self) {
                            _ = try await client.call("no.such\(number)-\(round)", parameters: [:])
                        }
                        await #expect(throws: RPCClientError.self) {
                            _ = try await client.call(MatchCategory.name, parameters: ["category": "none"])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let metrics = try metrics(daemon)
        let all = Double(clients * rounds)
        func count(_ method: String, _ outcome: String) -> Double? {
            metrics.values["torg_rpc_duration_seconds_count{method=\"\(method)\",outcome=\"\(outcome)\"}"]
        }
        #expect(count("categories.list", "done") == all)
        #expect(count("unknown", "refused") == all)
        #expect(count("match.category", "refused") == all)
        #expect(!metrics.values.keys.contains { $0.contains("no.such") })
        #expect(metrics.values["torg_connections_accepted_total"] == Double(clients) + 1)
        #expect(metrics.values["torg_denials_total"] == 0)
    }

    @Test func writesTheFileThatNodeExporterReads() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/torg.prom"
        let daemon = try RunningDaemon(
            environment: ["TORG_METRICS_TEXTFILE": path, "TORG_METRICS_INTERVAL": "1 s"])
        defer { daemon.remove() }
        let client = try await daemon.client()
        // No waiting by the clock: as soon as the daemon says that it is there, it is.
        while try await client.call(ServerStatus.self, NoParameters()).textfile?.ageSeconds == nil {}
        let text = try MetricsText(try String(contentsOfFile: path, encoding: .utf8))
        #expect(text.values["torg_store_sound"] == 1)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o644)
        let doctor = try ProgramRun("torg", ["--socket", daemon.socket, "doctor"])
        #expect(doctor.output.contains("ok    metrics: \(path)"))

        // Where it can't be written any more, doctor and the metrics themselves say so.
        try FileManager.default.removeItem(atPath: folder.path)
        _ = try daemon.waitForLog("the metrics' file can't be written")
        let broken = try ProgramRun("torg", ["--socket", daemon.socket, "doctor"])
        #expect(broken.code == 1)
        #expect(broken.output.contains("BAD   metrics: \(path)"))
        #expect(try metrics(daemon).values["torg_textfile_errors_total"] ?? 0 >= 1)
    }
}
