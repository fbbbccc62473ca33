import Foundation

/// What this process takes of the machine.
struct ProcessUsage {
    /// Processor time so far, in user and system mode, of this process alone: not of the feed readers.
    let cpuSeconds: Double
    let openDescriptors: Int
    let mostDescriptors: Int

    init() {
        cpuSeconds = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)
        // The listing itself has one open.
        openDescriptors = max(
            0, ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 1) - 1)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        mostDescriptors = Int(clamping: limit.rlim_cur)
    }

    /// Processor time that the calling thread has taken so far.
    static var secondsOfThisThread: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
