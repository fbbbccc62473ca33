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
    /// Where the categories are kept, and so can be changed.
    package var categoriesHome = Configuration.DefinitionHome.store(from: nil)
    /// Where the challenges are kept, and so can be changed.
    package var challengesHome = Configuration.DefinitionHome.store(from: nil)
    /// The needs that the office has kept. None in a replay: they are memory, and no ground of an answer.
    package var earlierNeeds = EarlierNeeds()
    package var weights: WeightsByKind
    /// Whose questions they are, where one names no buyer and no place.
    package var office: Configuration.Office
    /// When the snapshot was built.
    package var built: ContinuousClock.Instant

    package init(
        snapshot: IndexSnapshot, needs: NeedIndex, categories: [Category], challenges: [Challenge],
        weights: WeightsByKind, office: Configuration.Office = Configuration.Office(),
        built: ContinuousClock.Instant = .now
    ) {
        self.snapshot = snapshot
        self.needs = needs
        self.categories = categories
        self.challenges = challenges
        self.weights = weights
        self.office = office
        self.built = built
    }
}

/// The market that is served now. Readers never wait for a build: they see the old one until the new one is whole.
package final class CurrentMarket: Sendable {
    private let market = Mutex<Market?>(nil)
    private let failure = Mutex<StoreError?>(nil)
    private let progress: IndexProgress
    private let patience: Duration
    /// That there is a market, or that it is known that there will be none.
    let settled = Event()

    /// - Parameters:
    ///   - progress: how far the first index is, for those who can't have it yet.
    ///   - patience: how long a call waits for the first index before it is told to come again.
    package init(progress: IndexProgress = IndexProgress(), patience: Duration = .seconds(5)) {
        self.progress = progress
        self.patience = patience
    }

    /// `nil` until the first index is built.
    package var value: Market? { market.withLock { $0 } }

    /// The market, as soon as there is one: after a start a call waits a little rather than fail.
    ///
    /// - Throws: `NotReady` where the first index takes longer, `StoreError` where none can be built,
    ///   `CancellationError` when the caller has gone.
    var ready: Market {
        get async throws {
            if let value { return value }
            if obstacle == nil { try await settled.wait(atMost: patience) }
            if let value { return value }
            if let obstacle { throw obstacle }
            throw NotReady(progress: progress.value)
        }
    }

    package func replace(with new: Market) {
        market.withLock { $0 = new }
        settled.happen()
    }

    /// Why there is no market and will be none; `nil` while one may come.
    var obstacle: StoreError? { failure.withLock { $0 } }

    func fail(_ error: StoreError) {
        failure.withLock { $0 = error }
        settled.happen()
    }
}
