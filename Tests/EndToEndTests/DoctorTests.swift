import API
import Foundation
import TestSupport
import Testing
import Transport

/// `torg doctor`, asked in good days and bad.
@Suite(.serialized) struct DoctorTests {
    @Test func saysWhatIsWrongAndWhatToDo() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let arguments = ["--socket", daemon.socket, "doctor"]
        let empty = try ProgramRun("torg", arguments)
        #expect(empty.code == 1)
        #expect(empty.output.contains("BAD   import: nothing has ever come in"))
        #expect(empty.output.contains("→ Take something in: torg import PATH"))

        _ = try await daemon.client().call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices/eforms")]), timeout: nil)
        let fed = try ProgramRun("torg", arguments)
        #expect(fed.output.contains("ok    daemon: torgd"))
        #expect(fed.output.contains("ok    import: the last was today"))
        // Files that come and hold nothing new are no news.
        #expect(fed.output.contains("BAD   notices: the newest is "))
        #expect(fed.output.contains("ok    configuration: "))
        #expect(fed.output.contains("ok    index: of generation"))
        #expect(fed.output.contains("mode 660"))
        #expect(fed.output.contains("ok    contract: contract \(Contract.version), store schema "))
        #expect(fed.output.contains(" clock: "))
        let swedish = try ProgramRun("torg", arguments + ["--language", "sv"])
        #expect(swedish.code == fed.code)
        #expect(swedish.output.contains("ok    import: den senaste var i dag"))

        chmod(daemon.socket, 0o666)
        let open = try ProgramRun("torg", arguments)
        #expect(open.code == 1)
        #expect(open.output.contains("BAD   socket: \(daemon.socket) (mode 666"))

        daemon.stop()
        let down = try ProgramRun("torg", arguments)
        #expect(down.code == 69)
        #expect(down.output.contains("BAD   socket: \(daemon.socket) is not there"))
    }

    /// The same lines as `torgd check-config` has.
    @Test func saysThatTheConfigurationIsWrong() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/torg.yaml"
        try "rpc:\n  sokcet: /tmp/x\n  max_batch: many\n".write(toFile: file, atomically: true, encoding: .utf8)
        let run = try ProgramRun(
            "torg", ["--socket", folder.path + "/s", "doctor"], environment: ["TORG_CONFIG": file])
        #expect(run.code == 69)
        #expect(run.output.contains("BAD   configuration: the configuration is wrong\n"))
        #expect(run.output.contains("      \(file):2: rpc.sokcet"))
        #expect(run.output.contains("      \(file):3: rpc.max_batch"))
    }
}
