import JSON
import JSONRPC
import Testing

@testable import Daemon

@Suite struct ReckoningsTests {
    @Test func oneAtATimeOfAUser() throws {
        let reckonings = Reckonings()
        try reckonings.begin("matching.backtest", of: 1)
        try reckonings.begin("matching.tune", of: 2)
        let error = #expect(throws: RPCError.self) { try reckonings.begin("dossier.replay", of: 1) }
        #expect(error?.code == .busy)
        #expect(error?.message.contains("matching.backtest") == true)
        #expect(error?.detail?.expected != nil)
        reckonings.end(of: 1)
        try reckonings.begin("dossier.replay", of: 1)
    }
}
