import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// What the daemon does not to lose anything: backups, damaged files, and notices that contradict one another.
@Suite(.serialized) struct SafekeepingTests {
    private static let feeds = FeedImport.Parameters(paths: [Repository.path("Fixtures/notices")])

    private func digest(_ client: RPCClient) async throws -> String {
        let check = try await client.call(StoreCheck.self, NoParameters(), timeout: nil)
        #expect(check.problems == [])
        return check.digest
    }

    /// Backs up for as long as an import runs, then starts a daemon on the first and the last copy.
    @Test func backupsMadeWhileImportingAreRestored() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let importing = Task { try await daemon.client().call(FeedImport.self, Self.feeds, timeout: nil) }
        var copies: [StoreBackup.Result] = []
        var isImporting = true
        while isImporting {
            let path = "\(daemon.folder)/copy-\(copies.count).sqlite"
            copies.append(try await client.call(StoreBackup.self, .init(path: path), timeout: nil))
            let status = try await client.call(ServerStatus.self, NoParameters())
            isImporting = status.importing != nil
        }
        _ = try await importing.value
        let whole = try await digest(client)
        let run = try ProgramRun("torg", ["--socket", daemon.socket, "backup", daemon.folder + "/last.sqlite"])
        #expect(run.code == 0)
        #expect(run.output.contains(whole))
        #expect(
            try ProgramRun("torg", ["--socket", daemon.socket, "backup", daemon.folder + "/last.sqlite"]).code == 64)
        daemon.stop()

        let first = try #require(copies.first)
        for (path, expected) in [(first.path, first.digest), (daemon.folder + "/last.sqlite", whole)] {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: daemon.folder + "/torg.sqlite" + suffix)
            }
            try FileManager.default.copyItem(atPath: path, toPath: daemon.folder + "/torg.sqlite")
            let restored = try RunningDaemon(folder: daemon.folder)
            defer { restored.stop() }
            let client = try await restored.client()
            #expect(try await digest(client) == expected)
            _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
            #expect(try await digest(client) == whole)
        }
    }

    @Test(arguments: ["flipped", "truncated", "not a database"])
    func damagedStoreIsToldAndLeftAsItIs(how: String) async throws {
        let sound = try RunningDaemon()
        defer { sound.remove() }
        _ = try await sound.client().call(FeedImport.self, Self.feeds, timeout: nil)
        #expect(sound.stop() == 0)
        let file = URL(fileURLWithPath: sound.folder + "/torg.sqlite")
        var bytes = try Data(contentsOf: file)
        switch how {
        case "flipped":
            for index in stride(from: bytes.count / 2, to: bytes.count / 2 + 4096, by: 1) { bytes[index] ^= 0xFF }
        case "truncated": bytes = bytes.prefix(bytes.count / 2)
        default: bytes = Data(String(repeating: "not a database ", count: 100).utf8)
        }
        try bytes.write(to: file)

        let daemon = try RunningDaemon(folder: sound.folder, ready: "torgd is up")
        defer { daemon.stop() }
        let client = try await daemon.client()
        let status = try await client.call(ServerStatus.self, NoParameters())
        #expect(status.store.state == (how == "flipped" ? .readOnly : .unreadable))
        #expect(status.store.detail?.contains("Nothing was deleted") == true)
        let shown = try ProgramRun("torg", ["--socket", daemon.socket, "status"])
        #expect(shown.code == 0)
        #expect(shown.output.contains("is damaged"))
        let refused = await #expect(throws: RPCClientError.self) {
            _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        }
        guard case .remote(let error) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(error.code == .storeUnavailable)
        #expect(error.message.contains("put a backup in its place"))
        #expect(
            try ProgramRun("torg", ["--socket", daemon.socket, "import", Repository.path("Fixtures/notices")]).code
                == 69)
        #expect(daemon.stop() == 0)
        #expect(try Data(contentsOf: file) == bytes)
    }

    /// A file of 64 MB and more is served while it is looked through; an import waits until that is done.
    @Test func largeStoreIsServedAndWrittenTo() async throws {
        let first = try RunningDaemon()
        defer { first.remove() }
        _ = try await first.client().call(FeedImport.self, Self.feeds, timeout: nil)
        let whole = try await digest(first.client())
        first.stop()
        // Large enough by what follows its last page, which nobody reads.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: first.folder + "/torg.sqlite"))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        let daemon = try RunningDaemon(folder: first.folder)
        defer { daemon.stop() }
        let client = try await daemon.client()
        let report = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        #expect(report.notices.stored == 0)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let status = try await client.call(ServerStatus.self, NoParameters())
        #expect(status.store.examining == nil)
        #expect(try await digest(client) != whole)
        _ = try daemon.waitForLog("store looked through")
        #expect(daemon.stop() == 0)
    }

    // MARK: Notices that contradict one another

    private static let original = "2024-03-21-c7dcac55.xml"
    private static let change = "2024-03-28-d6aa3d55.xml"

    /// A fixture with some words put in the place of others, as a file of the daemon's folder.
    private func edited(
        _ name: String, _ words: String = "", to others: String = "", in daemon: RunningDaemon
    ) throws -> String {
        var text = try String(contentsOfFile: Repository.path("Fixtures/notices/eforms/") + name, encoding: .utf8)
        if !words.isEmpty {
            #expect(text.contains(words))
            text = text.replacing(words, with: others)
        }
        let path = daemon.folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func take(_ path: String, _ client: RPCClient) async throws -> ImportCounts {
        try await client.call(FeedImport.self, .init(paths: [path]), timeout: nil).notices
    }

    private func current(_ client: RPCClient) async throws -> [String] {
        try await client.call(NoticesFind.self, .init(limit: 1000)).notices.map(\.id).sorted()
    }

    @Test func changeNoticeMayComeBeforeItsOriginal() async throws {
        var digests: Set<String> = []
        for order in [[Self.original, Self.change], [Self.change, Self.original]] {
            let daemon = try RunningDaemon()
            defer { daemon.remove() }
            let client = try await daemon.client()
            for name in order {
                #expect(try await take("\(Repository.root)/Fixtures/notices/eforms/\(name)", client).stored == 1)
            }
            let current = try await current(client)
            #expect(current.count == 1)
            #expect(current[0].hasPrefix("d6aa3d55"), "the change stands, the original is history")
            digests.insert(try await digest(client))
        }
        #expect(digests.count == 1)
    }

    @Test func withdrawnNoticeIsNoLongerFound() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()
        _ = try await take(edited(Self.original, in: daemon), client)
        let id = try #require(try await current(client).first)
        _ = try await take(edited(Self.change, ">cor-buy<", to: ">cancel<", in: daemon), client)
        #expect(try await current(client) == [])
        #expect(try await client.call(ServerStatus.self, NoParameters()).notices == 0)
        #expect(try await client.call(NoticesGet.self, .init(id: id)).notice.id == id, "it is kept as history")
    }

    @Test func ofTwoContentsOfOneVersionTheSameIsKeptInAnyOrder() async throws {
        var digests: Set<String> = []
        for isPlainFirst in [true, false] {
            let daemon = try RunningDaemon()
            defer { daemon.remove() }
            let client = try await daemon.client()
            for isPlain in [isPlainFirst, !isPlainFirst] {
                // One path for both: the digest also covers where a notice was read.
                let path = try edited(
                    Self.original, isPlain ? "" : ">ORG-0002<", to: isPlain ? "" : ">ORG-0012<", in: daemon)
                let counts = try await take(path, client)
                #expect(counts.stored + counts.conflicting == 1)
                #expect(counts.conflicting == (isPlain == isPlainFirst ? 0 : 1))
                #expect(try await take(path, client).unchanged == 1)
            }
            #expect(try await current(client).count == 1)
            digests.insert(try await digest(client))
        }
        #expect(digests.count == 1)
    }
}
