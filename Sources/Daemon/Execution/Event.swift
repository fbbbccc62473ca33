import Synchronization

/// Something that happens once, and that tasks wait for.
final class Event: Sendable {
    private struct State {
        var hasHappened = false
        var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    var isOver: Bool { state.withLock { $0.hasHappened } }

    func happen() {
        let waiting = state.withLock { state in
            state.hasHappened = true
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns once it has happened.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before.
    func wait() async throws {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    if state.hasHappened { return .success(()) }
                    // The handler below has run already then, and found nobody.
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiting[number] = continuation
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(throwing: CancellationError())
        }
    }

    /// Returns once it has happened, or when the time is up.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before.
    func wait(atMost limit: Duration) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.wait() }
            // Not on the caller's threads: all of them may be busy.
            group.addTask(executorPreference: globalConcurrentExecutor) { try await Task.sleep(for: limit) }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }
}
