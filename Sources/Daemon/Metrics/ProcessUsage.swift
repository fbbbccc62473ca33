import Foundation

/// What this process takes of the machine.
struct ProcessUsage {
    /// Processor time so far, in user and system mode, of this process alone: not of the feed readers.
    let cpuSeconds: Double
    let openDescriptors: Int
    let mostDescriptors: Int

    init() {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        cpuSeconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
        // The listing itself has one open.
        openDescriptors = max(
            0, ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 1) - 1)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        mostDescriptors = Int(clamping: limit.rlim_cur)
    }
}
