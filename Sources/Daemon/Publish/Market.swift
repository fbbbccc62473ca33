import Matching
import Procurement
import Store
import Synchronization

/// What queries are answered from: a snapshot and the configuration that goes with it, swapped as one.
///
/// A handler takes it once and passes it down, so that one answer never mixes two generations.
package struct Market: Sendable {
    package var snapshot: IndexSnapshot
    /// Made with the snapshot, from the same facts.
    package var needs: NeedIndex
    package var categories: [Category]
    package var challenges: [Challenge]
    package var weights: Weights
    /// When the snapshot was built.
    package var built: ContinuousClock.Instant

    package init(
        snapshot: IndexSnapshot, needs: NeedIndex, categories: [Category], challenges: [Challenge], weights: Weights,
        built: ContinuousClock.Instant = .now
    ) {
        self.snapshot = snapshot
        self.needs = needs
        self.categories = categories
        self.challenges = challenges
        self.weights = weights
        self.built = built
    }
}

/// The market that is served now. Readers never wait for a build: they see the old one until the new one is whole.
package final class CurrentMarket: Sendable {
    private let market = Mutex<Market?>(nil)
    private let failure = Mutex<StoreError?>(nil)

    package init() {}

    /// `nil` until the first index is built.
    package var value: Market? { market.withLock { $0 } }

    package func replace(with new: Market) { market.withLock { $0 = new } }

    /// Why there is no market and will be none; `nil` while one may come.
    var obstacle: StoreError? { failure.withLock { $0 } }

    func fail(_ error: StoreError) { failure.withLock { $0 = error } }
}
