import Procurement
import Store

/// Commits what a feed gave, in its order, on a thread of its own, so that reading goes on meanwhile. One for each import.
actor Committer {
    private let id: ImportID
    private let store: Store
    private let meter: Meter
    private let progress: ImportProgress
    private let executor: PinnedExecutor
    private var committing: Task<Void, any Error>?
    /// Of what is committed so far.
    private(set) var counts = StoredCounts()

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ id: ImportID, store: Store, meter: Meter, progress: ImportProgress, executor: PinnedExecutor) {
        self.id = id
        self.store = store
        self.meter = meter
        self.progress = progress
        self.executor = executor
    }

    /// Has a chunk committed in one transaction, and waits only for the one before it: no more than two are held.
    func begin(_ outcomes: [FeedOutcome]) async throws {
        try await settle()
        committing = Task { try commit(outcomes) }
    }

    /// Waits until all is on the disk.
    func settle() async throws {
        guard let task = committing else { return }
        committing = nil
        try await task.value
    }

    private func commit(_ outcomes: [FeedOutcome]) throws {
        let committed = try store.importOutcomes(outcomes, into: id)
        meter.committed(committed, outcomes)
        counts = counts + committed
        progress.add(seen: counts.seen)
    }
}
