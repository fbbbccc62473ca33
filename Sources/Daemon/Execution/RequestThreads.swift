import Dispatch
import Foundation
import Synchronization

/// The threads that carry out requests, in lanes.
///
/// A request begins in the lane `answering`, where it is parsed and where what is cheap is answered; matches go on in
/// `computing`, plans and whatever else takes seconds in `planning`, short writes in `writing`. Each lane has so many
/// threads at a time and no more, so that however many matches wait, a look at a notice waits for none of them: with
/// one queue for both it waited for all (measured: 198 ms behind 16 clients that asked for matches without a pause).
///
/// In each lane callers take turns (`TakingTurns`), so that one caller's hundred requests cost another about one of them.
/// What is kept for root and admins are two lanes of their own, one for what is cheap and one for what computes: the
/// others can't fill them, and the watchdog goes there too.
///
/// The lanes share their threads, so that a request that changes lanes doesn't change threads: what a thread enqueues it
/// takes up itself as soon as it is done, and wakes nobody. There are as many as the lanes may have at once, and they
/// live as long as the process.
package final class RequestThreads: Sendable {
    /// What is to be done.
    package enum Kind: Sendable, CaseIterable {
        case answering, computing, planning, writing
    }

    /// Who takes turns with the others.
    package struct Caller: Sendable, Hashable {
        /// Callers of the same id share their turns.
        package var id: UInt64
        /// Whether it goes in the lanes that are kept.
        package var isKept: Bool

        package init(id: UInt64, isKept: Bool = false) {
            self.id = id
            self.isKept = isKept
        }
    }

    /// To be preferred by a task; it goes on there after each wait.
    package final class Lane: TaskExecutor {
        fileprivate let index: Int
        fileprivate let caller: UInt64
        private let threads: RequestThreads

        fileprivate init(_ index: Int, _ caller: UInt64, of threads: RequestThreads) {
            self.index = index
            self.caller = caller
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

    private struct Line {
        let most: Int
        var turns = TakingTurns<Work>()
        /// How many are being carried out.
        var running = 0

        /// Whether something waits, and may have a thread more.
        var isOpen: Bool { turns.waiting > 0 && running < most }
    }

    private struct State {
        /// The first comes first.
        var lines: [Line]
        /// Threads without work, the one that had some last at the end: its caches are the warmest.
        var idle: [Int] = []
        /// By thread, which is being looked for when it enqueues.
        var ids: [pthread_t?]
        /// Whether the thread has enqueued something that it will take up next.
        var isToGoOn: [Bool]

        var open: Int? { lines.indices.first { lines[$0].isOpen } }

        mutating func take() -> (work: Work, charged: UInt64)? {
            guard let open, let turn = lines[open].turns.take() else { return nil }
            lines[open].running += 1
            return turn
        }
    }

    /// How many there are.
    package let count: Int
    private let state: Mutex<State>
    private let wakings: [DispatchSemaphore]

    package init(processors: Int = ProcessInfo.processInfo.activeProcessorCount) {
        // In the order of `index`. One writes: the store has one writer.
        let most = [processors, processors, processors, processors, processors, 1]
        let count = most.reduce(0, +)
        self.count = count
        state = Mutex(
            State(
                lines: most.map { Line(most: $0) }, ids: Array(repeating: nil, count: count),
                isToGoOn: Array(repeating: false, count: count)))
        wakings = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        for number in wakings.indices { Thread.detachNewThread { self.run(number) } }
    }

    package func lane(_ kind: Kind, for caller: Caller) -> Lane {
        Lane(Self.index(kind, isKept: caller.isKept), caller.id, of: self)
    }

    private static func index(_ kind: Kind, isKept: Bool) -> Int {
        switch kind {
        case .answering: isKept ? 0 : 1
        case .computing: isKept ? 2 : 3
        case .planning: isKept ? 2 : 4
        case .writing: 5
        }
    }

    private func add(_ work: Work) {
        let own = pthread_self()
        let woken: Int? = state.withLock { state in
            state.lines[work.lane.index].turns.add(work, of: work.lane.caller)
            if let number = state.ids.firstIndex(of: own), !state.isToGoOn[number] {
                state.isToGoOn[number] = true
                return nil
            }
            return state.open == nil ? nil : state.idle.popLast()
        }
        if let woken { wakings[woken].signal() }
    }

    private func run(_ number: Int) {
        let own = pthread_self()
        state.withLock { $0.ids[number] = own }
        var done: (lane: Lane, charged: UInt64, began: UInt64)?
        while true {
            let now = DispatchTime.now().uptimeNanoseconds
            let (turn, woken): ((work: Work, charged: UInt64)?, Int?) = state.withLock { state in
                if let done {
                    state.lines[done.lane.index].running -= 1
                    state.lines[done.lane.index].turns.done(
                        done.lane.caller, charged: done.charged, after: now - done.began)
                }
                state.isToGoOn[number] = false
                guard let turn = state.take() else {
                    state.idle.append(number)
                    return (nil, nil)
                }
                return (turn, state.open == nil ? nil : state.idle.popLast())
            }
            if let woken { wakings[woken].signal() }
            guard let turn else {
                done = nil
                wakings[number].wait()
                continue
            }
            done = (turn.work.lane, turn.charged, now)
            turn.work.job.runSynchronously(on: turn.work.lane.asUnownedTaskExecutor())
        }
    }
}
