import API
import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// Writes the metrics for node_exporter's textfile collector, again and again.
struct TextfileService: ServiceLifecycle.Service {
    let textfile: Textfile
    let families: @Sendable () -> [MetricFamily]
    let meter: Meter
    let log: Logger

    func run() async throws {
        guard let settings = textfile.settings else {
            try await gracefulShutdown()
            return
        }
        let writer = TextfileWriter(path: settings.path)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                write(with: writer)
                try? await Task.sleep(for: settings.interval)
            }
        }
    }

    private func write(with writer: TextfileWriter) {
        do {
            try writer.write(MetricText.of(families()))
            if textfile.note(nil) {
                log.notice("the metrics' file can be written again", metadata: ["path": "\(writer.path)"])
            }
        } catch {
            meter.textfileFailed()
            if textfile.note("\(error)") { log.error("the metrics' file can't be written: \(error)") }
        }
    }
}

/// The metrics' file, and how it fares.
final class Textfile: Sendable {
    /// `nil` where none is wanted.
    let settings: Configuration.Metrics.Textfile?
    private let state = Mutex<(written: ContinuousClock.Instant?, failure: String?)>((nil, nil))

    init(_ settings: Configuration.Metrics.Textfile?) { self.settings = settings }

    /// Notes how an attempt went.
    ///
    /// - Returns: whether it went otherwise than the one before, which is worth a word in the log.
    fileprivate func note(_ failure: String?) -> Bool {
        state.withLock { state in
            let isNews = (state.failure == nil) != (failure == nil)
            state.failure = failure
            if failure == nil { state.written = .now }
            return isNews
        }
    }

    /// For `server.status`; `nil` where no file is wanted.
    var stand: TextfileStand? {
        guard let settings else { return nil }
        let (written, failure) = state.withLock { $0 }
        return TextfileStand(
            path: settings.path, ageSeconds: written.map { Int((ContinuousClock.now - $0) / .seconds(1)) },
            intervalSeconds: Int(settings.interval / .seconds(1)), detail: failure)
    }
}
