import NIOCore
import Synchronization

/// One connection's place among those that may be open at once.
///
/// While the server waits for its client, the place may be given to another (`Admission`); while it works for the client
/// it may not, unless the client has gone. Which of the two holds is settled in one step, so that nobody's request is begun and then cut off.
final class Place: Sendable {
    /// What the server waits for, the first to be given away first.
    enum Wait: UInt64, Sendable {
        /// The client has gone, and what it had sent is carried out.
        case nobody = 0
        case request = 1
        /// The rest of a message.
        case message = 2
        /// The client must take its answer.
        case taking = 3
    }

    let user: UInt32
    /// Whether it may be one of those that are kept for root and admins.
    let isKept: Bool
    /// 0 while at work; 1 when it was given away; else since when it waits, in nanoseconds but for the last two bits,
    /// which say for what.
    private let state = Atomic<UInt64>(0)
    private let close = Mutex<(@Sendable () -> Void)?>(nil)
    private let cancel = Mutex<(@Sendable () -> Void)?>(nil)

    init(user: UInt32, isKept: Bool) {
        self.user = user
        self.isKept = isKept
    }

    /// What the connection is closed with when its place is given away. To be told before it first waits.
    func closed(by close: @escaping @Sendable () -> Void) { self.close.withLock { $0 = close } }

    /// What ends a notification that goes on without its client, when the place is given away meanwhile; `nil` when it is
    /// over.
    func cancelled(by cancel: (@Sendable () -> Void)?) {
        self.cancel.withLock { $0 = cancel }
        if isGivenAway { cancel?() }
    }

    /// The connection has ended, and the channel isn't held on to.
    func end() { close.withLock { $0 = nil } }

    func wait(for wait: Wait) {
        let now = NIODeadline.now().uptimeNanoseconds & ~3 | wait.rawValue
        var expected = state.load(ordering: .relaxed)
        while expected != 1 {
            let (isDone, other) = state.compareExchange(expected: expected, desired: now, ordering: .relaxed)
            if isDone { return }
            expected = other
        }
    }

    /// - Returns: false when the place was given away.
    func work() -> Bool {
        var expected = state.load(ordering: .relaxed)
        while expected != 1 {
            let (isDone, other) = state.compareExchange(expected: expected, desired: 0, ordering: .relaxed)
            if isDone { return true }
            expected = other
        }
        return false
    }

    var isGivenAway: Bool { state.load(ordering: .sequentiallyConsistent) == 1 }

    /// How soon it is to be given away: the smaller the sooner; `nil` while it can't be.
    var order: (Wait, since: UInt64)? {
        let state = state.load(ordering: .relaxed)
        return Wait(rawValue: state & 3).flatMap { state > 3 ? ($0, state & ~3) : nil }
    }

    /// - Returns: false where the server has begun to work for the client meanwhile.
    func giveAway() -> Bool {
        let expected = state.load(ordering: .relaxed)
        guard expected > 3,
            state.compareExchange(expected: expected, desired: 1, ordering: .sequentiallyConsistent).exchanged
        else { return false }
        close.withLock { $0 }?()
        cancel.withLock { $0 }?()
        return true
    }
}
