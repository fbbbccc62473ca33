import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// A leader that publishes, a follower that serves what came, and what becomes of both when the leader is gone.
@Suite(.serialized) struct FollowerTests {
    private static let feeds = FeedImport.Parameters(paths: [Repository.path("Fixtures/notices")])

    /// A leader with the fixtures in it, and where its copies go.
    private func leader() async throws -> (daemon: RunningDaemon, client: RPCClient, copies: String) {
        let folder = "/tmp/torg-copies-\(UInt32.random(in: 0...UInt32.max))"
        let daemon = try RunningDaemon(environment: [
            "TORG_STORE_PUBLISH_FOLDER": folder, "TORG_STORE_PUBLISH_KEEP": "10",
        ])
        return (daemon, try await daemon.client(), folder)
    }

    private func follower(_ folder: String, in own: String? = nil, ready: String) throws -> RunningDaemon {
        try RunningDaemon(
            folder: own,
            environment: [
                "TORG_STORE_FOLLOW_FOLDER": folder, "TORG_STORE_FOLLOW_LEADER": "https://leader.example",
            ], ready: ready)
    }

    private func published(_ client: RPCClient) async throws -> StorePublish.Result {
        try await client.call(StorePublish.self, NoParameters(), timeout: nil)
    }

    /// What a call is refused with; `nil` where it is answered.
    private func refusal(of method: String, _ parameters: JSONValue, by client: RPCClient) async -> RPCError? {
        do {
            _ = try await client.call(method, parameters: parameters, timeout: nil)
        } catch {
            if case .remote(let told) = error { return told }
        }
        return nil
    }

    /// Waits until a follower serves a generation: it answers while it takes a copy.
    private func wait(_ client: RPCClient, for generation: Int) async throws {
        while try await client.call(ServerStatus.self, NoParameters()).following?.copy?.generation != generation {
            await Task.yield()
        }
    }

    @Test func followerGivesTheSameBytesAndNamesTheLeaderToWhoeverWrites() async throws {
        let (leader, client, folder) = try await leader()
        defer {
            leader.remove()
            try? FileManager.default.removeItem(atPath: folder)
        }
        _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        let copy = try await published(client)
        #expect(copy.manifest.digest == (try await client.call(StoreCheck.self, NoParameters(), timeout: nil)).digest)

        let follower = try follower(folder, ready: "copy taken")
        defer { follower.remove() }
        let reader = try await follower.client()
        let asked: JSONValue = ["category": "it", "limit": 20]
        let theirs = try await client.call(MatchCategory.name, parameters: asked, timeout: nil)
        #expect(try await reader.call(MatchCategory.name, parameters: asked, timeout: nil) == theirs)

        // Imports, dossiers, notes: each is told where to go, before anything is done.
        let kept: JSONValue = ["category": "it", "keep": true]
        let none: JSONValue = [:]
        let paths: JSONValue = ["paths": ["/nowhere"]]
        let named: JSONValue = ["name": "IT"]
        let writing = [
            (FeedImport.name, paths), (MatchCategory.name, kept), (ShortlistsCreate.name, named),
            (StorePublish.name, none),
        ]
        for (method, parameters) in writing {
            let told = try #require(await refusal(of: method, parameters, by: reader), "\(method) was answered")
            #expect(told.code == .notTheLeader, "\(method)")
            #expect(told.message.contains("https://leader.example"), "\(method)")
        }
        let status = try await reader.call(ServerStatus.self, NoParameters())
        #expect(status.store.state == .sound)
        #expect(status.following?.generationsBehind == 0)
        #expect(status.following?.copy?.sha256 == copy.manifest.sha256)
        #expect(try ProgramRun("torg", ["--socket", follower.socket, "status"]).output.contains("0 generations"))
        #expect(
            try ProgramRun("torg", ["--socket", follower.socket, "metrics"]).output
                .contains("torg_follow_generations_behind 0"))
        follower.stop()

