import Logging
import Matching
import Procurement
import Store

/// Builds the index from the store and puts it in the place of the one that is served.
///
/// It has a thread of its own, so that a build holds up no query.
package actor Publisher {
    private let executor = PinnedExecutor(label: "torg.publisher")
    private let store: Store
    private let current: CurrentMarket
    private let log: Logger
    private var configuration: MatchingConfiguration

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(store: Store, current: CurrentMarket, configuration: MatchingConfiguration, log: Logger) {
        self.store = store
        self.current = current
        self.configuration = configuration
        self.log = log
    }

    /// Builds from what is committed now, unless that is what is served already.
    ///
    /// - Returns: the generation that is served afterwards.
    @discardableResult
    package func publish() throws -> Int {
        let generation = try store.generation
        if let served = current.value, served.snapshot.generation == generation { return generation }
        let clock = ContinuousClock()
        let start = clock.now
        let (facts, read) = try store.marketFacts()
        let snapshot = try store.indexBuilder().build(facts, generation: read)
        current.replace(with: configuration.market(snapshot))
        log.info(
            "index built",
            metadata: [
                "generation": "\(read)", "suppliers": "\(snapshot.supplierCount)",
                "procurements": "\(snapshot.procurementCount)", "duration": "\(clock.now - start)",
            ])
        return read
    }

    /// Puts new categories, challenges and weights in place, with the index as it is.
    package func configure(_ configuration: MatchingConfiguration) {
        self.configuration = configuration
        if let served = current.value {
            current.replace(with: configuration.market(served.snapshot, built: served.built))
        }
    }
}

/// The part of the configuration that an answer depends on, checked against the matcher.
package struct MatchingConfiguration: Sendable {
    package var categories: [Category]
    package var challenges: [Challenge]
    package var weights: Weights

    /// - Throws: `WeightsError` where a weight is none.
    package init(_ configuration: Configuration.Matching) throws(WeightsError) {
        categories = configuration.categories
        challenges = configuration.challenges
        weights = try Weights.standard.overriding(configuration.weights ?? [:])
    }

    func market(_ snapshot: IndexSnapshot, built: ContinuousClock.Instant = .now) -> Market {
        Market(snapshot: snapshot, categories: categories, challenges: challenges, weights: weights, built: built)
    }
}
