import JSON
import JSONRPC
import Testing
import Transport

/// The limits of a message and its answer through the socket, each with one below and one above.
@Suite(.timeLimit(.minutes(10))) struct LimitTests {
    /// A call of `echo` whose parameters are `text`, an array.
    private static func call(_ text: String) -> String {
        #"{"jsonrpc":"2.0","id":1,"method":"echo","params":"# + text + "}\n"
    }

    /// A call of so many bytes, the line feed not counted.
    private static func call(ofBytes bytes: Int) -> String {
        let empty = call(#"[""]"#).utf8.count - 1
        return call("[\"" + String(repeating: "x", count: bytes - empty) + "\"]")
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test func theShippedLimitsAreThoseOfTheContract() {
        let limits = ServerLimits()
        #expect(limits.message == 1 << 20)
        #expect(limits.answering.depth == 64)
        #expect(limits.answering.batch == 100)
    }

    @Test func aMessageOfAMebibyte() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(Self.call(ofBytes: 1 << 20))
                #expect(try client.answer()?["id"] == 1)
                try client.send(Self.call(ofBytes: (1 << 20) + 1) + Self.call("[1]"))
                #expect(try client.answer()?.errorCode == -32004)
                #expect(try client.answer()?["result"] == [1])
            }
        }
    }

    @Test func aDepthOf64() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                // The request is the first of them, and its parameters the second.
                try client.send(Self.call(Self.nested(63)))
                #expect(try client.answer()?["id"] == 1)
                try client.send(Self.call(Self.nested(64)) + Self.call("[1]"))
                let error = try client.answer()
                #expect(error?.errorCode == -32700)
                #expect(error?["error"]?["message"]?.string?.contains("at most 64") == true)
                #expect(try client.answer()?["result"] == [1])
            }
        }
    }

    @Test func anAnswerAndTheAnswersOfABatch() async throws {
        var limits = ServerLimits()
        limits.answering.answer = 1000
        try await serving(limits: limits) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                // The result: the array's two brackets and two quotation marks.
                func parameters(_ bytes: Int) -> String { "[\"" + String(repeating: "x", count: bytes - 4) + "\"]" }
                try client.send(Self.call(parameters(1000)))
                #expect(try client.answer()?["result"] != nil)
                try client.send(Self.call(parameters(1001)))
                #expect(try client.answer()?.errorCode == -32004)
                // Two answers fit into it, a third doesn't.
                let one = String(Self.call(parameters(400)).dropLast())
                try client.send("[\(one),\(one),\(one)]\n" + Self.call("[1]"))
                let answers = try client.answer()?.array ?? []
                #expect(answers.map(\.errorCode) == [nil, nil, -32004])
                #expect(try client.answer()?["result"] == [1])
            }
        }
    }

    @Test func connectionsInAll() async throws {
        var limits = ServerLimits()
        limits.connections = 3
        try await serving(limits: limits) { path, _ in
            try await blocking {
                let clients = try (0..<3).map { _ in try RawClient(path) }
                for client in clients {
                    try client.send(Self.call("[1]"))
                    #expect(try client.answer()?["result"] == [1])
                }
                let refused = try RawClient(path)
                let answer = try refused.answer()
                #expect(answer?.errorCode == -32003)
                #expect(answer?["error"]?["message"]?.string?.contains("at most 3 connections") == true)
                #expect(try refused.line() == nil)
                for client in clients {
                    try client.send(Self.call("[2]"))
                    #expect(try client.answer()?["result"] == [2])
                }
            }
        }
    }
}
