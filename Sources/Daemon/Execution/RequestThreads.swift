import Dispatch
import Foundation
import Synchronization

/// The threads that carry out requests: two a processor, in two lanes.
///
/// A request begins in the lane `answering`, where it is parsed and where what is cheap is answered; what computes for
/// long goes on in `computing`. Each lane has at most one thread a processor at a time, so that however many matches
/// wait, a look at a notice waits for none of them: with one queue for both it waited for all (measured: 198 ms behind
/// 16 clients that asked for matches without a pause).
///
/// The lanes share their threads, so that a request that changes lanes doesn't change threads: what a thread enqueues it
/// takes up itself as soon as it is done, and wakes nobody. The threads live as long as the process.
package final class RequestThreads: Sendable {
    /// To be preferred by a task; it goes on there after each wait.
    package final class Lane: TaskExecutor {
        fileprivate let index: Int
        private let threads: RequestThreads

        fileprivate init(_ index: Int, of threads: RequestThreads) {
            self.index = index
            self.threads = threads
        }

        package func enqueue(_ job: consuming ExecutorJob) {
            threads.add(Work(job: UnownedJob(job), lane: self))
        }
    }

    fileprivate struct Work {
        let job: UnownedJob
        let lane: Lane
    }

    private struct Queue {
        var waiting: [Work] = []
        /// Those of `waiting` before it are taken.
        var next = 0
        /// How many are being carried out.
        var running = 0

        mutating func take() -> Work {
            let work = waiting[next]
            next += 1
            if next == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                next = 0
            } else if next == 1024 {
                waiting.removeFirst(next)
                next = 0
            }
            running += 1
            return work
        }
    }

    private struct State {
        /// The first comes first.
        var lanes = [Queue(), Queue()]
        /// Threads without work, the one that had some last at the end: its caches are the warmest.
        var idle: [Int] = []
        /// By thread, which is being looked for when it enqueues.
        var ids: [pthread_t?]
        /// Whether the thread has enqueued something that it will take up next.
        var isToGoOn: [Bool]

        /// A lane that something waits in, and that may have a thread more.
        func open(_ most: Int) -> Int? {
            lanes.indices.first { lanes[$0].next < lanes[$0].waiting.count && lanes[$0].running < most }
        }
    }

    private let mostInALane: Int
    private let state: Mutex<State>
    private let wakings: [DispatchSemaphore]

    package init(processors: Int = ProcessInfo.processInfo.activeProcessorCount) {
        mostInALane = processors
        state = Mutex(
            State(
                ids: Array(repeating: nil, count: 2 * processors),
                isToGoOn: Array(repeating: false, count: 2 * processors)))
        wakings = (0..<2 * processors).map { _ in DispatchSemaphore(value: 0) }
        for number in wakings.indices { Thread.detachNewThread { self.run(number) } }
    }

    /// Where requests begin.
    package var answering: Lane { Lane(0, of: self) }
    /// For what computes for long.
    package var computing: Lane { Lane(1, of: self) }

    private func add(_ work: Work) {
        let own = pthread_self()
        let woken: Int? = state.withLock { state in
            state.lanes[work.lane.index].waiting.append(work)
            if let number = state.ids.firstIndex(of: own), !state.isToGoOn[number] {
                state.isToGoOn[number] = true
                return nil
            }
            return state.open(mostInALane) == nil ? nil : state.idle.popLast()
        }
        if let woken { wakings[woken].signal() }
    }

    private func run(_ number: Int) {
        let own = pthread_self()
        state.withLock { $0.ids[number] = own }
        var done: Int?
        while true {
            let (work, woken): (Work?, Int?) = state.withLock { state in
                if let done { state.lanes[done].running -= 1 }
                state.isToGoOn[number] = false
                guard let lane = state.open(mostInALane) else {
                    state.idle.append(number)
                    return (nil, nil)
                }
                return (state.lanes[lane].take(), state.open(mostInALane) == nil ? nil : state.idle.popLast())
            }
            if let woken { wakings[woken].signal() }
            guard let work else {
                done = nil
                wakings[number].wait()
                continue
            }
            done = work.lane.index
            work.job.runSynchronously(on: work.lane.asUnownedTaskExecutor())
        }
    }
}
