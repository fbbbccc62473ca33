import Foundation
import Synchronization

/// A clock that goes on only when it is told to.
package final class FakeClock: Sendable {
    /// What it shows first: 1 January 2026, midnight in UTC.
    package static let start = Date(timeIntervalSince1970: 1_767_225_600)

    private let time = Mutex(FakeClock.start)

    package init() {}

    package var now: Date { time.withLock { $0 } }

    package func advance(bySeconds seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
