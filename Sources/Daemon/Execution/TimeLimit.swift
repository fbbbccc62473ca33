import JSON
import JSONRPC

/// Ends what computes for too long: by cancelling it, as it is when its client hangs up.
enum TimeLimit {
    /// - Parameters:
    ///   - limit: how long it may take; `nil` for as long as it takes.
    ///   - operation: looks at times whether its task was cancelled.
    /// - Throws: -32003 with what to do when the time is up, once the operation has noticed; else what it throws.
    static func run<Answer: Sendable>(
        _ limit: Duration?, _ operation: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        guard let limit else { return try await operation() }
        return try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await operation() }
            // Not on the caller's threads: all of them may be busy with what is to be ended.
            group.addTask(executorPreference: globalConcurrentExecutor) {
                try await Task.sleep(for: limit)
                throw isUp(limit)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private static func isUp(_ limit: Duration) -> RPCError {
        let seconds = limit.components.seconds
        return RPCError(
            .busy, "It took more than \(seconds) seconds and was ended; ask for less at once, such as fewer companies",
            detail: .init(expected: "what can be answered within \(seconds) seconds", came: "more"))
    }
}
