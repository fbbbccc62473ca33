import Foundation

/// How memory is allocated.
enum Allocation {
    /// Has all threads share few heaps, two a processor.
    ///
    /// glibc makes eight a processor, and each keeps what it once had: what many threads allocated by turns stayed with
    /// the daemon many times over. To be called before there are threads.
    static func shareArenas() {
        // With one a processor, two threads that run at once would often have the same.
        let most = 2 * ProcessInfo.processInfo.activeProcessorCount
        // mallopt(3), which Glibc's module doesn't carry; nothing with another C library.
        let mallopt = dlsym(nil, "mallopt").map {
            unsafeBitCast($0, to: (@convention(c) (Int32, Int32) -> Int32).self)
        }
        _ = mallopt?(arenaMost, Int32(clamping: most))
    }

    /// M_ARENA_MAX of malloc.h.
    private static let arenaMost: Int32 = -8
}
