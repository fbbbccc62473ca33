/// Work that waits in line, of several callers who take turns.
///
/// Next is whoever has had the least time so far (stride scheduling, Waldspurger 1994), so that a caller of few short
/// calls goes before one of many long ones, however many of those wait. Who comes back after a pause starts level with
/// the others: nobody saves up time. Within one caller's work the order is that in which it came.
struct TakingTurns<Work> {
    private struct Queue {
        var waiting: [Work] = []
        /// Those of `waiting` before it are taken.
        var next = 0
        /// How many are being carried out.
        var running = 0
        /// Nanoseconds that it has had, from where it started.
        var had: UInt64
        /// What the latest took. It is charged when the next one is taken, and set right when that ends: else one who
        /// has several threads at once would seem to have had nothing.
        var latest: UInt64 = 0
        /// The number of the first that waits.
        var since: UInt64 = 0

        var isWaiting: Bool { next < waiting.count }

        mutating func take(counting arrivals: UInt64) -> Work {
            running += 1
            had += latest
            // Among equals those who had a turn stand behind those who hadn't.
            since = arrivals
            let work = waiting[next]
            next += 1
            if next == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                next = 0
            } else if next == 1024 {
                waiting.removeFirst(next)
                next = 0
            }
            return work
        }

        mutating func end(charged: UInt64, after time: UInt64) {
            running -= 1
            had = had - min(had, charged) + time
            latest = time
        }
    }

    private var queues: [UInt64: Queue] = [:]
    /// How many wait.
    private(set) var waiting = 0
    /// What the caller had had who was taken last: where a newcomer starts.
    private var level: UInt64 = 0
    private var arrivals: UInt64 = 0

    mutating func add(_ work: Work, of caller: UInt64) {
        waiting += 1
        arrivals += 1
        let (level, arrivals) = (level, arrivals)
        func append(to queue: inout Queue) {
            if !queue.isWaiting {
                queue.since = arrivals
                if queue.running == 0 { queue.had = max(queue.had, level) }
            }
            queue.waiting.append(work)
        }
        append(to: &queues[caller, default: Queue(had: level)])
    }

    /// The next one, and what its caller was charged for it; `nil` where nothing waits. `done` must be told of its end.
    mutating func take() -> (work: Work, charged: UInt64)? {
        var best: (caller: UInt64, had: UInt64, since: UInt64)?
        for (caller, queue) in queues where queue.isWaiting {
            if let best, (best.had, best.since) <= (queue.had, queue.since) { continue }
            best = (caller, queue.had, queue.since)
        }
        guard let best, let charged = queues[best.caller]?.latest,
            let work = queues[best.caller]?.take(counting: arrivals + 1)
        else { return nil }
        waiting -= 1
        arrivals += 1
        level = max(level, best.had)
        return (work, charged)
    }

    /// - Parameter time: that it took, in nanoseconds.
    mutating func done(_ caller: UInt64, charged: UInt64, after time: UInt64) {
        queues[caller]?.end(charged: charged, after: time)
        // Whoever is gone and has had no more than the others would start level with them anyway.
        if queues.count > 64 { queues = queues.filter { $1.isWaiting || $1.running > 0 || $1.had > level } }
    }
}
