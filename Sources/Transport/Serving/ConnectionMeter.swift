import Synchronization

/// Counts connections for whoever watches the server.
package final class ConnectionMeter: Sendable {
    /// Why a connection was turned away.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// As many were open as the server takes.
        case total
        /// As many were open as one user may have.
        case user
        /// The process had no file descriptor left.
        case descriptors
    }

    package struct Counts: Sendable, Hashable {
        /// Open now.
        package var open = 0
        /// Let in since the start.
        package var accepted = 0
        /// Turned away since the start.
        package var refused: [Refusal: Int] = [:]
    }

    private let state = Mutex(Counts())

    package init() {}

    package var counts: Counts { state.withLock { $0 } }

    func opened() {
        state.withLock {
            $0.open += 1
            $0.accepted += 1
        }
    }

    func closed() { state.withLock { $0.open -= 1 } }
    func refused(_ reason: Refusal) { state.withLock { $0.refused[reason, default: 0] += 1 } }
}
