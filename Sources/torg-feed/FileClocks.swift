import Glibc

/// The limits on time, which are by file, so that a long list of good files can be read in one go.
///
/// Setting them takes as long as a tenth of a small file, so files that are read within a twentieth of a second share
/// them: one of these may have a twentieth of a second less than the limits say, never more.
struct FileClocks {
    private static let least = 50_000_000

    private let cpuSeconds: Int
    private let wallSeconds: Int
    /// When they were set, in nanoseconds of a clock that is read without asking the kernel.
    private var set: Int?

    init(cpuSeconds: Int, wallSeconds: Int) {
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
    }

    /// Starts them anew for the file that comes next.
    mutating func allowNextFile() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        let now = time.tv_sec * 1_000_000_000 + time.tv_nsec
        if let set, now - set < Self.least { return }
        set = now
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
        var limit = rlimit()
        getrlimit(Int32(RLIMIT_CPU.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(used + cpuSeconds), limit.rlim_max)
        setrlimit(Int32(RLIMIT_CPU.rawValue), &limit)
        alarm(UInt32(clamping: wallSeconds))
    }
}
