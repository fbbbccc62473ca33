import API
import Foundation
import JSONRPC
import Testing
import Transport

/// The daemon as its operator meets it: starting, stopping, reloading, and being asked wrongly.
@Suite(.serialized) struct OperationTests {
    @Test func stopsCleanlyAndTakesItsSocketAway() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        #expect(FileManager.default.fileExists(atPath: daemon.socket))
        #expect(daemon.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket))
    }

    /// Signals that come while the daemon is still starting its services. Each start is one more chance to be too early.
    @Test func signalsRightAfterTheStartAreHeeded() throws {
        for _ in 1...30 {
            let daemon = try RunningDaemon()
            defer { daemon.remove() }
            daemon.signal(SIGHUP)
            #expect(daemon.stop() == 0)
        }
    }

    @Test func secondInstanceIsToldWhoHoldsTheSocket() throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let second = try ProgramRun("torgd", ["--config", daemon.folder + "/torg.yaml"])
        #expect(second.code == 75)
        #expect(second.errors.contains("\(daemon.pid)"))
    }

    @Test func badConfigurationIsRefusedAndTheOldKept() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let before = try await client.call("categories.list")
        let file = daemon.folder + "/categories.yaml"
        try "categories:\n  - id: it\n    cpv: [7x]\n    kolour: red\n".write(
            toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        _ = try daemon.waitForLog("the old configuration stays in place")
        #expect(try daemon.waitForLog("kolour").contains("categories.yaml:4"))
        #expect(try await client.call("categories.list") == before)

        try "categories:\n  - id: el\n    name: {sv: El, en: Electricity}\n    cpv: [\"093*\"]\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        _ = try daemon.waitForLog("configuration reloaded")
        let after = try await client.call(CategoriesList.self, NoParameters())
        #expect(after.categories.map(\.id) == ["el"])
    }

    @Test func startsWithoutAnyConfiguration() async throws {
        let folder = try RunningDaemon.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "".write(toFile: folder + "/torg.yaml", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Places.program("torgd"))
        process.environment = ["TORG_SOCKET": folder + "/s", "STATE_DIRECTORY": folder]
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        var log = ""
        while !log.contains("index built") {
            let data = pipe.fileHandleForReading.availableData
            try #require(!data.isEmpty, "it ended: \(log)")
            log += String(decoding: data, as: UTF8.self)
        }
        let status = try await RPCClient.connect(to: folder + "/s").call(ServerStatus.self, NoParameters())
        #expect(status.notices == 0)
        #expect(FileManager.default.fileExists(atPath: folder + "/torg.sqlite"))
    }

    @Test func everyConfigurationErrorIsToldAtOnceWithItsPlace() throws {
        let folder = try RunningDaemon.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "rpc:\n  sokcet: /tmp/x\n  max_batch: many\n".write(
            toFile: folder + "/torg.yaml", atomically: true, encoding: .utf8)
        for command in [[], ["check-config"]] {
            let run = try ProgramRun("torgd", command + ["--config", folder + "/torg.yaml"])
            #expect(run.code == 78)
            #expect(run.errors.contains("torg.yaml:2: rpc.sokcet"))
            #expect(run.errors.contains("rpc.socket?"))
            #expect(run.errors.contains("torg.yaml:3: rpc.max_batch"))
        }
    }

    @Test func goodConfigurationIsToldWithoutStartingAnything() throws {
        let run = try ProgramRun("torgd", ["check-config", "--config", Places.root + "/config/torg.yaml"])
        #expect(run.code == 0)
        #expect(run.output.contains("store: /var/lib/torg/torg.sqlite"))
        #expect(run.output.contains("categories, 8 challenges"))
    }

    @Test func wrongParametersAreToldByName() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let misspelt = try #require(
            await Self.refusal(of: "match.category", ["category": "it", "limmit": 5], by: client))
        #expect(misspelt.code == .invalidParameters)
        #expect(misspelt.detail?.parameter == "limmit")
        #expect(misspelt.message.contains("limit"))
        let unknown = try #require(await Self.refusal(of: "match.category", ["category": "itt"], by: client))
        #expect(unknown.code == .notFound)
        #expect(unknown.message.contains("did you mean it?"))
        let method = try #require(await Self.refusal(of: "match.categorie", [:], by: client))
        #expect(method.code == .methodNotFound)
        #expect(method.message.contains("match.category"))
    }

    /// The error that a call ends in; `nil` where it has a result, or never reached the daemon.
    private static func refusal(of method: String, _ parameters: JSONValue, by client: RPCClient) async -> RPCError? {
        do {
            _ = try await client.call(method, parameters: parameters)
            return nil
        } catch {
            if case .remote(let error) = error { return error }
            return nil
        }
    }

    @Test func clientEndsWithTheContractsCodes() throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let socket = ["--socket", daemon.socket]
        #expect(try ProgramRun("torg", ["--socket", "/tmp/torg-none", "status"]).code == 69)
        #expect(try ProgramRun("torg", socket + ["status"]).code == 0)
        #expect(try ProgramRun("torg", ["status"] + socket).code == 0, "options may stand behind the command too")
        #expect(try ProgramRun("torg", socket + ["match", "category"]).code == 64)
        #expect(try ProgramRun("torg", socket + ["match", "category", "none-such"]).code == 1)
        #expect(try ProgramRun("torg", socket + ["import", "/none/such"]).code == 65)
        let refused = try ProgramRun("torg", socket + ["import", Places.root + "/Fixtures/bad/notices"])
        #expect(refused.code == 1)
        #expect(refused.output.contains("torg refusals"))
        let json = try ProgramRun("torg", socket + ["--json", "status"])
        #expect(try JSONParser.parse(Array(json.output.utf8))["notices"] != nil)
    }

    @Test func killedDaemonGoesOnWithWhatWasAcknowledged() async throws {
        let daemon = try RunningDaemon()
        let client = try await daemon.client()
        let done = try await client.call(
            FeedImport.self, .init(paths: [Places.root + "/Fixtures/notices/eforms"]), timeout: nil)
        #expect(done.notices.stored > 0)
        #expect(daemon.stop(SIGKILL) == -SIGKILL)

        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.remove() }
        let again = try await second.client().call(
            FeedImport.self, .init(paths: [Places.root + "/Fixtures/notices/eforms"]), timeout: nil)
        #expect(again.notices.unchanged == again.notices.seen)
        #expect(again.notices.seen == done.notices.seen)
    }
}
