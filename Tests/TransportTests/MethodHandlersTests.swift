import API
import JSON
import JSONRPC
import Testing
import Transport

@Suite struct MethodHandlersTests {
    private let peer = Peer(pid: 1, uid: 1000, gid: 100, groups: [4, 27])

    private var handlers: MethodHandlers {
        var handlers = MethodHandlers { method, peer throws(RPCError) in
            if method.role > .reader, !peer.isMember(of: 27) { throw RPCError(.notAllowed) }
        }
        handlers.on(MatchCategory.self) { parameters, _ throws(RPCError) in
            RankedSuppliers(matches: [], considered: parameters.options.limit.count, generation: 1, weights: [:])
        }
        handlers.on(FeedImport.self) { _, _ throws(RPCError) in FeedImport.example.result }
        return handlers
    }

    private func answer(_ method: String, _ parameters: JSONValue?, peer: Peer? = nil) async throws -> String {
        let request = Request(method: method, parameters: parameters, id: .null)
        return String(decoding: try await handlers.answer(request, from: peer ?? self.peer).bytes, as: UTF8.self)
    }

    private func error(_ method: String, _ parameters: JSONValue?, peer: Peer? = nil) async throws -> RPCError {
        try await #require(throws: RPCError.self) { try await answer(method, parameters, peer: peer) }
    }

    @Test func readsParametersAndWritesTheResult() async throws {
        #expect(
            try await answer("match.category", ["category": "it", "limit": 3])
                == #"{"matches":[],"considered":3,"generation":1,"weights":{}}"#)
    }

    @Test func saysWhatIsWrongWithAParameter() async throws {
        let unknown = try await error("match.category", ["category": "it", "limt": 3])
        #expect(unknown.code == .invalidParameters)
        #expect(unknown.detail?.parameter == "limt")
        #expect(
            unknown.message == "“limt”: expected a known name (did you mean “limit”?), came the unknown name “limt”")
        #expect(try await error("match.category", ["category": "it", "limit": 0]).detail?.parameter == "limit")
        #expect(try await error("match.category", nil).detail?.parameter == "category")
        #expect(try await error("match.category", ["it"]).detail?.expected == "named parameters")
    }

    @Test func namesTheMethodThatWasMeant() async throws {
        let error = try await error("match.categry", nil)
        #expect(error.code == .methodNotFound)
        #expect(error.message == "Method not found: did you mean “match.category”?")
    }

    @Test func asksWhetherThePeerMay() async throws {
        let stranger = Peer(pid: 1, uid: 1001, gid: 100)
        #expect(try await error("feed.import", ["paths": []], peer: stranger).code == .notAllowed)
        #expect(try await answer("feed.import", ["paths": []]).contains(#""seen":812"#))
    }

    @Test func tellsOfItself() async throws {
        #expect(try await answer("rpc.discover", nil).hasPrefix(#"{"openrpc":"1.3"#))
        #expect(try await answer("rpc.discover", []).hasPrefix(#"{"openrpc":"1.3"#))
        #expect(!handlers.missing.contains("match.category"))
        #expect(handlers.missing.contains("server.status"))
    }
}
