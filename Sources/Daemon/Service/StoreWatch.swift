import Logging
import ServiceLifecycle
import Store

/// Looks now and then whether the store's file is still where it was, so that one that was deleted or replaced is told
/// before anybody wants to write to it. Each write looks for itself.
struct StoreWatch: ServiceLifecycle.Service {
    let store: Store
    let notifier: ServiceNotifier
    let log: Logger

    private static let interval = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if case .replaced = store.lookForFile(), let trouble = store.trouble {
                    log.error("\(trouble)")
                    notifier.status("the store was deleted or replaced; see the log")
                    break
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
        // A service that ends by itself would, during a shutdown, count as one that failed.
        try await gracefulShutdown()
    }
}
