import Dispatch
import Foundation
import Glibc
import Synchronization

/// Ctrl-C, the end of a terminal, and “kill”: they end what was started, so that the one who started it can tidy up after it.
final class Interruption {
    private let running = Running()
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM, SIGHUP].map { [running] number in
            // The source hears only of what doesn't end the process.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { running.end() }
            source.resume()
            return source
        }
    }

    var hasCome: Bool { running.isEnded }

    /// Has a process end with a signal, at once if one has come already.
    func ends(_ process: Process) { running.add(process.processIdentifier) }
}

/// What was started, the last of it last.
private final class Running: Sendable {
    private let state = Mutex((processes: [pid_t](), isEnded: false))

    var isEnded: Bool { state.withLock { $0.isEnded } }

    func add(_ process: pid_t) {
        let isEnded = state.withLock { state in
            state.processes.append(process)
            return state.isEnded
        }
        if isEnded { kill(process, SIGTERM) }
    }

    /// The last that was started first: the web view asks the daemon until it ends, and the daemon is ended after it.
    func end() {
        let last = state.withLock { state in
            state.isEnded = true
            return state.processes.last
        }
        if let last { kill(last, SIGTERM) }
    }
}
