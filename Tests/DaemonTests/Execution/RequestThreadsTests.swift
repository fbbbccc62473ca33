import Daemon
import Dispatch
import Foundation
import Synchronization
import Testing

@Suite struct RequestThreadsTests {
    /// However much computes, something else is answered.
    @Test func answersWhileAllOfComputingIsBusy() async {
        let threads = RequestThreads(processors: 2)
        let gate = DispatchSemaphore(value: 0)
        let computing = threads.computing
        let matches = (0..<8).map { _ in Task(executorPreference: computing) { Self.block(on: gate) } }
        for _ in 0..<100 {
            await Task(executorPreference: threads.answering) { () async in }.value
        }
        for _ in matches { gate.signal() }
        for match in matches { await match.value }
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
                group.addTask(executorPreference: number % 2 == 0 ? threads.answering : threads.computing) {
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
        let computing = threads.computing
        let sum = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<64 {
                group.addTask(executorPreference: threads.answering) {
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
        let computing = threads.computing
        var stayed = 0
        for _ in 0..<100 {
            stayed += await Task(executorPreference: threads.answering) { () async -> Int in
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
