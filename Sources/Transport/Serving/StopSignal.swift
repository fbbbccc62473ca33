import Glibc
import Synchronization

/// Tells a thread that waits in `poll` to stop: its descriptor becomes readable, and stays so.
final class StopSignal: Sendable {
    let descriptor: Int32
    private let writing: Mutex<Int32?>

    init() throws(SystemError) {
        var ends: [Int32] = [0, 0]
        if pipe(&ends) != 0 { throw SystemError("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        descriptor = ends[0]
        writing = Mutex(ends[1])
    }

    deinit {
        raise()
        close(descriptor)
    }

    /// Can be called from anywhere, and more than once.
    func raise() {
        writing.withLock { end in
            if let end { close(end) }
            end = nil
        }
    }
}