        // It goes on with what it had, also where nothing is shipped any more.
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
        }
        let again = try self.follower(folder, in: follower.folder, ready: "index built")
        defer { again.stop() }
        #expect(try await again.client().call(MatchCategory.name, parameters: asked, timeout: nil) == theirs)
    }

    @Test func damagedForeignAndOlderCopiesAreRefusedAndTheOldOneGoesOn() async throws {
        let (leader, client, folder) = try await leader()
        let shipped = folder + "-shipped"
        defer {
            leader.remove()
            for folder in [folder, shipped] { try? FileManager.default.removeItem(atPath: folder) }
        }
        let files = FileManager.default
        try files.createDirectory(atPath: shipped, withIntermediateDirectories: false)
        func ship(_ path: String, _ change: (inout Data) -> Void = { _ in }) throws {
            var data = try Data(contentsOf: URL(fileURLWithPath: path))
            change(&data)
            let name = (path as NSString).lastPathComponent
            try data.write(to: URL(fileURLWithPath: "\(shipped)/\(name)"), options: .atomic)
            let manifest = String(path.dropLast(7)) + ".json"
            if files.fileExists(atPath: "\(shipped)/" + (manifest as NSString).lastPathComponent) { return }
            try files.copyItem(atPath: manifest, toPath: "\(shipped)/" + (manifest as NSString).lastPathComponent)
        }
        let empty = try await published(client)
        _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        let filled = try await published(client)
        try ship(filled.path)
        let follower = try follower(shipped, ready: "copy taken")
        defer { follower.remove() }
        let reader = try await follower.client()

        // A page changed on the way.
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let later = try await published(client)
        try ship(later.path) { $0[$0.count / 2] ^= 0xFF }
        #expect(try follower.waitForLog("copy refused").contains("damaged"))
        var status = try await reader.call(ServerStatus.self, NoParameters())
        #expect(status.generation == filled.manifest.generation)
        #expect(status.following?.generationsBehind == later.manifest.generation - filled.manifest.generation)
        #expect(try ProgramRun("torg", ["--socket", follower.socket, "doctor"]).output.contains("SHA-256"))
        #expect(try ProgramRun("torg", ["--socket", follower.socket, "status"]).output.contains("REFUSED"))
        // Shipped again, whole.
        try ship(later.path)
        try await wait(reader, for: later.manifest.generation)
        #expect(try await reader.call(ServerStatus.self, NoParameters()).following?.refused == nil)

        // A manifest that says something else of the very file that is served, and a pipe that nobody writes to.
        let manifest = try String(contentsOfFile: String(later.path.dropLast(7)) + ".json", encoding: .utf8)
        let generation = later.manifest.generation
        let lie = manifest.replacing("\"generation\":\(generation)", with: "\"generation\":\(generation + 1000)")
        #expect(lie != manifest)
        try lie.write(toFile: shipped + "/torg-lie.json", atomically: true, encoding: .utf8)
        #expect(try follower.waitForLog("something else").contains("damaged"))
        #expect(mkfifo(shipped + "/torg-pipe.json", 0o600) == 0)
        #expect(try follower.waitForLog("no regular file").contains("torg-pipe"))
        #expect(try await reader.call(ServerStatus.self, NoParameters()).generation == generation)

        // Nothing but an older one.
        for file in try files.contentsOfDirectory(atPath: shipped) {
            try files.removeItem(atPath: "\(shipped)/\(file)")
        }
        try ship(empty.path)
        #expect(try follower.waitForLog("reason=older").contains("generation"))

        // Another's.
        let (other, theirs, foreign) = try await self.leader()
        defer {
            other.remove()
            try? files.removeItem(atPath: foreign)
        }
        try ship(try await published(theirs).path)
        #expect(try follower.waitForLog("reason=foreign").contains("store"))
        status = try await reader.call(ServerStatus.self, NoParameters())
        #expect(status.generation == later.manifest.generation)
    }

    /// The drill of docs/standby.md: the leader is killed in an import and its disk is gone.
    @Test func promotedFollowerHasAllOfTheLastCopyAndTheFeedBringsTheRest() async throws {
        let (leader, client, folder) = try await leader()
        defer {
            leader.remove()
            try? FileManager.default.removeItem(atPath: folder)
        }
        _ = try await client.call(FeedImport.self, Self.feeds, timeout: nil)
        let kept = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: .init(keep: true)), timeout: nil)
        let last = try await published(client)
        let follower = try follower(folder, ready: "copy taken")
        defer { follower.remove() }
        let importing = Task {
            try await client.call(
                SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        }
        leader.stop(SIGKILL)
        _ = try? await importing.value
        try FileManager.default.removeItem(atPath: leader.folder)

        let file = follower.folder + "/torg.yaml"
        let environment = [
            "TORG_STORE_FOLLOW_FOLDER": folder, "TORG_STORE_FOLLOW_LEADER": "https://leader.example",
        ]
        // Not under a daemon that runs.
        #expect(try ProgramRun("torgd", ["promote", "--config", file], environment: environment).code == 75)
        follower.stop()
        // Not beside the log of another store.
        let log = follower.folder + "/torg.sqlite-wal"
        #expect(FileManager.default.createFile(atPath: log, contents: Data("x".utf8)))
        #expect(try ProgramRun("torgd", ["promote", "--config", file], environment: environment).code == 69)
        try FileManager.default.removeItem(atPath: log)
        let promoted = try ProgramRun("torgd", ["promote", "--config", file], environment: environment)
        #expect(promoted.code == 0, "\(promoted.output)")
        #expect(promoted.output.contains("generation \(last.manifest.generation)"))
        #expect(promoted.output.contains("chain is whole: 1 entries"))
        // Not over a store.
        #expect(try ProgramRun("torgd", ["promote", "--config", file], environment: environment).code == 69)

        let new = try RunningDaemon(folder: follower.folder)
        defer { new.stop() }
        let desk = try await new.client()
        let dossier = try #require(kept.dossier)
        let verdict = try await desk.call(
            DossierVerify.self, .init(heads: [.init(sequence: dossier.sequence, hash: dossier.hash)]), timeout: nil)
        #expect(verdict.whole)
        #expect(
            try await desk.call(StoreCheck.self, NoParameters(), timeout: nil).digest == last.manifest.digest)
        // The feeds again: those that were in change nothing, and the rest comes.
        _ = try await desk.call(FeedImport.self, Self.feeds, timeout: nil)
        #expect(try await desk.call(StoreCheck.self, NoParameters(), timeout: nil).digest == last.manifest.digest)
        _ = try await desk.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        let whole = try await RunningDaemon.filled()
        defer { whole.0.remove() }
        #expect(
            try await desk.call(StoreCheck.self, NoParameters(), timeout: nil).digest
                == whole.1.call(StoreCheck.self, NoParameters(), timeout: nil).digest)
    }
}
