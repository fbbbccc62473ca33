import Dispatch
import Synchronization

/// Counts those who read and write, so that the connections aren't closed under them.
///
/// GRDB waits for those who have a connection, but not for those who are about to get one: they were handed one that had
/// been closed meanwhile, and the process ended.
final class StoreUses: Sendable {
    private let isClosed = Mutex(false)
    private let running = DispatchGroup()

    /// - Returns: false when the store is closed; else `end` must be called.
    func begin() -> Bool {
        isClosed.withLock { isClosed in
            if !isClosed { running.enter() }
            return !isClosed
        }
    }

    func end() { running.leave() }

    /// Lets nobody in any more, and waits until everybody is out.
    func close() {
        isClosed.withLock { $0 = true }
        running.wait()
    }
}
