import Logging
import Matching
import ServiceLifecycle
import StrictYAML
import UnixSignals

/// Reads the configuration anew on SIGHUP. A bad one is refused whole, with all its errors in the log, and the old
/// one stays in place.
///
/// Categories, challenges and weights change at once; a changed socket or store path needs a restart, and the log
/// says so.
struct ReloadService: Service {
    let notifier: ServiceNotifier
    /// Each SIGHUP.
    let hangUps: UnixSignalsSequence
    let loader: ConfigurationLoader
    let file: String?
    /// Puts what answers depend on in place.
    let configure: @Sendable (MatchingConfiguration) async -> Void
    let running: Configuration
    let log: Logger

    func run() async throws {
        for await _ in hangUps.cancelOnGracefulShutdown() {
            notifier.reloading()
            notifier.ready(await reload() ? "configuration reloaded" : "configuration refused: see the log")
        }
    }

    /// - Returns: whether the new configuration is in place.
    private func reload() async -> Bool {
        do {
            let configuration = try loader.load(file: file)
            await configure(try MatchingConfiguration(configuration.matching))
            log.notice(
                "configuration reloaded",
                metadata: [
                    "categories": "\(configuration.matching.categories.count)",
                    "challenges": "\(configuration.matching.challenges.count)",
                ])
            if configuration.rpc != running.rpc || configuration.storePath != running.storePath
                || configuration.publish != running.publish || configuration.follow != running.follow
                || configuration.feeds != running.feeds || configuration.dossier != running.dossier
                || configuration.roles != running.roles || configuration.metrics != running.metrics
                || configuration.log != running.log
            {
                log.warning(
                    "rpc, store, feeds, dossier, roles, metrics and log take effect at the next restart; the rest is in place"
                )
            }
            return true
        } catch let error as ConfigurationError {
            for issue in error.issues { log.error("configuration refused: \(issue)") }
            log.error("the old configuration stays in place")
        } catch {
            log.error("configuration refused: \(error); the old one stays in place")
        }
        return false
    }
}
