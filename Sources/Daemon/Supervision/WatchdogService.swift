import API
import Logging
import ServiceLifecycle
import Transport

/// Feeds systemd's watchdog, as long as the daemon really answers.
///
/// Each time it calls `server.status` over the daemon's own socket, as any client would: the event loop, the threads
/// that carry out requests and the store's readers all have to play their part. When one of them hangs nothing is sent,
/// and systemd ends the daemon and starts it anew (`WatchdogSec=`).
struct WatchdogService: ServiceLifecycle.Service {
    let notifier: ServiceNotifier
    /// The path that clients connect to.
    let socket: String
    let log: Logger

    func run() async throws {
        guard let interval = notifier.watchdogInterval else {
            try await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            var client: RPCClient?
            while !Task.isCancelled {
                do {
                    let connected = if let client { client } else { try await RPCClient.connect(to: socket) }
                    // Half the interval is what sd_watchdog_enabled(3) advises: twice as often, and no longer a wait.
                    _ = try await connected.call(ServerStatus.self, NoParameters(), timeout: interval / 2)
                    client = connected
                    notifier.alive()
                } catch {
                    client = nil
                    log.error("the daemon doesn't answer itself, so the watchdog isn't fed: \(error)")
                }
                try? await Task.sleep(for: interval / 2)
            }
        }
    }
}
