import Glibc

/// How long each question took, in processor time of the thread: a busy machine doesn't tell in it.
struct Measured {
    private var milliseconds: [Double] = []

    init() {}

    mutating func time<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
        let start = Self.now
        let answer = try work()
        milliseconds.append(Self.now - start)
        return answer
    }

    /// In milliseconds.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// In milliseconds, from any moment.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
