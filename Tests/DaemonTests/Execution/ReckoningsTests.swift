import JSON
import JSONRPC
import Testing
import Transport

@testable import Daemon

@Suite struct ReckoningsTests {
    @Test func oneAtATimeOfAUser() throws {
        let reckonings = Reckonings()
        try reckonings.begin("matching.backtest", of: Caller(uid: 1))
        try reckonings.begin("matching.tune", of: Caller(uid: 2))
        let error = #expect(throws: RPCError.self) { try reckonings.begin("dossier.replay", of: Caller(uid: 1)) }
        #expect(error?.code == .busy)
        #expect(error?.message.contains("matching.backtest") == true)
        #expect(error?.detail?.expected != nil)
        reckonings.end(of: Caller(uid: 1))
        try reckonings.begin("dossier.replay", of: Caller(uid: 1))
    }
}
