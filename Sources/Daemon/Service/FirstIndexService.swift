import Logging
import ServiceLifecycle
import Store

/// Builds the first index while the daemon answers already.
struct FirstIndexService: ServiceLifecycle.Service {
    let publisher: Publisher
    let watches: WatchEvaluator
    let notifier: ServiceNotifier
    let log: Logger

    /// Ends when the daemon does: a service that ended by itself would, during a shutdown, count as one that failed.
    ///
    /// A damaged store doesn't end it either: whoever asks is told, and what can be read can be saved.
    func run() async throws {
        do {
            try await publisher.publish()
            await watches.evaluateOnceExamined()
        } catch let error as StoreError {
            guard case .damaged = error else { throw error }
            log.error("no index can be built: \(error)")
            notifier.status("the store is damaged; see the log")
        }
        try await gracefulShutdown()
    }
}
