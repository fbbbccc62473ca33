import Procurement
import Store

/// Commits what a feed gave, on a thread of its own, so that reading goes on meanwhile.
actor Committer {
    private let executor = PinnedExecutor(label: "torg.committer")
    private let store: Store

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(store: Store) { self.store = store }

    /// Takes in a chunk in one transaction. When it returns, all of it is on the disk.
    func commit(_ outcomes: [FeedOutcome], into id: ImportID) throws -> StoredCounts {
        try store.importOutcomes(outcomes, into: id)
    }
}
