import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// How a server ends.
@Suite(.timeLimit(.minutes(10))) struct DrainTests {
    private static let call = #"{"jsonrpc":"2.0","id":1,"method":"wait"}"# + "\n"

    @Test func answersWhatIsUnderWayAndBeginsNothing() async throws {
        let begun = Event()
        let goOn = Event()
        let handler = ClosureHandler { _, _ throws(RPCError) in
            begun.happen()
            await goOn.wait()
            return "done"
        }
        try await serving(handler) { path, server in
            let busy = try await blocking { try RawClient(path) }
            let idle = try await blocking { try RawClient(path) }
            try await blocking { try busy.send(Self.call + Self.call) }
            await begun.wait()
            server.drain()
            // The idle connection is closed first: by then nobody can connect any more.
            #expect(try await blocking { try idle.line() } == nil)
            #expect(!FileManager.default.fileExists(atPath: path))
            goOn.happen()
            #expect(try await blocking { try busy.answer() }?["result"] == "done")
            #expect(try await blocking { try busy.answer() }?.errorCode == -32003)
            #expect(try await blocking { try busy.line() } == nil)
        }
    }

    /// What was sent before the end is answered, and no connection is reset under it.
    @Test(arguments: 1...20)
    func whatWasSentIsAnswered(_: Int) async throws {
        try await serving(ClosureHandler.echo) { path, server in
            let client = try await blocking { try RawClient(path) }
            try await blocking { try client.send(Self.call) }
            #expect(try await blocking { try client.line() } != nil)
            try await blocking { try client.send(Self.call) }
            server.drain()
            #expect(try await blocking { try client.line() } != nil)
            #expect(try await blocking { try client.line() } == nil)
        }
    }

    @Test func newcomersAreToldThatItStops() async throws {
        var limits = ServerLimits()
        limits.newcomerTime = .seconds(300)
        limits.drainTime = .seconds(300)
        try await serving(ClosureHandler.echo, limits: limits) { path, server in
            let newcomer = try await blocking { try RawClient(path) }
            let other = try await blocking { try RawClient(path) }
            try await blocking { try other.send(Self.call) }
            // Connections are accepted in the order in which they come.
            #expect(try await blocking { try other.line() } != nil)
            server.drain()
            #expect(try await blocking { try other.line() } == nil)
            try await blocking { try newcomer.send(Self.call) }
            #expect(try await blocking { try newcomer.answer() }?.errorCode == -32003)
            #expect(try await blocking { try newcomer.line() } == nil)
        }
    }

    /// Half a message is no message, also where it is the server that cuts it.
    @Test func halfAMessageIsDropped() async throws {
        try await serving(ClosureHandler.echo) { path, server in
            let client = try await blocking { try RawClient(path) }
            try await blocking { try client.send(Self.call + "{\"jsonrpc\"") }
            #expect(try await blocking { try client.line() } != nil)
            server.drain()
            #expect(try await blocking { try client.line() } == nil)
        }
    }

    @Test func waitsOnlySoLong() async throws {
        let begun = Event()
        let cancelled = Event()
        let handler = ClosureHandler { _, _ throws(RPCError) in
            begun.happen()
            await withTaskCancellationHandler {
                await cancelled.wait()
            } onCancel: {
                cancelled.happen()
            }
            return nil
        }
        var limits = ServerLimits()
        limits.drainTime = .milliseconds(50)
        // Where the time is up, the server ends without the call, and nobody may be left to count it out.
        try await serving(handler, limits: limits, endsAll: false) { path, server in
            let client = try await blocking { try RawClient(path) }
            try await blocking { try client.send(Self.call) }
            await begun.wait()
            server.drain()
            #expect(try await blocking { try client.line() } == nil)
            await cancelled.wait()
        }
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let folder = try TemporaryFolder()
        let threads = Threads()
        let server = try RPCServer(
            listeners: [.listen(at: SocketPath(folder.socket))], handler: ClosureHandler.echo,
            executor: { _ in threads })
        let running = Task(executorPreference: threads) { try await server.run() }
        running.cancel()
        try await running.value
        #expect(!FileManager.default.fileExists(atPath: folder.socket))
    }

    @Test func endsAtOnceWhenToldBeforehand() async throws {
        let folder = try TemporaryFolder()
        let server = try RPCServer(
            listeners: [.listen(at: SocketPath(folder.socket))], handler: ClosureHandler.echo)
        server.drain()
        try await server.run()
    }
}
