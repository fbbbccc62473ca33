import Dispatch
import Glibc
import Synchronization

/// Gives memory that large answers and messages took back to the system.
///
/// glibc keeps what was freed, in each of its arenas: after an hour of large answers the daemon would look, to the system
/// and to `MemoryMax`, as if they were all still there. Giving back takes milliseconds, so it is done a second after much
/// was freed, once for all that was.
final class MemoryReturn: Sendable {
    /// Freed bytes that are worth it.
    private static let much = 16 << 20

    private let queue = DispatchQueue(label: "torg.memory", qos: .utility)
    private let state = Mutex((freed: 0, isDue: false))

    func freed(_ bytes: Int) {
        let isDue = state.withLock { state in
            state.freed += bytes
            guard state.freed >= Self.much, !state.isDue else { return false }
            state.isDue = true
            return true
        }
        guard isDue else { return }
        queue.asyncAfter(deadline: .now() + .seconds(1)) { [self] in
            state.withLock { $0 = (0, false) }
            _ = Self.trim?(0)
        }
    }

    /// malloc_trim(3), which Glibc's module doesn't carry; `nil` with another C library.
    private static let trim = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
    }
}
