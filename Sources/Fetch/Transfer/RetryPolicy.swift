/// When a request is made again after it failed: after waits that double, to a bound, with chance in them so that many
/// clients don't come back at once.
package struct RetryPolicy: Sendable, Hashable {
    /// Attempts at one request, the first among them.
    package var attempts = 4
    /// The wait after the first failure, which doubles with each.
    package var firstWait: Duration = .seconds(5)
    /// The longest wait between two attempts.
    package var longestWait: Duration = .seconds(120)

    package init() {}

    /// How long to wait after so many failed attempts; `nil` to give up.
    ///
    /// - Parameters:
    ///   - failed: from 1.
    ///   - retryAfter: what the server asks for. It is honoured, or nothing is asked again in this run.
    ///   - chance: from 0 to below 1. The wait is between half and all of what is due.
    package func wait(afterFailed failed: Int, retryAfter: Duration?, chance: Double) -> Duration? {
        guard failed < attempts else { return nil }
        if let retryAfter, retryAfter > longestWait { return nil }
        var due = firstWait
        for _ in 1..<max(1, failed) where due < longestWait { due *= 2 }
        due = min(due, longestWait)
        let wait = due / 2 + due / 2 * chance
        return max(wait, retryAfter ?? .zero)
    }
}
