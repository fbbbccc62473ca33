import Dispatch
import Glibc
import JSON
import JSONRPC
import Synchronization
import Testing

@testable import Transport

/// What one client does is not at the others' cost.
@Suite(.timeLimit(.minutes(10))) struct FairnessTests {
    private static func call(_ id: Int, _ method: String = "m") -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"}"#
    }

    private static func batch(_ ids: ClosedRange<Int>, _ method: String = "m") -> String {
        "[" + ids.map { call($0, method) }.joined(separator: ",") + "]\n"
    }

    /// One thread, and a count of what it was given.
    private final class OneThread: TaskExecutor {
        private let queue = DispatchQueue(label: "tests.one")
        let given = Mutex(0)

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            given.withLock { $0 += 1 }
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    private static func hold(_ gate: DispatchSemaphore) { gate.wait() }

    @Test func aBatchGivesWayBetweenItsCalls() async throws {
        let order = Mutex<[JSONValue?]>([])
        let (begun, goOn) = (Event(), DispatchSemaphore(value: 0))
        let handler = ClosureHandler { request, _ throws(RPCError) in
            order.withLock { $0.append(request.id?.json) }
            if request.id == .number(JSONNumber(1)) {
                begun.happen()
                Self.hold(goOn)
            }
            return nil
        }
        let thread = OneThread()
        let always: @Sendable (Peer) -> any TaskExecutor = { _ in thread }
        try await serving(handler, executor: always) { path, _ in
            let (first, second) = try await blocking { (try RawClient(path), try RawClient(path)) }
            try await blocking { try first.send(Self.batch(1...3)) }
            await begun.wait()
            let given = thread.given.withLock { $0 }
            try await blocking {
                try second.send(Self.call(9) + "\n")
                while thread.given.withLock({ $0 }) == given { sched_yield() }
                goOn.signal()
                #expect(try second.answer()?["id"] == 9)
                #expect(try first.answer()?.array?.count == 3)
            }
        }
        #expect(order.withLock { $0 } == [1, 9, 2, 3])
    }

    /// The calls of a batch that haven't begun when the client hangs up never do.
    @Test func aBatchEndsWithItsClient() async throws {
        let (begun, cancelled) = (Event(), Event())
        let calls = Mutex(0)
        let handler = ClosureHandler { request, _ throws(RPCError) in
            calls.withLock { $0 += 1 }
            begun.happen()
            await withTaskCancellationHandler {
                await cancelled.wait()
            } onCancel: {
                cancelled.happen()
            }
            return nil
        }
        try await serving(handler) { path, _ in
            let client = try await blocking { try RawClient(path) }
            try await blocking { try client.send(Self.batch(1...100)) }
            await begun.wait()
            client.hangUp()
            await cancelled.wait()
        }
        #expect(calls.withLock { $0 } == 1)
    }

    /// Nor do notifications of a batch.
    @Test func aBatchOfNotificationsEndsWithItsClient() async throws {
        let (begun, cancelled) = (Event(), Event())
        let calls = Mutex(0)
        let handler = ClosureHandler { _, _ throws(RPCError) in
            calls.withLock { $0 += 1 }
            begun.happen()
            await withTaskCancellationHandler {
                await cancelled.wait()
            } onCancel: {
                cancelled.happen()
            }
            return nil
        }
        let notification = #"{"jsonrpc":"2.0","method":"m"}"#
        try await serving(handler) { path, _ in
            let client = try await blocking { try RawClient(path) }
            try await blocking {
                try client.send("[\(Self.call(1)),\(notification),\(notification)]\n[\(notification)]\n")
            }
            await begun.wait()
            client.hangUp()
            await cancelled.wait()
        }
        #expect(calls.withLock { $0 } == 1)
    }

    /// Notifications go on without their clients, until someone else needs the place.
    @Test(.enabled(if: getuid() == 0)) func notificationsOfThoseWhoHaveGoneKeepNobodyOut() async throws {
        let cancelled = Event()
        let begun = Mutex<[String]>([])
        let handler = ClosureHandler { request, _ throws(RPCError) in
            begun.withLock { $0.append(request.method) }
            if request.id != nil { return nil }
            await withTaskCancellationHandler {
                await cancelled.wait()
            } onCancel: {
                cancelled.happen()
            }
            return nil
        }
        var limits = ServerLimits()
        limits.connections = 2
        try await serving(handler, limits: limits) { path, _ in
            try await blocking {
                chmod(path, 0o666)
                chmod(String(path.dropLast(2)), 0o755)
                let gone = try (1...2).map { _ in try RawClient(path) }
                for client in gone { try client.send(#"{"jsonrpc":"2.0","method":"note"}"# + "\n") }
                while begun.withLock({ $0.count }) < 2 { sched_yield() }
                for client in gone { client.hangUp() }
                // Until their hanging up is noticed, there is no place.
                let deadline = ContinuousClock.now + .seconds(60)
                var answer: JSONValue?
                repeat {
                    let other = try RawClient(path, as: 60_001)
                    // Whoever is turned away may be so before they could send.
                    try? other.send(Self.call(1, "call") + "\n")
                    answer = try other.answer()
                } while answer?.errorCode == -32003 && ContinuousClock.now < deadline
                #expect(answer?["id"] == 1)
            }
            await cancelled.wait()
        }
        #expect(begun.withLock { $0 } == ["note", "note", "call"])
    }

    private static let large = JSONValue.string(String(repeating: "x", count: 800_000))

    private func limits(unwritten: Int, ofUser: Int) -> ServerLimits {
        var limits = ServerLimits()
        limits.answering.answer = 1_000_000
        limits.unwritten = unwritten
        limits.unwrittenPerUser = ofUser
        return limits
    }

    /// While a user leaves too much unread, nothing more is computed for them; when it is read, it is again.
    @Test func whoLeavesTooMuchUnreadIsRefused() async throws {
        let calls = Mutex(0)
        let handler = ClosureHandler { request, _ throws(RPCError) in
            if request.method == "large" { calls.withLock { $0 += 1 } }
            return request.method == "large" ? Self.large : nil
        }
        try await serving(handler, limits: limits(unwritten: 2_000_000, ofUser: 820_000)) { path, _ in
            try await blocking {
                let (lazy, other) = (try RawClient(path), try RawClient(path))
                try lazy.send(Self.call(1, "large") + "\n")
                // The first byte of the answer says that it is made.
                var byte: UInt8 = 0
                #expect(recv(lazy.descriptor, &byte, 1, Int32(MSG_PEEK)) == 1)
                try other.send(Self.call(2, "large") + "\n")
                let refused = try other.answer()
                #expect(refused?.errorCode == -32003)
                #expect(refused?["error"]?["data"]?["expected"] != nil)
                #expect(calls.withLock { $0 } == 1)
                #expect(try lazy.answer()?["id"] == 1)
                var again: JSONValue?
                repeat {
                    try other.send(Self.call(3, "large") + "\n")
                    again = try other.answer()
                } while again?.errorCode == -32003
                #expect(again?["result"] == Self.large)
            }
        }
    }

    /// What others leave unread costs nobody a small answer, and root not even a large one.
    @Test func whatOthersLeaveUnreadIsNotRoots() async throws {
        let isRoot = Mutex(false)
        let isKept: @Sendable (Peer) -> Bool = { _ in isRoot.withLock { $0 } }
        let handler = ClosureHandler { request, _ throws(RPCError) in request.method == "large" ? Self.large : nil }
        try await serving(
            handler, limits: limits(unwritten: 900_000, ofUser: 2_000_000), isKept: isKept
        ) { path, _ in
            try await blocking {
                let (lazy, other) = (try RawClient(path), try RawClient(path))
                try lazy.send(Self.call(1, "large") + "\n")
                var byte: UInt8 = 0
                #expect(recv(lazy.descriptor, &byte, 1, Int32(MSG_PEEK)) == 1)
                try other.send(Self.call(2, "large") + "\n" + Self.call(3) + "\n")
                #expect(try other.answer()?.errorCode == -32003)
                #expect(try other.answer()?["result"] == .null)
                isRoot.withLock { $0 = true }
                let root = try RawClient(path)
                try root.send(Self.call(4, "large") + "\n")
                #expect(try root.answer()?["id"] == 4)
            }
        }
    }

    /// From the answer of a batch that doesn't fit on, nothing is carried out any more.
    @Test func aBatchThatIsFullEnds() async throws {
        let calls = Mutex(0)
        let handler = ClosureHandler { _, _ throws(RPCError) in
            calls.withLock { $0 += 1 }
            return Self.large
        }
        try await serving(handler, limits: limits(unwritten: 3_000_000, ofUser: 2_000_000)) { path, _ in
            try await blocking {
                let client = try RawClient(path)
                try client.send(Self.batch(1...10))
                let answers = try client.answer()?.array ?? []
                #expect(answers.map(\.errorCode) == [nil] + Array(repeating: -32004, count: 9))
                try client.send(Self.batch(1...1))
                #expect(try client.answer()?.array?.map(\.errorCode) == [nil])
            }
        }
        #expect(calls.withLock { $0 } == 3)
    }

    /// When all else is taken, root is let in.
    @Test func rootFindsAPlace() async throws {
        let isRoot = Mutex(false)
        let isKept: @Sendable (Peer) -> Bool = { _ in isRoot.withLock { $0 } }
        var limits = ServerLimits()
        limits.connections = 8
        try await serving(limits: limits, isKept: isKept) { path, _ in
            try await blocking {
                let others = try (0..<7).map { _ in try RawClient(path) }
                let refused = try RawClient(path)
                #expect(try refused.answer()?.errorCode == -32003)
                isRoot.withLock { $0 = true }
                let root = try RawClient(path)
                try root.send(Self.call(1) + "\n")
                #expect(try root.answer()?["id"] == 1)
                withExtendedLifetime(others) {}
            }
        }
    }
}
