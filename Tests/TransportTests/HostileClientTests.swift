import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// What a client meets that doesn't behave, and what the others notice of it: nothing.
@Suite(.timeLimit(.minutes(10))) struct HostileClientTests {
    private static let good = #"{"jsonrpc":"2.0","id":"good","method":"echo"}"# + "\n"

    private func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    @Test func refusesALargeMessageAndLivesOn() async throws {
        let limits = limits { $0.message = 10_000 }
        try await serving(limits: limits) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                func padded(_ bytes: Int) -> String {
                    let call = #"{"jsonrpc":"2.0","id":1,"method":"echo","params":[""#
                    return call + String(repeating: "x", count: bytes - call.utf8.count - 3) + "\"]}\n"
                }
                try client.send(padded(10_000))
                #expect(try client.answer()?["id"] == 1)
                try client.send(padded(10_001))
                #expect(try client.answer()?.errorCode == -32004)
                try client.send(padded(3_000_000) + Self.good)
                #expect(try client.answer()?.errorCode == -32004)
                #expect(try client.answer()?["id"] == "good")
            }
        }
    }

    @Test func refusesDepthAndBatchesAboveTheirLimits() async throws {
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(String(repeating: "[", count: 500_000) + "\n")
                #expect(try client.answer()?.errorCode == -32700)
                let call = String(Self.good.dropLast())
                try client.send("[" + Array(repeating: call, count: 101).joined(separator: ",") + "]\n")
                #expect(try client.answer()?.errorCode == -32004)
                try client.send("[" + Array(repeating: call, count: 100).joined(separator: ",") + "]\n")
                #expect(try client.answer()?.array?.count == 100)
            }
        }
    }

    /// JSONTestSuite, a text a message: what must parse does, what must not doesn't, and the connection lives on.
    @Test(.enabled(if: Corpora.path("hostile/json") != nil, "TORG_CORPUS names no folder with hostile/json"))
    func tellsAllHostileJSONApartAndLivesOn() async throws {
        let files = try Corpora.hostileJSON()
        try await serving { path, _ in
            try await blocking {
                let client = try RawClient(path)
                var told = ["y": 0, "n": 0, "i": 0]
                for (name, bytes) in files {
                    // A line feed would end the message; a carriage return means the same to JSON.
                    let text = bytes.map { $0 == 0x0A ? 0x0D : $0 }
                    try client.send(text)
                    try client.send("\n" + Self.good)
                    let answer = try client.answer()
                    // None of them is a request, so that what parses is an invalid one, or a batch of such.
                    let codes = answer?.array?.map(\.errorCode) ?? [answer?.errorCode]
                    let isJSON = codes.allSatisfy { $0 == -32600 }
                    #expect(isJSON || codes == [-32700], "\(name)")
                    #expect(try client.answer()?["id"] == "good", "\(name)")
                    switch name.prefix(2) {
                    case "y_":
                        #expect(isJSON, "\(name)")
                        told["y", default: 0] += 1
                        try client.send(Data(#"{"jsonrpc":"2.0","id":1,"method":"echo","params":["#.utf8) + text)
                        try client.send("]}\n")
                        #expect(try client.answer()?["result"] == .array([JSONParser.parse(text)]), "\(name)")
                    case "n_":
                        #expect(!isJSON, "\(name)")
                        told["n", default: 0] += 1
                    default: told["i", default: 0] += 1
                    }
                }
                #expect(told == ["y": 95, "n": 188, "i": 35])
            }
        }
    }

    @Test func holdsNothingForAClientThatNeverReads() async throws {
        let large = JSONValue.string(String(repeating: "x", count: 1 << 20))
        let handler = ClosureHandler { request, _ throws(RPCError) in request.method == "large" ? large : nil }
        let limits = limits { $0.takingTime = .milliseconds(200) }
        try await serving(handler, limits: limits) { path, server in
            try await blocking {
                let lazy = try RawClient(path)
                // The server stops reading soon, and in the end lets go.
                let taken = lazy.flood(
                    Array(String(repeating: Self.good.replacing("echo", with: "large"), count: 1_000).utf8),
                    most: 100 << 20)
                #expect(taken < 4 << 20)
                let other = try RawClient(path)
                try other.send(Self.good)
                #expect(try other.answer()?["id"] == "good")
                var lines = 0
                while try lazy.line() != nil { lines += 1 }
                #expect(lines < 10)
            }
        }
    }

    @Test func waitsOnlySoLongForTheRestOfAMessage() async throws {
        let limits = limits { $0.messageTime = .milliseconds(50) }
        try await serving(limits: limits) { path, _ in
            try await blocking {
                let slow = try RawClient(path)
                try slow.send(Self.good)
                #expect(try slow.answer()?["id"] == "good")
                try slow.send(String(Self.good.dropLast(5)))
                #expect(try slow.answer()?.errorCode == -32600)
                #expect(try slow.line() == nil)
            }
        }
    }

    @Test func waitsOnlySoLongForARequest() async throws {
        let limits = limits { $0.idleTime = .milliseconds(50) }
        try await serving(limits: limits) { path, _ in
            try await blocking {
                let idle = try RawClient(path)
                #expect(try idle.line() == nil)
            }
        }
    }

    @Test func tellsWhoIsOneTooMany() async throws {
        let limits = limits { $0.connectionsPerUser = 3 }
        try await serving(limits: limits) { path, _ in
            try await blocking {
                var clients: [RawClient] = []
                for _ in 0..<3 {
                    let client = try RawClient(path)
                    try client.send(Self.good)
                    #expect(try client.answer()?["id"] == "good")
                    clients.append(client)
                }
                for _ in 0..<20 {
                    let refused = try RawClient(path)
                    #expect(try refused.answer()?.errorCode == -32003)
                    #expect(try refused.line() == nil)
                }
                clients.removeFirst()
                // The server notices in its own time.
                var admitted = false
                while !admitted {
                    let next = try RawClient(path)
                    try? next.send(Self.good)
                    admitted = try next.answer()?["id"] == "good"
                }
                try clients[0].send(Self.good)
                #expect(try clients[0].answer()?["id"] == "good")
            }
        }
    }

    @Test func answersANewcomerAmongSlowOnes() async throws {
        try await serving { path, _ in
            try await blocking {
                var slow: [RawClient] = []
                for _ in 0..<200 {
                    let client = try RawClient(path)
                    try client.send("{")
                    slow.append(client)
                }
                let newcomer = try RawClient(path)
                try newcomer.send(Self.good)
                #expect(try newcomer.answer()?["id"] == "good")
                withExtendedLifetime(slow) {}
            }
        }
    }
}
