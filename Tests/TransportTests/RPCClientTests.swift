import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(10))) struct RPCClientTests {
    private func connectionError(_ path: String) async throws -> RPCClientError {
        try await #require(throws: RPCClientError.self) { try await RPCClient.connect(to: path) }
    }

    @Test func saysWhyItCannotConnect() async throws {
        let folder = try TemporaryFolder()
        let path = folder.socket
        #expect(try await connectionError(path) == .noSocket(path))
        let long = "/tmp/" + String(repeating: "x", count: 200)
        #expect(try await connectionError(long) == .badPath(.pathTooLong(long, bytes: 205)))
        // A socket file that nobody listens on.
        let listener = try SocketListener.listen(at: SocketPath(path))
        try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/kept")
        listener.close()
        #expect(try await connectionError(folder.path + "/kept") == .refused(folder.path + "/kept"))
    }

    @Test(.enabled(if: geteuid() != 0, "root may connect to everything"))
    func saysThatItMayNotConnect() async throws {
        let folder = try TemporaryFolder()
        let listener = try SocketListener.listen(at: SocketPath(folder.socket), mode: 0o000)
        #expect(try await connectionError(folder.socket) == .permissionDenied(folder.socket))
        listener.close()
    }

    @Test func callsMethodsOfTheContract() async throws {
        var handlers = MethodHandlers()
        handlers.on(ServerStatus.self) { _, _ throws(RPCError) in ServerStatus.example.result }
        handlers.on(MatchCategory.self) { parameters, _ throws(RPCError) in
            guard case .configured("it") = parameters.category else {
                throw .invalid(parameter: "category", expected: "a category of the configuration", came: "other")
            }
            return RankedSuppliers(matches: [], considered: parameters.options.limit.count, generation: 1, weights: [:])
        }
        try await serving(handlers) { path, _ in
            let client = try await RPCClient.connect(to: path)
            #expect(try await client.call(ServerStatus.self, NoParameters()) == ServerStatus.example.result)
            let found = try await client.call(
                MatchCategory.self, .init(category: .configured("it"), options: MatchOptions(limit: 7)))
            #expect(found.considered == 7)
            let error = await #expect(throws: RPCClientError.self) {
                try await client.call(MatchCategory.self, .init(category: .configured("food")))
            }
            guard case .remote(let remote) = error else { throw RawClient.Failure(what: "\(error as Any)", number: 0) }
            #expect(remote.code == .invalidParameters)
            #expect(remote.detail?.parameter == "category")
        }
    }

    @Test func givesTheResultAsItCame() async throws {
        let result = JSONValue(dictionaryLiteral: ("z", 1), ("a", ["å", nil]))
        try await serving { path, _ in
            let client = try await RPCClient.connect(to: path)
            for _ in 0..<3 { #expect(try await client.call("echo", parameters: result) == result) }
        }
    }

    @Test func waitsOnlySoLong() async throws {
        let goOn = Event()
        let handler = ClosureHandler { request, _ throws(RPCError) in
            if request.method == "slow" { await goOn.wait() }
            return .string(request.method)
        }
        try await serving(handler) { path, _ in
            let client = try await RPCClient.connect(to: path)
            await #expect(throws: RPCClientError.timedOut(.milliseconds(30))) {
                try await client.call("slow", timeout: .milliseconds(30))
            }
            goOn.happen()
            // The late answer isn't taken for this one's.
            #expect(try await client.call("fast", timeout: nil) == "fast")
        }
    }

    @Test func isToldThatItIsOneTooMany() async throws {
        var limits = ServerLimits()
        limits.connectionsPerUser = 0
        try await serving(limits: limits) { path, _ in
            let client = try await RPCClient.connect(to: path)
            let error = await #expect(throws: RPCClientError.self) { try await client.call("echo") }
            guard case .remote(let remote) = error else { throw RawClient.Failure(what: "\(error as Any)", number: 0) }
            #expect(remote.code == .busy)
        }
    }

    @Test(arguments: [
        ("", RPCClientError.closed(midAnswer: false)),
        (#"{"jsonrpc":"2.0","#, .closed(midAnswer: true)),
        ("[1,]\n", .badAnswer("not JSON: expected a value, came “]” (line 1, column 4, byte 3)")),
        ("[]\n", .badAnswer("it isn't a JSON-RPC 2.0 response")),
        (#"{"jsonrpc":"2.0","id":"x","result":1}"# + "\n", .badAnswer("it answers another call")),
    ])
    func refusesWhatIsNoAnswer(answer: String, error: RPCClientError) async throws {
        let folder = try TemporaryFolder()
        let path = folder.socket
        let server = try FalseServer(path, answer: answer)
        async let served: Void = blocking { try server.serveOne() }
        let client = try await RPCClient.connect(to: path)
        await #expect(throws: error) { try await client.call("echo") }
        try await served
    }
}
