import API
import Foundation
import JSON
import JSONRPC
import TestSupport
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

    /// Told to stop while calls read the store and nobody waits for them, and while a back-test goes on.
    @Test(arguments: ["notices.find", "matching.backtest"])
    func stopsCleanlyWhileCallsAreRunning(_ method: String) async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        let parameters =
            method == "notices.find" ? #"{"limit":1000}"# : #"{"from":"2021-07-01"}"#
        let call = #"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#
        let batch = "[" + Array(repeating: call, count: 100).joined(separator: ",") + "]\n"
        let connections = try (1...20).map { _ in try OpenConnection(to: daemon.socket, sending: batch) }
        defer { withExtendedLifetime(connections) {} }
        // Asked after them, so they have begun by then.
        _ = try await client.call(ServerStatus.self, NoParameters())
        #expect(daemon.stop() == 0)
        #expect(try RunningDaemon(folder: daemon.folder).stop() == 0)
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

    /// Two names of one file have no lock file in common.
    @Test func secondInstanceIsToldOfTheStoreByAnotherNameOfTheFile() throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let name = daemon.folder + "/name.sqlite"
        try FileManager.default.linkItem(atPath: daemon.folder + "/torg.sqlite", toPath: name)
        let second = try ProgramRun(
            "torgd", [], environment: ["TORG_RPC_SOCKET": daemon.folder + "/other", "TORG_STORE_PATH": name])
        #expect(second.code == 75)
        #expect(second.errors.contains("name.sqlite is already in use by another process"))
    }

    /// However it gets to the store: by another socket, and by a link.
    @Test(arguments: [false, true])
    func secondInstanceIsToldWhoHoldsTheStore(byALink: Bool) throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        var store = daemon.folder + "/torg.sqlite"
        if byALink {
            store = daemon.folder + "/link.sqlite"
            try FileManager.default.createSymbolicLink(atPath: store, withDestinationPath: "torg.sqlite")
        }
        let second = try ProgramRun(
            "torgd", [], environment: ["TORG_RPC_SOCKET": daemon.folder + "/other", "TORG_STORE_PATH": store])
        #expect(second.code == 75)
        #expect(second.errors.contains("torg.sqlite is already in use by process \(daemon.pid)"))
        #expect(!FileManager.default.fileExists(atPath: daemon.folder + "/other"))
        // A daemon that is killed keeps nobody out.
        #expect(daemon.stop(SIGKILL) == -SIGKILL)
        #expect(try RunningDaemon(folder: daemon.folder).stop() == 0)
    }

    @Test func aStoreThatIsDeletedUnderTheDaemonIsTold() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let notices = Repository.path("Fixtures/notices/eforms")
        _ = try await client.call(FeedImport.self, .init(paths: [notices]), timeout: nil)
        let stored = try await client.call(ServerStatus.self, NoParameters()).notices
        #expect(stored > 0)
        try FileManager.default.removeItem(atPath: daemon.folder + "/torg.sqlite")
        let refused = try #require(
            await Self.refusal(of: "feed.import", ["paths": [.string(notices)]], by: client))
        #expect(refused.code == .storeUnavailable)
        #expect(refused.message.contains("is no longer the one that was opened"))
        _ = try daemon.waitForLog("is no longer the one that was opened")
        let status = try await client.call(ServerStatus.self, NoParameters())
        #expect(status.store.state == .replaced)
        #expect(status.notices == stored, "what was opened is still read")
        #expect(try ProgramRun("torg", ["--socket", daemon.socket, "status"]).output.hasPrefix("THE STORE IS GONE: "))
        let doctor = try ProgramRun("torg", ["--socket", daemon.socket, "doctor"])
        #expect(doctor.output.contains("BAD   store: "))
        #expect(doctor.output.contains("→ Save what was opened: torg backup"))
        // As it says: nothing of it is lost.
        let saved = daemon.folder + "/saved.sqlite"
        #expect(try ProgramRun("torg", ["--socket", daemon.socket, "backup", saved]).code == 0)
        daemon.stop()
        // The log beside it is the lost file's.
        for name in ["torg.sqlite-wal", "torg.sqlite-shm"] { unlink(daemon.folder + "/" + name) }
        try FileManager.default.moveItem(atPath: saved, toPath: daemon.folder + "/torg.sqlite")
        let next = try RunningDaemon(folder: daemon.folder)
        defer { next.stop() }
        #expect(try await next.client().call(ServerStatus.self, NoParameters()).notices == stored)
    }

    @Test func aReadOnlyStoreIsServed() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let notices = Repository.path("Fixtures/notices/eforms")
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [notices]), timeout: nil)
        let stored = try await client.call(ServerStatus.self, NoParameters()).notices
        #expect(daemon.stop() == 0)
        chmod(daemon.folder + "/torg.sqlite", 0o444)
        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.stop() }
        let status = try await second.client().call(ServerStatus.self, NoParameters())
        #expect(status.notices == stored && stored > 0)
        #expect(status.store.state == .writeProtected)
        #expect(try ProgramRun("torg", ["--socket", second.socket, "match", "category", "it"]).code == 0)
        let refused = try ProgramRun("torg", ["--socket", second.socket, "import", notices])
        #expect(refused.code == 69)
        #expect(refused.errors.contains("can only be read: its mode is 0444"))
    }

    /// Control characters, direction marks and escapes of a terminal, by a file's name, an error and a wrong option.
    @Test func nothingThatIsPrintedMovesTheCursor() throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let socket = ["--socket", daemon.socket]
        let file = daemon.folder + "/e\u{1B}[2Jvil\u{9B}1m\u{202E}lmx.xml"
        try "<notices><oops".write(toFile: file, atomically: false, encoding: .utf8)
        let shown = daemon.folder + "/e?[2Jvil?1m?lmx.xml"
        #expect(try ProgramRun("torg", socket + ["import", file]).code == 1)
        #expect(try ProgramRun("torg", socket + ["refusals"]).output.contains(shown))
        #expect(try ProgramRun("torg", socket + ["import", file + ".none"]).errors.contains(shown + ".none"))
        for arguments in [
            ["refusals"], ["refusals", "--json"], ["call", "refusals.list"], ["import", file + ".none"],
            ["status", "--\u{1B}[2J"], ["match", "category", "\u{1B}]0;it\u{07}"], ["doctor", "--drop-folder", file],
        ] {
            let run = try ProgramRun("torg", socket + arguments)
            let said = run.output + run.errors
            #expect(!said.isEmpty)
            #expect(
                said.unicodeScalars.allSatisfy {
                    $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
                }, "\(arguments): \(said.debugDescription)")
        }
        let json = try ProgramRun("torg", socket + ["--json", "refusals"])
        let refusals = try JSONParser.parse(Array(json.output.utf8))
        #expect(refusals["refusals"]?[0]?["file"]?.string == file)
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
        let after = try await client.call(CategoriesList.self, .init())
        #expect(after.categories.map(\.id) == ["el"])
    }

    @Test func startsWithoutAnyConfiguration() async throws {
        let folder = try TemporaryFolder()
        try "".write(toFile: folder.path + "/torg.yaml", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Programs.path("torgd"))
        process.environment = ["TORG_SOCKET": folder.path + "/s", "STATE_DIRECTORY": folder.path]
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
        let status = try await RPCClient.connect(to: folder.path + "/s").call(ServerStatus.self, NoParameters())
        #expect(status.notices == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/torg.sqlite"))
    }

    @Test func everyConfigurationErrorIsToldAtOnceWithItsPlace() throws {
        let folder = try TemporaryFolder()
        try "rpc:\n  sokcet: /tmp/x\n  max_batch: many\n".write(
            toFile: folder.path + "/torg.yaml", atomically: true, encoding: .utf8)
        for command in [[], ["check-config"]] {
            let run = try ProgramRun("torgd", command + ["--config", folder.path + "/torg.yaml"])
            #expect(run.code == 78)
            #expect(run.errors.contains("torg.yaml:2: rpc.sokcet"))
            #expect(run.errors.contains("rpc.socket?"))
            #expect(run.errors.contains("torg.yaml:3: rpc.max_batch"))
        }
    }

    @Test func goodConfigurationIsToldWithoutStartingAnything() throws {
        let run = try ProgramRun("torgd", ["check-config", "--config", Repository.path("config/torg.yaml")])
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
        let refused = try ProgramRun("torg", socket + ["import", Repository.path("Fixtures/bad/notices")])
        #expect(refused.code == 1)
        #expect(refused.output.contains("torg refusals"))
        let json = try ProgramRun("torg", socket + ["--json", "status"])
        #expect(try JSONParser.parse(Array(json.output.utf8))["notices"] != nil)
    }

    @Test func killedDaemonGoesOnWithWhatWasAcknowledged() async throws {
        let daemon = try RunningDaemon()
        let client = try await daemon.client()
        let done = try await client.call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices/eforms")]), timeout: nil)
        #expect(done.notices.stored > 0)
        #expect(daemon.stop(SIGKILL) == -SIGKILL)

        let second = try RunningDaemon(folder: daemon.folder)
        defer { second.remove() }
        let again = try await second.client().call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices/eforms")]), timeout: nil)
        #expect(again.notices.unchanged == again.notices.seen)
        #expect(again.notices.seen == done.notices.seen)
    }
}

/// Has sent something and reads nothing.
private final class OpenConnection {
    private let descriptor: Int32

    init(to path: String, sending text: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let connected = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        let bytes = Array(text.utf8)
        guard connected == 0, send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    deinit { close(descriptor) }
}
