import JSON
import JSONRPC
import Synchronization
import Testing

@testable import Transport

@Suite(.timeLimit(.minutes(10))) struct LargeMessagesTests {
    private final class Key {}

    @Test func oneGoesOnWhenAnotherEnds() {
        let large = LargeMessages(most: 2, mostPerUser: 1)
        let keys = (0..<4).map { _ in Key() }
        var wentOn: [Int] = []
        func enter(_ number: Int, of user: UInt32, isKept: Bool = false) -> Bool {
            large.enter(ObjectIdentifier(keys[number]), of: user, isKept: isKept) { wentOn.append(number) }
        }
        #expect(enter(0, of: 1))
        #expect(enter(0, of: 1))
        #expect(!enter(1, of: 1))
        #expect(enter(2, of: 2))
        // There is no room in all, but for those it is kept for.
        #expect(!enter(3, of: 3))
        large.leave(ObjectIdentifier(keys[2]))
        // The first in line has one already.
        #expect(wentOn == [3])
        large.leave(ObjectIdentifier(keys[0]))
        #expect(wentOn == [3, 1])
        #expect(enter(1, of: 1))
        #expect(enter(2, of: 0, isKept: true))
    }

    /// A user's second large message waits, unread, while the first hasn't come to its end; small ones don't.
    @Test func anotherWaitsForTheFirst() async throws {
        let order = Mutex<[JSONValue?]>([])
        let handler = ClosureHandler { request, _ throws(RPCError) in
            order.withLock { $0.append(request.id?.json) }
            return nil
        }
        var limits = ServerLimits()
        limits.largeMessagesPerUser = 1
        try await serving(handler, limits: limits) { path, _ in
            try await blocking {
                func call(_ id: Int, bytes: Int = 0) -> String {
                    #"{"jsonrpc":"2.0","id":\#(id),"method":"m","params":[""# + String(repeating: "x", count: bytes)
                        + "\"]}\n"
                }
                let clients = try (0..<3).map { _ in try RawClient(path) }
                func small(_ number: Int) throws {
                    try clients[number].send(call(number))
                    #expect(try clients[number].answer()?["id"] == .number(JSONNumber(number)))
                }
                for number in 0..<3 { try small(number) }
                let first = Array(call(10, bytes: 100_000).utf8)
                try clients[0].send(first.dropLast(50_000))
                try small(2)
                try clients[1].send(call(11, bytes: 100_000))
                try small(2)
                try small(2)
                try clients[0].send(first.suffix(50_000))
                #expect(try clients[0].answer()?["id"] == 10)
                #expect(try clients[1].answer()?["id"] == 11)
                try clients[1].send(call(12, bytes: 900_000) + call(13))
                #expect(try clients[1].answer()?["id"] == 12)
                #expect(try clients[1].answer()?["id"] == 13)
            }
        }
        #expect(order.withLock { $0 } == [0, 1, 2, 2, 2, 2, 10, 11, 12, 13])
    }
}
