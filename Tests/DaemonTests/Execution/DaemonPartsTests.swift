import API
import Foundation
import Logging
import Matching
import Testing
import Transport

@testable import Daemon
@testable import Store

/// The list of the handlers.
@Suite struct DaemonPartsTests {
    private let entries: [HandlerEntry]

    init() throws {
        let store = try Store.inMemory()
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let market = CurrentMarket()
        let (progress, indexing, meter) = (ImportProgress(), IndexProgress(), Meter())
        let configuration = try MemoryFiles().load()
        let publisher = Publisher(
            store: store, current: market, progress: indexing,
            configuration: try MatchingConfiguration(configuration.matching), log: log)
        let roles = RoleBook(configuration.roles)
        entries =
            DaemonParts(
                store: store, market: market, keeper: DossierKeeper(store: store, log: log),
                importer: Importer(
                    store: store, feed: FeedProcess(program: "/nowhere", configuration.feeds), publisher: publisher,
                    progress: progress, log: log),
                publisher: publisher, watches: WatchEvaluator(store: store, current: market, log: log),
                notify: configuration.notify, roles: roles,
                gate: Gate(roles: roles, denials: DenialBook(store: store, log: log)), progress: progress,
                indexing: indexing, textfile: Textfile(nil), fetching: FetchingFile(path: "/nowhere"), meter: meter,
                gatherer: MetricGatherer(
                    meter: meter, connections: ConnectionMeter(), mostConnections: 1, store: store, market: market,
                    indexing: indexing, importing: progress, fetching: FetchingFile(path: "/nowhere"), started: Date()),
                started: ContinuousClock.now, log: log
            ).handlers
    }

    @Test func everyMethodHasOneHandler() {
        let names = entries.map { $0.method.name }
        #expect(names.sorted() == Contract.methods.map { $0.name }.filter { $0 != RPCDiscover.name }.sorted())
    }

    @Test func whatIsKeptComputesInALaneOfItsOwn() {
        let kept = entries.filter { $0.addReplay != nil }
        #expect(kept.count == 12)
        for entry in kept { #expect(entry.lane == .computing || entry.lane == .planning, "\(entry.method.name)") }
    }

    /// What changes the store by a short write of its own waits for an import in a lane apart.
    @Test func whatIsRecordedIsWrittenInALaneOfItsOwn() {
        let writing = entries.filter { $0.lane == .writing }.map { $0.method.name }.sorted()
        #expect(
            writing == [
                "categories.import", "categories.save", "challenges.import", "challenges.save", "digests.handed",
                "digests.prepare", "events.attend", "events.create", "events.invite", "events.outcome",
                "events.register",
                "events.withdraw", "feedback.record", "needs.save", "notes.add", "notes.remove", "shortlists.add",
                "shortlists.create", "shortlists.remove", "watches.address", "watches.remove", "watches.save",
                "watches.seen",
            ])
    }
}
