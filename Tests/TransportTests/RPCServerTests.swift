import Foundation
import JSON
import JSONRPC
import Synchronization
import Testing
import Transport

/// What a client meets that behaves, if oddly.
@Suite(.timeLimit(.minutes(10))) struct RPCServerTests {
    private static let call = #"{"jsonrpc":"2.0","id":9007199254740993,"method":"echo","params":["åäö🚀"]}"# + "\n"
    private static let answer = #"{"jsonrpc":"2.0","id":9007199254740993,"result":["åäö🚀"]}"#

    @Test func answers() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                for _ in 0..<3 {
                    try client.send(Self.call)
                    #expect(try client.line() == Self.answer)
                }
            }
        }
    }

    @Test func takesOneByteAtATime() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                // Also cuts every character of more than one byte.
                for byte in (Self.call + Self.call).utf8 { try client.send(CollectionOfOne(byte)) }
                #expect(try client.line() == Self.answer)
                #expect(try client.line() == Self.answer)
            }
        }
    }

    @Test func answersAThousandAtOnceInOrder() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(
                    (0..<1_000).map { #"{"jsonrpc":"2.0","id":\#($0),"method":"echo"}"# + "\n" }.joined())
                for id in 0..<1_000 { #expect(try client.answer()?["id"] == .number(JSONNumber(id))) }
            }
        }
    }

    @Test func carriesOutOneAfterTheOther() async throws {
        let log = Mutex<[String]>([])
        let handler = ClosureHandler { request, _ throws(RPCError) in
            log.withLock { $0.append("begin \(request.method)") }
            for _ in 0..<20 { await Task.yield() }
            log.withLock { $0.append("end \(request.method)") }
            return nil
        }
        try await serving(handler) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(
                    ["a", "b", "c"].map { #"{"jsonrpc":"2.0","id":1,"method":"\#($0)"}"# + "\n" }.joined())
                for _ in 0..<3 { #expect(try client.answer() != nil) }
            }
        }
        #expect(log.withLock { $0 } == ["begin a", "end a", "begin b", "end b", "begin c", "end c"])
    }

    @Test func answersTheLastMessageWithoutALineFeed() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(Self.call + Self.call.dropLast())
                client.endInput()
                #expect(try client.line() == Self.answer)
                #expect(try client.line() == Self.answer)
                #expect(try client.line() == nil)
            }
        }
    }

    @Test func carriesOutANotificationWhoseSenderHasGone() async throws {
        let done = Event()
        let handler = ClosureHandler { request, _ throws(RPCError) in
            if request.method == "late" { done.happen() }
            return nil
        }
        try await serving(handler) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(
                    #"{"jsonrpc":"2.0","method":"first"}"# + "\n" + #"{"jsonrpc":"2.0","method":"late"}"# + "\n")
            }
            await done.wait()
        }
    }

    @Test func takesNobodyAtHalfTheirWord() async throws {
        let seen = Mutex<[String]>([])
        let begun = Event()
        let handler = ClosureHandler { request, _ throws(RPCError) in
            seen.withLock { $0.append(request.method) }
            begun.happen()
            return nil
        }
        try await serving(handler) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                // All there, but for the line feed.
                try client.send(#"{"jsonrpc":"2.0","method":"whole"}"# + "\n" + #"{"jsonrpc":"2.0","method":"half"}"#)
                client.hangUp()
            }
            await begun.wait()
        }
        #expect(seen.withLock { $0 } == ["whole"])
    }

    @Test func givesUpARequestWhoseClientHasGone() async throws {
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
        try await serving(handler) { path, _ in
            let client = try await blocking {
                let client = try RawClient(path)
                try client.send(Self.call)
                return client
            }
            await begun.wait()
            client.hangUp()
            await cancelled.wait()
        }
    }

    @Test func knowsItsPeer() async throws {
        let handler = ClosureHandler { _, peer throws(RPCError) in
            [
                .number(JSONNumber(peer.pid)), .number(JSONNumber(peer.uid)), .number(JSONNumber(peer.gid)),
                .array(peer.groups.map { .number(JSONNumber($0)) }),
            ]
        }
        try await serving(handler) { path, _ in
            let answer = try await blocking {
                let client = try RawClient(path)
                try client.send(Self.call)
                return try client.answer()
            }
            var groups = [gid_t](repeating: 0, count: 1024)
            groups.removeLast(groups.count - Int(max(0, getgroups(Int32(groups.count), &groups))))
            #expect(answer?["result"]?[0] == .number(JSONNumber(getpid())))
            #expect(answer?["result"]?[1] == .number(JSONNumber(getuid())))
            #expect(answer?["result"]?[2] == .number(JSONNumber(getgid())))
            #expect(answer?["result"]?[3] == .array(groups.map { .number(JSONNumber($0)) }))
        }
    }

    @Test func answersManyClientsAtOnce() async throws {
        try await serving { path, _ in
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await blocking {
                            let client = try RawClient(path)
                            for _ in 0..<20 {
                                try client.send(Self.call)
                                #expect(try client.line() == Self.answer)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
