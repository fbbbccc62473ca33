import API
import JSON
import JSONRPC
import Procurement
import Synchronization
import TestSupport
import Testing
import Transport

@testable import Web

/// A daemon that tells everybody who they are to it, and counts.
private final class Census: Sendable {
    private let counts = Mutex<(assumed: [String], open: Int, most: Int)>(([], 0, 0))

    var assumed: [String] { counts.withLock { $0.assumed } }
    var most: Int { counts.withLock { $0.most } }

    func note(_ person: String) { counts.withLock { $0.assumed.append(person) } }
    func begin() {
        counts.withLock {
            $0.open += 1
            $0.most = max($0.most, $0.open)
        }
    }
    func end() { counts.withLock { $0.open -= 1 } }
}

@Suite(.timeLimit(.minutes(5))) struct DaemonConnectionsTests {
    private func person(_ name: String, _ groups: [String] = []) -> SignedIn { SignedIn(person: name, groups: groups) }

    /// - Parameter refusing: what session.assume answers with.
    private func serving(
        refusing refusal: RPCError? = nil, _ body: (String, Census) async throws -> Void
    ) async throws {
        let census = Census()
        var handlers = MethodHandlers()
        @Sendable func stand(_ peer: Peer) -> SessionStand {
            let groups = peer.person?.groups.joined(separator: ",") ?? ""
            return SessionStand(
                name: "\(peer.person?.name ?? "nobody") \(groups)", person: peer.person?.name, isDelegate: true,
                because: BilingualText(sv: "s", en: "e"))
        }
        handlers.on(SessionAssume.self) { parameters, peer throws(RPCError) in
            if let refusal { throw refusal }
            guard peer.assume(Person(name: parameters.person, groups: parameters.groups ?? [])) else {
                throw RPCError(.notAllowed, "twice")
            }
            census.note(parameters.person)
            return stand(peer)
        }
        handlers.on(SessionGet.self) { _, peer throws(RPCError) in
            census.begin()
            for _ in 0..<20 { await Task.yield() }
            census.end()
            return stand(peer)
        }
        let folder = try TemporaryFolder()
        let path = folder.socket
        let server = try RPCServer(
            listeners: [SocketListener.listen(at: SocketPath(path))], handler: handlers)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run() }
            try await body(path, census)
            server.drain()
            try await tasks.waitForAll()
        }
    }

    @Test func nobodyIsAnsweredAsAnybodyElse() async throws {
        try await serving { path, census in
            let connections = DaemonConnections(to: path, most: 6, mostEach: 2)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<400 {
                    let asking = person("p\(number % 40)", ["g\(number % 40)"])
                    tasks.addTask {
                        let stand = try await connections.call(SessionGet.self, NoParameters(), as: asking)
                        #expect(stand.name == "\(asking.person) \(asking.groups.joined())")
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(census.most <= 6)
            #expect(Set(census.assumed).count == 40)
        }
    }

    @Test func oneConnectionServesAPersonUntilTheirGroupsChange() async throws {
        try await serving { path, census in
            let connections = DaemonConnections(to: path)
            for _ in 0..<3 { _ = try await connections.call(SessionGet.self, NoParameters(), as: person("a", ["x"])) }
            #expect(census.assumed == ["a"])
            let stand = try await connections.call(SessionGet.self, NoParameters(), as: person("a", ["y"]))
            #expect(stand.name == "a y")
            #expect(census.assumed == ["a", "a"])
            #expect(try await connections.call(SessionGet.self, NoParameters(), as: nil).person == nil)
        }
    }

    @Test func whoeverWasUsedLongestAgoIsDropped() async throws {
        try await serving { path, census in
            let connections = DaemonConnections(to: path, most: 2)
            for name in ["a", "b", "a", "c", "a", "b"] {
                _ = try await connections.call(SessionGet.self, NoParameters(), as: person(name))
            }
            // c takes the place of b, for a was used since; b the place of c.
            #expect(census.assumed == ["a", "b", "c", "b"])
        }
    }

    @Test func daemonThatTakesNobodysWordIsTold() async throws {
        try await serving(refusing: RPCError(.notAllowed, "no delegate")) { path, _ in
            let connections = DaemonConnections(to: path, most: 1)
            for _ in 0..<3 {
                let fault = await #expect(throws: SignInFault.self) {
                    _ = try await connections.call(SessionGet.self, NoParameters(), as: person("a"))
                }
                guard case .notDelegate = fault else {
                    Issue.record("\(String(describing: fault))")
                    continue
                }
            }
        }
    }

    @Test func nameThatTheDaemonRefusesIsTold() async throws {
        try await serving(refusing: RPCError(.invalidParameters, "a number")) { path, _ in
            let connections = DaemonConnections(to: path)
            await #expect(throws: SignInFault.unacceptable("a number")) {
                _ = try await connections.call(SessionGet.self, NoParameters(), as: person("a"))
            }
        }
    }
}
