import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// Who may what, and what stays on record of it. Only root can call as somebody else.
@Suite(
    .serialized,
    .enabled(
        if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
        "only root can call as somebody else"))
struct AccessTests {
    /// Two users without any right on this machine, of one group.
    private static let (reader, manager, group): (UInt32, UInt32, UInt32) = (65534, 65532, 65534)

    /// A daemon that lets the group in, with the fixtures' suppliers, and a client program that the group may run.
    private func daemon() async throws -> (RunningDaemon, String) {
        let daemon = try RunningDaemon(
            configuration: "roles: {manager: {users: [\"\(Self.manager)\"]}}",
            environment: ["TORG_RPC_GROUP": "nogroup"])
        _ = try await daemon.client().call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let program = daemon.folder + "/torg"
        try FileManager.default.copyItem(atPath: Programs.path("torg"), toPath: program)
        return (daemon, program)
    }

    /// Runs the client as another user. What it says may hold a number, so it isn't traced.
    private func run(_ program: String, as user: UInt32, _ daemon: RunningDaemon, _ arguments: [String]) throws
        -> ProgramRun
    {
        try ProgramRun(
            at: "/usr/bin/setpriv",
            ["--reuid", "\(user)", "--regid", "\(Self.group)", "--clear-groups", program, "--socket", daemon.socket]
                + arguments)
    }

    @Test func denialsAreOnRecordByCount() async throws {
        let (daemon, program) = try await daemon()
        defer { daemon.remove() }
        for _ in 1...3 {
            let denied = try run(program, as: Self.reader, daemon, ["import", Repository.path("Fixtures/notices")])
            #expect(denied.code == 77, "\(denied.errors)")
            #expect(denied.errors.contains("admin"))
        }
        #expect(try run(program, as: Self.reader, daemon, ["audit"]).code == 77)
        #expect(try run(program, as: Self.reader, daemon, ["status"]).code == 0)
        let client = try await daemon.client()
        let entries = try await client.call(AuditList.self, .init()).entries
        #expect(entries.map(\.method) == ["audit.list", "feed.import"])
        #expect(entries.map(\.count) == [1, 3])
        #expect(entries.allSatisfy { $0.action == .denied && $0.by == "nobody" })

        // They are there after a restart, and the next ones join them.
        daemon.stop()
        let second = try RunningDaemon(folder: daemon.folder, environment: ["TORG_RPC_GROUP": "nogroup"])
        defer { second.stop() }
        #expect(try run(program, as: Self.reader, second, ["import", "/none"]).code == 77)
        let again = try await second.client().call(AuditList.self, .init(action: .denied)).entries
        // At midnight UTC a new day may have begun.
        #expect(again.filter { $0.method == "feed.import" }.reduce(0) { $0 + $1.count } == 4)
        #expect(again.count <= 3)
        let shown = try ProgramRun("torg", ["--socket", second.socket, "audit"])
        #expect(shown.output.contains("feed.import"))
    }

    @Test func aNumberIsShownToManagersOnTheRecord() async throws {
        let (daemon, program) = try await daemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        let numbers = try FixtureNumbers.personal()
        let person = try #require(
            try await client.call(SuppliersFind.self, .init(query: "Hjalle Sköldmark Omnibuss")).suppliers.first)
        #expect(person.id.hasPrefix("p-"))
        let get = ["suppliers", "get", person.id]
        let unmask = get + ["--unmask", "--reason", "Inbjudan per brev"]

        let masked = try run(program, as: Self.manager, daemon, get)
        #expect(masked.code == 0)
        #expect(!numbers.contains { masked.output.contains($0) })
        #expect(try run(program, as: Self.manager, daemon, get + ["--unmask"]).code == 64, "no reason, no number")
        let denied = try run(program, as: Self.reader, daemon, unmask)
        #expect(denied.code == 77)
        #expect(!numbers.contains { denied.output.contains($0) || denied.errors.contains($0) })
        #expect(try await client.call(AuditList.self, .init(action: .unmasked)).entries == [])

        let shown = try run(program, as: Self.manager, daemon, unmask)
        #expect(shown.code == 0)
        #expect(numbers.contains { shown.output.contains($0) })
        let entries = try await client.call(AuditList.self, .init()).entries
        #expect(entries.map(\.action) == [.unmasked, .denied])
        #expect(entries[0].subject == person.id)
        #expect(entries[0].reason == "Inbjudan per brev")
        #expect(entries[0].by == "uid \(Self.manager)")
        #expect(entries[1].method == "suppliers.get with unmask")
    }
}
