import GRDB
import Synchronization

/// How far the look through a file has come that is read meanwhile.
struct Examination: Sendable {
    enum Stage: Sendable {
        case pending
        /// By this connection.
        case running(DatabaseQueue)
        /// Done, or given up because the store is closed.
        case over
    }

    var stage = Stage.pending
    /// To be called when it is over.
    var waiting: [@Sendable () -> Void] = []

    var isOver: Bool { if case .over = stage { true } else { false } }
}

extension Store {
    /// Whether what has to write should wait: the file is about to be looked through, or it is being done.
    package var isBeingExamined: Bool {
        guard condition == .unexamined else { return false }
        return examination.withLock { !$0.isOver }
    }

    /// Calls `body` once the file isn't being examined: now, or when that is over, on another thread.
    package func whenExamined(_ body: @escaping @Sendable () -> Void) {
        guard condition == .unexamined else { return body() }
        let isOver = examination.withLock { examination in
            if !examination.isOver { examination.waiting.append(body) }
            return examination.isOver
        }
        if isOver { body() }
    }

    private func endExamination() {
        let waiting = examination.withLock { examination in
            examination.stage = .over
            defer { examination.waiting = [] }
            return examination.waiting
        }
        for body in waiting { body() }
    }

    /// Looks through a file that is `unexamined`: afterwards it is sound and can be written to, or known to be damaged.
    ///
    /// Blocks for about 5 ms a megabyte; `interruptExamination` ends it early, and the file stays `unexamined`.
    /// - Returns: what was found.
    package func examine() -> StoreCondition {
        defer { endExamination() }
        guard isBeingExamined else { return condition }
        do {
            let damage = try Connection.damage(path) { queue in
                try examination.withLock {
                    if $0.isOver { throw CancellationError() }
                    $0.stage = .running(queue)
                }
            }
            try opened.withLock { access in
                // A read may have come upon damage meanwhile.
                guard access.condition == .unexamined else { return }
                if let damage {
                    access.condition = .readOnly(damage)
                } else {
                    // Whoever reads by the old connections ends by them.
                    access.database = try Connection.open(path: path, readers: access.readers)
                    access.files = OpenedFiles(at: path)
                    access.condition = .sound
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            return condition
        } catch is CancellationError {
            return condition
        } catch {
            opened.withLock {
                if $0.condition == .unexamined {
                    $0.condition = .readOnly("it can't be looked through: \(StoreError(error, path: path))")
                }
            }
        }
        return condition
    }

    /// Ends `examine()` without a result, because the store is to be closed.
    package func interruptExamination() {
        examination.withLock {
            if case .running(let queue) = $0.stage { queue.interrupt() }
        }
        endExamination()
    }
}
