import Daemon
import Dispatch
import Foundation
import Synchronization
import Testing

@Suite struct RequestThreadsTests {
    private static let anyone = RequestThreads.Caller(id: 1000)

    /// One who asks a hundred things costs another one of them.
    @Test func callersTakeTurns() async {
        let threads = RequestThreads(processors: 1)
        let gate = DispatchSemaphore(value: 0)
        let order = Order()
        let many = threads.lane(.answering, for: RequestThreads.Caller(id: 1))
        let first = Task(executorPreference: many) { Self.block(on: gate) }
        let hundred = (0..<100).map { _ in Task(executorPreference: many) { order.note(1) } }
        let one = Task(executorPreference: threads.lane(.answering, for: RequestThreads.Caller(id: 2))) {
            order.note(2)
        }
        gate.signal()
        await first.value
        await one.value
        for task in hundred { await task.value }
        #expect(order.callers.firstIndex(of: 2) ?? 100 <= 1)
    }

    /// Whatever others fill, root and admins are answered, and may compute.
    @Test(arguments: [1, 2]) func whatIsKeptIsNobodyElses(processors: Int) async {
        let threads = RequestThreads(processors: processors)
        let gate = DispatchSemaphore(value: 0)
        let others = RequestThreads.Kind.allCases.flatMap { kind in
            (0..<8).map { number in
                Task(executorPreference: threads.lane(kind, for: RequestThreads.Caller(id: number))) {
                    Self.block(on: gate)
                }
            }
        }
        let root = RequestThreads.Caller(id: 0, isKept: true)
        for kind in [RequestThreads.Kind.answering, .computing, .planning] {
            await Task(executorPreference: threads.lane(kind, for: root)) { () async in }.value
        }
        for _ in others { gate.signal() }
        for other in others { await other.value }
    }

    /// However much computes, something else is answered.
    @Test func answersWhileAllOfComputingIsBusy() async {
        let threads = RequestThreads(processors: 2)
        let gate = DispatchSemaphore(value: 0)
        let computing = threads.lane(.computing, for: Self.anyone)
        let matches = (0..<8).map { _ in Task(executorPreference: computing) { Self.block(on: gate) } }
        for _ in 0..<100 {
            await Task(executorPreference: threads.lane(.answering, for: Self.anyone)) { () async in }.value
        }
        for _ in matches { gate.signal() }
        for match in matches { await match.value }
    }

    /// Whose work was carried out, one after the other.
    private final class Order: Sendable {
        private let noted = Mutex<[UInt64]>([])

        var callers: [UInt64] { noted.withLock { $0 } }

        func note(_ caller: UInt64) { noted.withLock { $0.append(caller) } }
    }

    /// Counts those that are carried out at once.
    private final class Crowd: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        var most: Int { counts.withLock { $0.most } }

        func enter() {
            counts.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
        }

        func leave() { counts.withLock { $0.now -= 1 } }
    }

    @Test func runsAtMostOneAProcessorInALane() async {
        let threads = RequestThreads(processors: 2)
        let crowds = [Crowd(), Crowd()]
        await withTaskGroup { group in
            for number in 0..<400 {
                let crowd = crowds[number % 2]
                group.addTask(
                    executorPreference: number % 2 == 0
                        ? threads.lane(.answering, for: Self.anyone) : threads.lane(.computing, for: Self.anyone)
                ) {
                    crowd.enter()
                    sched_yield()
                    crowd.leave()
                }
            }
        }
        #expect((1...2).contains(crowds[0].most) && (1...2).contains(crowds[1].most))
    }

    /// What changes lanes back and forth comes to its end, also when many do at once.
    @Test func losesNothingThatChangesLanes() async {
        let threads = RequestThreads(processors: 2)
        let computing = threads.lane(.computing, for: Self.anyone)
        let sum = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask(executorPreference: threads.lane(.answering, for: Self.anyone)) {
                    var changes = 0
                    for _ in 0..<200 {
                        changes += await withTaskExecutorPreference(computing) { 1 }
                        await Task.yield()
                    }
                    return changes
                }
            }
            return await group.reduce(0, +)
        }
        #expect(sum == 64 * 200)
    }

    /// A request that changes lanes doesn't change threads, where nobody else wants them. (While they start, they do.)
    @Test func changesLanesOnTheSameThread() async {
        let threads = RequestThreads(processors: 1)
        let computing = threads.lane(.computing, for: Self.anyone)
        var stayed = 0
        for _ in 0..<100 {
            stayed += await Task(executorPreference: threads.lane(.answering, for: Self.anyone)) { () async -> Int in
                let first = Self.thread
                let second = await withTaskExecutorPreference(computing) { Self.thread }
                return first == second && first == Self.thread ? 1 : 0
            }.value
        }
        #expect(stayed > 90)
    }

    private static var thread: pthread_t { pthread_self() }
    private static func block(on gate: DispatchSemaphore) { gate.wait() }
}
