import Foundation
import Language
import Logging
import Matching
import PersonalNumbers
import Procurement
import Store
import Transport

/// Builds the index from the store and puts it in the place of the one that is served.
///
/// It has a thread of its own, so that a build holds up no query.
package actor Publisher {
    private let executor = PinnedExecutor(label: "torg.publisher")
    private let store: Store
    private let current: CurrentMarket
    private let progress: IndexProgress
    private let log: Logger
    private var configuration: MatchingConfiguration
    /// What the served index was built from.
    private var factsGeneration: Int?
    /// Whether names that an earlier Torg kept have been looked at.
    private var hasMended = false
    /// The needs that are kept, with their version and when the index was built that they were read with.
    private var earlier: (version: Int, built: ContinuousClock.Instant, needs: EarlierNeeds)?
    /// The index of an earlier copy of the same store, and what it was built from.
    private var before: (market: Market, factsGeneration: Int)?
    /// Whether the files beside `torg.yaml` have been held against the store.
    private var hasCompared = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(
        store: Store, current: CurrentMarket, progress: IndexProgress = IndexProgress(),
        configuration: MatchingConfiguration, log: Logger
    ) {
        self.store = store
        self.current = current
        self.progress = progress
        self.configuration = configuration
        self.log = log
    }

    /// Goes on with the index of an earlier copy of the same store, where nothing that it is built from has changed since.
    func begin(with configuration: MatchingConfiguration, after earlier: Publisher?) async {
        self.configuration = configuration
        before = await earlier?.standing
    }

    private var standing: (market: Market, factsGeneration: Int)? {
        guard let market = current.value, let factsGeneration else { return nil }
        return (market, factsGeneration)
    }

    /// Builds from what is committed now, unless that is what is served already.
    ///
    /// - Returns: the generation that is served afterwards.
    @discardableResult
    package func publish() throws -> Int {
        do {
            return try build()
        } catch let error as StoreError {
            if case .damaged = error { current.fail(error) }
            throw error
        }
    }

    private func build() throws -> Int {
        if !hasMended, store.condition == .sound {
            try store.mendNames()
            hasMended = true
        }
        try takeOver()
        if !hasCompared, store.condition == .sound {
            try compare()
            hasCompared = true
        }
        let news = try store.decisions()
        if let served = current.value, served.snapshot.generation == news.generation { return news.generation }
        if let served = current.value, factsGeneration == news.factsGeneration {
            // Nothing but feedback is new: the index stays.
            try serve(served.snapshot, served.needs, news, built: served.built)
            return news.generation
        }
        if let (market, generation) = before, generation == news.factsGeneration {
            before = nil
            try serve(market.snapshot, market.needs, news, built: market.built)
            factsGeneration = generation
            return news.generation
        }
        before = nil
        let clock = ContinuousClock()
        let start = clock.now
        defer { progress.end() }
        progress.begin()
        if store.condition.detail == nil {
            try store.renewIdentities()
            try store.completeFacts()
        }
        let names = try store.cpvNames()
        let builder = IndexBuilder(labels: CPVLabels(names.swedish.merging(names.english) { own, _ in own }))
        let (facts, decisions) = try store.marketFactsAndDecisions { [progress] in
            progress.read($0)
        } describing: {
            builder.openNotices(in: $0)
        }
        let read = decisions.generation
        progress.build()
        let (snapshot, needs) = builder.buildBoth(
            facts, generation: read, names: names
        ) { [progress] in
            progress.build($0)
        }
        try serve(snapshot, needs, decisions)
        factsGeneration = decisions.factsGeneration
        progress.built(in: clock.now - start)
        log.info(
            "index built",
            metadata: [
                "generation": "\(read)", "suppliers": "\(snapshot.supplierCount)",
                "procurements": "\(snapshot.procurementCount)", "seconds": "\((clock.now - start).seconds)",
            ])
        return read
    }

    /// Puts new categories, challenges and weights in place, with the index as it is.
    package func configure(_ configuration: MatchingConfiguration) {
        self.configuration = configuration
        do {
            try takeOver()
            try compare()
        } catch {
            log.error("definitions could not be taken over from a file", metadata: ["error": "\(error)"])
        }
        refresh()
    }

    /// Puts the definitions that the store has now in place, with the index as it is.
    func refresh() {
        guard let served = current.value else { return }
        do {
            // A need that names a category is what the category is now.
            var decisions = try store.decisions()
            decisions.generation = served.snapshot.generation
            try serve(served.snapshot, served.needs, decisions, built: served.built)
        } catch {
            log.error(
                "feedback or definitions could not be read, and count as before", metadata: ["error": "\(error)"])
            var market = configuration.market(served.snapshot, served.needs, built: served.built)
            market.earlierNeeds = served.earlierNeeds
            if case .store = configuration.categoriesHome { market.categories = served.categories }
            if case .store = configuration.challengesHome { market.challenges = served.challenges }
            current.replace(with: market)
        }
    }

    /// Has the store take the definitions over from the files beside `torg.yaml`, once, where `torg.yaml` names no file.
    func takeOver() throws {
        guard store.condition == .sound else { return }
        try takeOver(configuration.categories, configuration.categoriesHome)
        try takeOver(configuration.challenges, configuration.challengesHome)
    }

    private func takeOver<D: OfficeDefinition>(_ filed: [D], _ home: Configuration.DefinitionHome) throws {
        guard case .store(let file) = home, let file else { return }
        if try store.fillDefinitions(filed, from: file, by: UserName.of(Caller(uid: getuid()))) {
            log.notice("\(D.kind.plural) taken over from a file", metadata: ["file": "\(file)"])
        }
    }

    /// Says in the log of a file beside `torg.yaml` that says something else than the store that it is not in force.
    private func compare() throws {
        try compare(configuration.categories, configuration.categoriesHome)
        try compare(configuration.challenges, configuration.challengesHome)
    }

    private func compare<D: OfficeDefinition>(_ filed: [D], _ home: Configuration.DefinitionHome) throws {
        guard case .store(let file) = home, let file else { return }
        if let kept: [D] = try inForce(), kept != filed.map(\.withoutPersonalNumbers) {
            log.notice(
                """
                \(file) is not in force: the store keeps the \(D.kind.plural). “torg \(D.kind.plural) import” takes a file in; \
                matching.\(D.kind.plural) in torg.yaml puts it in force
                """)
        }
    }

    private func serve(
        _ snapshot: IndexSnapshot, _ needs: NeedIndex, _ decisions: Decisions, built: ContinuousClock.Instant = .now
    ) throws {
        var market = configuration.market(snapshot, needs, built: built)
        if case .store = market.categoriesHome { market.categories = try inForce() ?? market.categories }
        if case .store = market.challengesHome { market.challenges = try inForce() ?? market.challenges }
        market.earlierNeeds = try earlierNeeds(in: snapshot, built: built)
        let verdicts = try market.verdicts(decisions.decisions, in: store)
        market.snapshot = snapshot.with(verdicts, words: configuration.words, generation: decisions.generation)
        current.replace(with: market)
    }

    /// Read anew where a need was saved or the index is another.
    private func earlierNeeds(in snapshot: IndexSnapshot, built: ContinuousClock.Instant) throws -> EarlierNeeds {
        let version = try store.needsVersion
        if let earlier, earlier.version == version, earlier.built == built { return earlier.needs }
        // A mask would make needs alike that share nothing else.
        let texts = try store.needTexts().map { need in
            (id: need.id, text: need.text.replacing(PersonalNumberScan.mask, with: " "))
        }
        let needs = EarlierNeeds(texts, in: snapshot)
        earlier = (version, built, needs)
        return needs
    }

    /// The definitions of a kind that the store has, without those out of use; `nil` where it never had any.
    private func inForce<D: OfficeDefinition>() throws -> [D]? {
        let kept = try store.definitions(D.self)
        return kept.isEmpty ? nil : kept.filter { !$0.isRetired }.map(\.definition)
    }
}

/// The part of the configuration that an answer depends on, checked against the matcher.
package struct MatchingConfiguration: Sendable {
    package var categories: [Category]
    package var challenges: [Challenge]
    package var categoriesHome: Configuration.DefinitionHome
    package var challengesHome: Configuration.DefinitionHome
    package var weights: WeightsByKind
    package var words: EverydayWords
    package var office: Configuration.Office

    /// - Throws: `WeightsError` where a weight is none.
    package init(_ configuration: Configuration.Matching) throws(WeightsError) {
        categories = configuration.categories
        challenges = configuration.challenges
        categoriesHome = configuration.categoriesHome
        challengesHome = configuration.challengesHome
        words = configuration.words
        office = configuration.office
        let changes = configuration.weights ?? Configuration.Weights()
        weights = try WeightsByKind.standard.overriding(changes.all).overriding(byKind: changes.byKind)
    }

    func market(
        _ snapshot: IndexSnapshot, _ needs: NeedIndex, built: ContinuousClock.Instant = .now
    ) -> Market {
        var market = Market(
            snapshot: snapshot, needs: needs, categories: categories, challenges: challenges, weights: weights,
            office: office, built: built)
        market.categoriesHome = categoriesHome
        market.challengesHome = challengesHome
        return market
    }
}
