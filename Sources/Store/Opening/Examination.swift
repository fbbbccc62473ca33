import GRDB
import Synchronization

/// How far the look through a file has come that is read meanwhile.
enum Examination: Sendable {
    case pending
    /// By this connection.
    case running(DatabaseQueue)
    /// Done, or given up because the store is closed.
    case over
}

extension Store {
    /// Whether what has to write should wait: the file is about to be looked through, or it is being done.
    package var isBeingExamined: Bool {
        guard condition == .unexamined else { return false }
        return examination.withLock { if case .over = $0 { false } else { true } }
    }

    /// Looks through a file that is `unexamined`: afterwards it is sound and can be written to, or known to be damaged.
    ///
    /// Blocks for about 5 ms a megabyte; `interruptExamination` ends it early, and the file stays `unexamined`.
    /// - Returns: what was found.
    package func examine() -> StoreCondition {
        guard isBeingExamined else { return condition }
        defer { examination.withLock { $0 = .over } }
        do {
            let damage = try Connection.damage(path) { queue in
                try examination.withLock {
                    if case .over = $0 { throw CancellationError() }
                    $0 = .running(queue)
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
            if case .running(let queue) = $0 { queue.interrupt() }
            $0 = .over
        }
    }
}
