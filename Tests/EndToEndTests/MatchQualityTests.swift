import API
import Foundation
import JSONRPC
import Testing
import Transport

/// How good the matching is and why it says what it says, through the real programs and the real socket.
@Suite(.serialized) struct MatchQualityTests {
    private func filled() async throws -> (RunningDaemon, RPCClient) {
        let daemon = try RunningDaemon()
        let client = try await daemon.client()
        _ = try await client.call(
            FeedImport.self, .init(paths: [Places.root + "/Fixtures/notices"]), timeout: nil)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Places.root + "/Fixtures/suppliers.csv"), timeout: nil)
        return (daemon, client)
    }

    @Test func explainsWhoIsOnTheListAndWhoIsNot() async throws {
        let (daemon, client) = try await filled()
        defer { daemon.remove() }
        let list = try await client.call(
            MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(limit: 30)))
        let need = NeedQuery.category(.configured("it"))
        let first = list.matches[0]
        let on = try await client.call(MatchingExplain.self, .init(need: need, supplier: first.supplier.id))
        #expect(on.rank == 1)
        #expect(on.score == first.score)
        #expect(on.signals == first.signals)
        #expect(on.considered == list.considered)
        #expect(on.reasons == [] && on.scoreOfLastPlace == nil)

        let last = list.matches[29]
        let off = try await client.call(
            MatchingExplain.self, .init(need: need, supplier: last.supplier.id, options: MatchOptions(limit: 10)))
        #expect(off.rank == 30)
        #expect(off.scoreOfLastPlace == list.matches[9].score)
        #expect(off.signals.reduce(.zero) { $0 + $1.points } == off.score)
        #expect(off.reasons.count > 1, "the gap, and what would close it")

        let barred = try await client.call(
            MatchingExplain.self,
            .init(
                need: need, supplier: first.supplier.id,
                options: MatchOptions(filter: SupplierFilter(exclude: [first.supplier.id]))))
        #expect(barred.rank == nil && barred.score == nil)
        #expect(barred.reasons.count == 1)

        for need in ["{}", #"{"category":"it","challenge":"x"}"#] {
            let parameters: JSONValue = ["need": try JSONParser.parse(need), "supplier": .string(first.supplier.id)]
            await #expect(throws: RPCClientError.self) {
                _ = try await client.call("matching.explain", parameters: parameters)
            }
        }

        let run = try ProgramRun(
            "torg",
            ["--socket", daemon.socket, "explain", last.supplier.id, "--category", "it", "--language", "en"])
        #expect(run.code == 0)
        #expect(run.output.contains("Place 30 of"))
        #expect(run.output.contains("not on the list of 10"))
        #expect(run.output.contains("place 10 has"))
        let unknown = try ProgramRun(
            "torg", ["--socket", daemon.socket, "explain", "none-such", "--category", "it"])
        #expect(unknown.code == 1)
        #expect(
            try ProgramRun("torg", ["--socket", daemon.socket, "explain", last.supplier.id]).code == 64,
            "a need must be given")
    }
}
