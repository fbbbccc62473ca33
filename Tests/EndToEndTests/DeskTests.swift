import API
import Foundation
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// Categories, challenges and needs that the store keeps, by the programs as people run them.
@Suite struct DeskTests {
    /// A daemon whose `torg.yaml` names no file of definitions; the shipped ones lie beside it.
    private func daemon() throws -> RunningDaemon {
        let folder = "/tmp/torg-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try "rpc: {socket: \(folder)/s}\nstore: {path: \(folder)/torg.sqlite}\n".write(
            toFile: folder + "/torg.yaml", atomically: true, encoding: .utf8)
        for name in ["categories.yaml", "challenges.yaml"] {
            try FileManager.default.copyItem(atPath: Repository.path("config/" + name), toPath: "\(folder)/\(name)")
        }
        return try RunningDaemon(folder: folder)
    }

    @Test func theFilesAreTakenOverOnceAndTheStoreHasThemFromThenOn() async throws {
        let first = try daemon()
        #expect(try first.waitForLog("categories taken over").contains("categories.yaml"))
        let run = { (arguments: [String]) in
            try ProgramRun("torg", ["--socket", first.socket] + arguments + ["--language", "en"])
        }
        let shipped = try await first.client().call(CategoriesList.self, .init()).categories
        #expect(shipped.count >= 15 && shipped.allSatisfy { $0.version == 1 })
        let saved = try run(["categories", "save", "it", "--add-keyword", "kvantdatorer", "--reason", "Nytt i år"])
        #expect(saved.code == 0 && saved.output.contains("The category it: version 2 saved, in use."), "\(saved)")
        #expect(saved.output.contains("of dossier categories"))
        #expect(try run(["categories", "retire", "telefoni", "--reason", "Ingår i it"]).code == 0)
        #expect(try run(["challenges", "save", "nytt", "--name", "Nytt", "--reason", "x"]).code == 64, "no text")

        let file = first.folder + "/mine.yaml"
        #expect(try run(["categories", "export", file]).code == 0)
        let again = try run(["categories", "import", file, "--reason", "Samma"])
        #expect(again.output.contains("0 new versions, \(shipped.count - 1) unchanged."), "\(again)")
        try "categories:\n  - id: it\n    cvp: oops\n".write(toFile: file, atomically: true, encoding: .utf8)
        let bad = try run(["categories", "import", file, "--reason", "Fel"])
        #expect(bad.code == 65 && bad.errors.contains("mine.yaml:3") && bad.errors.contains("cpv"), "\(bad)")

        first.stop()
        let second = try RunningDaemon(folder: first.folder)
        defer { second.remove() }
        _ = try second.waitForLog("is not in force")
        let list = try await second.client().call(CategoriesList.self, .init(retired: true)).categories
        #expect(list.first { $0.id == "it" }?.keywords.last == "kvantdatorer")
        #expect(list.first { $0.id == "telefoni" }?.retired == true)
        let history = try ProgramRun(
            "torg", ["--socket", second.socket, "categories", "history", "it", "--language", "sv"])
        #expect(history.output.contains("Nytt i år") && history.output.contains("categories.yaml"))
        let missing = try ProgramRun("torg", ["--socket", second.socket, "match", "category", "telefoni"])
        #expect(missing.code == 1)
        #expect(try ProgramRun("torg", ["--socket", second.socket, "dossier", "verify"]).code == 0)
    }

    @Test func aNeedIsRememberedWithItsRouteAndWhatCameOfIt() async throws {
        let daemon = try daemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        func run(_ arguments: String...) throws -> String {
            let run = try ProgramRun("torg", ["--socket", daemon.socket, "need"] + arguments + ["--language", "sv"])
            #expect(run.code == 0, "\(arguments): \(run)")
            return run.output
        }
        let before = try run("Vi behöver skolskjuts på landet")
        #expect(!before.contains("Tidigare behov"))
        _ = try run("save", "Skolskjuts med små elbilar", "--owner", "innovation@ekby.example", "--with", "Skolan")
        let routed = try run("route", "1", "innovationPartnership", "--reason", "Finns inte på marknaden")
        #expect(routed.contains("Innovationspartnerskap") && routed.contains("artikel 31") && routed.contains("pågår"))
        #expect(try run("outcome", "1", "Två partner valdes", "--state", "done").contains("Två partner valdes"))
        #expect(try run("list").contains("Skolskjuts med små elbilar"))
        #expect(try run("list", "--csv", "-").contains(#""Två partner valdes""#))
        #expect(try run("show", "1").contains("Skolan"))
        let after = try run("Vi behöver skolskjuts på landet")
        #expect(after.contains("Tidigare behov som liknar detta") && after.contains("gemensamt: skolskjuts"))
        #expect(try run("route").contains("directPurchase: Direktupphandling"))
        let conflict = await #expect(throws: RPCClientError.self) {
            _ = try await client.call(
                NeedsSave.self, .init(need: NeedDefinition(text: "Skolskjuts"), id: 1, basedOn: 1))
        }
        guard case .remote(let error) = conflict else { return }
        #expect(error.code == .invalidParameters && error.detail?.expected == "3")
    }
}
