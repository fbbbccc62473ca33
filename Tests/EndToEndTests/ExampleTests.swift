import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// The contract's examples, and what a program may count on in every answer.
@Suite(.serialized) struct ExampleTests {
    /// Methods whose example speaks of what the fixtures can't hold: files, numbers of kept things, a person's id; or saves what
    /// a file of the configuration has here.
    private static let onOwnThings: Set = [
        "feed.import", "suppliers.import", "suppliers.add", "codes.import", "store.backup", "store.publish",
        "privacy.purge",
        "dossier.get",
        "dossier.replay", "dossier.export", "events.create", "events.get", "events.invite", "events.register",
        "events.withdraw", "events.attend", "events.outcome", "needs.save", "needs.get", "categories.save",
        "categories.history", "categories.import", "challenges.save", "challenges.history", "challenges.import",
        "watches.get", "watches.remove", "digests.handed",
        "shortlists.get", "shortlists.add", "shortlists.remove", "notes.add", "notes.remove", "treatment.compare",
        "session.assume",
    ]

    @Test func everyExampleThatAsksIsAnsweredFromTheFixtures() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        var asked = 0
        for method in OpenRPC.document["methods"]?.array ?? [] {
            let name = try #require(method["name"]?.string)
            guard !Self.onOwnThings.contains(name) else { continue }
            let example = try #require(method["examples"]?[0]?["params"]?.array)
            let parameters = JSONObject(
                example.map { JSONObject.Member(name: $0["name"]?.string ?? "", value: $0["value"] ?? .null) })
            do {
                _ = try await client.call(name, parameters: .object(parameters))
                asked += 1
            } catch {
                Issue.record("\(name): \(error)")
            }
        }
        #expect(asked == Contract.methods.count - Self.onOwnThings.count)
        let found = try await client.call(SuppliersFind.self, SuppliersFind.example.parameters)
        #expect(found.suppliers.map(\.id) == SuppliersFind.example.result.suppliers.map(\.id))
        let notices = try await client.call(NoticesFind.self, NoticesFind.example.parameters)
        #expect(!notices.notices.isEmpty)
    }

    @Test func withoutExplanationThereAreNeitherSignalsNorEvidence() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        let explained = try await client.call(MatchCategory.self, .init(category: .configured("it")))
        let plain = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(explain: false)))
        #expect(explained.matches.allSatisfy { !$0.signals.isEmpty })
        #expect(plain.matches.allSatisfy { $0.signals.isEmpty && $0.evidence.isEmpty })
        #expect(plain.matches.map(\.score) == explained.matches.map(\.score))
        let supplier = plain.matches[0].supplier.id
        let fits = try await client.call(
            MatchSupplier.self, .init(supplier: supplier, options: MatchOptions(explain: false)))
        #expect(!fits.categories.isEmpty && fits.categories.allSatisfy { $0.signals.isEmpty && $0.evidence.isEmpty })

        let notice = try #require(try await client.call(NoticesFind.self, .init(limit: 1)).notices.first).id
        for need: JSONValue in [.string(notice), ["id": .string(notice)]] {
            let answer = try await client.call("match.notice", parameters: ["notice": need, "limit": 1])
            #expect(answer["matches"]?.array?.count == 1)
        }
    }

    @Test func everyErrorHasData() async throws {
        let (daemon, client) = try await RunningDaemon.filled()
        defer { daemon.remove() }
        for (method, parameters): (String, JSONValue) in [
            ("match.category", ["category": "none-such"]), ("none.such", [:]), ("notices.get", ["id": "a\u{0}b"]),
            ("meeting.plan", ["floor": 9_223_372_036_854_775_807]),
            ("meeting.plan", ["edits": [["edit": "pin", "supplier": "x", "by": "b", "note": "n"]]]),
            ("suppliers.import", ["path": "/none"]), ("feed.import", ["paths": ["relative"]]),
            ("store.backup", ["path": "/tmp/a\u{0}b"]), ("dossier.get", [:]), ("privacy.purge", ["decision": "x"]),
            ("council.compose", ["needs": [], "seed": -1]), ("notices.find", ["after": "x"]),
        ] {
            let error = await #expect(throws: RPCClientError.self, "\(method)") {
                _ = try await client.call(method, parameters: parameters)
            }
            guard case .remote(let told) = error else { continue }
            #expect(told.detail != nil, "\(method): \(told)")
        }
        _ = try await client.call(ServerStatus.self, .init())
    }
}
