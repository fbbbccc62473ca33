import Dispatch

/// Threads of their own for long work that is shared out over several tasks, such as a back-test.
///
/// To be preferred by a task (`withTaskExecutorPreference`), so that its child tasks run here too and the cooperative
/// pool stays free for queries.
package final class BackgroundExecutor: TaskExecutor {
    private let queue: DispatchQueue

    /// - Parameters:
    ///   - priority: executors of the same priority share their threads, one a processor.
    ///   - isSerial: one thing at a time, on a thread that no other executor shares.
    package init(label: String, priority: DispatchQoS = .utility, isSerial: Bool = false) {
        queue = DispatchQueue(label: label, qos: priority, attributes: isSerial ? [] : .concurrent)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
