import Glibc
import Synchronization

/// Whether somebody has asked the program to end: it does so at the next safe place, and what it has stays.
package enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Whether it has been asked for.
    package static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Lets SIGINT and SIGTERM ask for it.
    package static func heedSignals() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in Interruption.request() } }
        signal(SIGPIPE, SIG_IGN)
    }

    private static func request() { requested.store(true, ordering: .relaxed) }

    /// Waits, unless it is asked for meanwhile.
    static func wait(_ duration: Duration) throws(FetchFailure) {
        let end = ContinuousClock.now + duration
        while true {
            if isRequested { throw .interrupted }
            let rest = end - ContinuousClock.now
            if rest <= .zero { return }
            // A signal may have come to another thread: look again a few times a second.
            let slice = min(rest, .milliseconds(200))
            usleep(UInt32(slice.components.attoseconds / 1_000_000_000_000))
        }
    }
}
