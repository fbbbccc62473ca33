import Glibc

/// What `body` gives, and the seconds of processor time that this thread took for it: others' work on the machine doesn't
/// count.
package func timed<Result>(_ body: () throws -> Result) rethrows -> (result: Result, seconds: Double) {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let result = try body()
    return (result, now() - start)
}
