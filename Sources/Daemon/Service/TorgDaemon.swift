import API
import Foundation
import JSON
import JSONRPC
import Logging
import Matching
import Procurement
import ServiceLifecycle
import Store
import StrictYAML
import Transport
import UnixSignals

/// The whole daemon: the one place where all parts meet.
package struct TorgDaemon: Sendable {
    let configuration: Configuration
    let loader: ConfigurationLoader
    let log: Logger

    /// Loads the configuration and is ready to run.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong in it.
    package init(configurationFile: String?, source: ConfigurationSource = .process()) throws(ConfigurationError) {
        loader = ConfigurationLoader(source: source, signals: SignalName.allCases.map(\.rawValue))
        configuration = try loader.load(file: configurationFile)
        log = LogOutput.logger(configuration.log)
    }

    /// What the configuration comes to, for `torgd check-config`: a line a part.
    ///
    /// - Throws: `WeightsError`.
    package func summary() throws -> [String] {
        let matching = try MatchingConfiguration(configuration.matching)
        let roles = RoleBook(configuration.roles)
        return [
            "configuration: \(configuration.file ?? "none, all defaults")", "socket: \(configuration.rpc.socket)",
            "store: \(configuration.storePath)",
        ] + (configuration.publish.map { ["copies for followers: \($0.folder), every \($0.interval)"] } ?? [])
            + (configuration.follow.map { ["follows \($0.leader) by \($0.folder)"] } ?? []) + [
                "feed reader: \(feedProcess().program), mappings: \(configuration.feeds.mappings ?? "none")",
                "\(matching.categories.count) categories, \(matching.challenges.count) challenges, "
                    + "weights \(configuration.matching.weights == nil ? "built in" : "from the file")",
            ] + told(.category, matching.categoriesHome) + told(.challenge, matching.challengesHome)
            + roles.unknown.map { "warning: roles name \($0), whom this machine doesn't know" }
    }

    /// Where definitions of a kind are, where no file has them.
    private func told(_ kind: DefinitionKind, _ home: Configuration.DefinitionHome) -> [String] {
        guard case .store(let file?) = home else { return [] }
        return ["\(kind.plural): the store's; \(file) is taken over once, where it has none"]
    }

    /// Serves until SIGTERM or SIGINT: then it takes no more, answers what is under way, and closes the store.
    ///
    /// - Throws: `StoreError`, `TransportError`, `WeightsError`.
    package func run() async throws {
        let started = ContinuousClock().now
        let notifier = ServiceNotifier.take()
        // Trapped before anything else: a SIGHUP that came before would end the daemon.
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let matching = try MatchingConfiguration(configuration.matching)
        let threads = RequestThreads()
        if let follow = configuration.follow {
            return try await run(following: follow, matching, threads, notifier, hangUps, started: started)
        }
        let (store, locks) = try openStore(threads)
        defer { withExtendedLifetime(locks) {} }
        let listeners = try listen()
        let common = makeCommon(notifier, started: started)
        let parts = makeParts(store, matching, common)
        let lanes = CallerLanes(threads: threads, roles: common.roles)
        let server = try makeServer(listeners, makeHandlers(parts, lanes), lanes, common.connections)
        tellThatItIsUp()
        notifier.ready("answering; the index is being built")
        do {
            try await serve(services(server, parts, notifier, hangUps))
        } catch {
            await parts.gate.denials.write()
            try? store.close()
            throw error
        }
        await parts.gate.denials.write()
        try store.close()
        log.notice("torgd has stopped")
    }

    func tellThatItIsUp() {
        log.notice(
            "torgd is up",
            metadata: [
                "version": "\(TorgVersion.current)", "socket": "\(configuration.rpc.socket)",
                "store": "\(configuration.storePath)", "configuration": "\(configuration.file ?? "none")",
            ])
    }

    func serve(_ services: [any ServiceLifecycle.Service]) async throws {
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: quietLogger)
        ).run()
    }

    /// The store, and what keeps other daemons from it for as long as it is held on to.
    private func openStore(_ threads: RequestThreads) throws -> (Store, [FileLock]) {
        // Before anything is written to the store; the system takes it back when the process ends.
        var locks = try StoreLock.take(for: configuration.storePath)
        // As many as may read at once, beside imports, back-tests and the index: whoever fills the lanes leaves one free.
        let store = try Store(
            path: configuration.storePath, readers: threads.count + 8, unexaminedFrom: Self.servedUnexamined)
        if let trouble = store.trouble { log.error("\(trouble)") }
        // A new store has a file only now.
        if locks.count == 1, let file = try FileLock(of: configuration.storePath) { locks.append(file) }
        return (store, locks)
    }

    /// - Parameter following: how this daemon follows another.
    func makeParts(
        _ store: Store, _ matching: MatchingConfiguration, _ common: CommonParts,
        following: (@Sendable () -> Follower?)? = nil
    ) -> DaemonParts {
        let market = CurrentMarket(progress: common.indexing)
        let progress = ImportProgress()
        let (meter, roles) = (common.meter, common.roles)
        let copies = (configuration.follow == nil ? configuration.publish : nil).map {
            CopyPublisher(store: store, settings: $0, log: log)
        }
        let publisher = Publisher(
            store: store, current: market, progress: common.indexing, configuration: matching, log: log)
        let watches = WatchEvaluator(store: store, current: market, log: log)
        let importer = Importer(
            store: store, feed: feedProcess(), origin: NoticeOrigin(countries: configuration.feeds.countries),
            publisher: publisher, watches: watches, copies: copies, progress: progress, meter: meter, log: log)
        let gatherer = MetricGatherer(
            meter: meter, connections: common.connections, mostConnections: RPCServer.mostConnections(limits),
            store: store, market: market, indexing: common.indexing, importing: progress, fetching: common.fetching,
            copies: copies, follower: { following?() }, started: common.startDate)
        return DaemonParts(
            store: store, market: market,
            keeper: DossierKeeper(store: store, keepsLists: configuration.dossier.lists == .always, log: log),
            importer: importer, publisher: publisher, watches: watches, notify: configuration.notify, roles: roles,
            gate: Gate(roles: roles, denials: DenialBook(store: store, meter: meter, log: log)), progress: progress,
            indexing: common.indexing, textfile: common.textfile, fetching: common.fetching, copies: copies,
            following: { following?()?.stand(now: Date()) }, meter: meter, gatherer: gatherer,
            started: common.started, log: log)
    }

    func makeCommon(_ notifier: ServiceNotifier, started: ContinuousClock.Instant) -> CommonParts {
        let roles = RoleBook(configuration.roles)
        if !roles.unknown.isEmpty {
            log.warning("roles name someone this machine doesn't know", metadata: ["names": "\(roles.unknown)"])
        }
        return CommonParts(
            indexing: IndexProgress { notifier.tell($0) }, roles: roles,
            textfile: Textfile(configuration.metrics.textfile),
            fetching: FetchingFile(path: configuration.fetchingStatus), started: started)
    }

    func makeHandlers(_ parts: DaemonParts, _ lanes: CallerLanes) -> MethodHandlers {
        var handlers = MethodHandlers { [gate = parts.gate] method, peer throws(RPCError) in
            try gate.check(method, for: peer)
        } observe: { [meter = parts.meter] in
            meter.called($0, $1, $2)
        }
        for entry in parts.handlers { entry.add(to: &handlers, lanes: lanes, log: log) }
        return handlers
    }

    func makeServer(
        _ listeners: [SocketListener], _ handler: any RequestHandler, _ lanes: CallerLanes,
        _ connections: ConnectionMeter
    ) throws -> RPCServer {
        try RPCServer(
            listeners: listeners, handler: handler, limits: limits, executor: lanes.of(.answering),
            isKept: lanes.isKept, meter: connections, log: log)
    }

    /// In the order in which they are started; they are stopped in the other.
    private func services(
        _ server: RPCServer, _ parts: DaemonParts, _ notifier: ServiceNotifier, _ hangUps: UnixSignalsSequence
    ) -> [any ServiceLifecycle.Service] {
        [
            ServerService(server: server, notifier: notifier),
            WatchdogService(notifier: notifier, socket: configuration.rpc.socket, log: log),
            ExaminationService(store: parts.store, market: parts.market, log: log),
            StoreWatch(store: parts.store, notifier: notifier, log: log),
            FirstIndexService(publisher: parts.publisher, watches: parts.watches, notifier: notifier, log: log),
            CopyPublishService(copies: parts.copies, market: parts.market),
            TextfileService(
                textfile: parts.textfile, families: { [gatherer = parts.gatherer] in gatherer.families() },
                meter: parts.meter, log: log),
            ReloadService(
                notifier: notifier, hangUps: hangUps, loader: loader, file: configuration.file,
                configure: { [publisher = parts.publisher] in await publisher.configure($0) }, running: configuration,
                log: log),
        ]
    }

    /// A store of so many bytes is served before its file has been looked through, which takes 0.3 s with so many.
    private static let servedUnexamined = 64 << 20

    func listen() throws(TransportError) -> [SocketListener] {
        let handedOver = try SocketActivation.take().listeners()
        if !handedOver.isEmpty { return handedOver }
        return [try SocketListener.listen(at: SocketPath(configuration.rpc.socket), group: configuration.rpc.group)]
    }

    private var limits: ServerLimits {
        var limits = ServerLimits()
        limits.message = configuration.rpc.maxMessageBytes
        limits.answering.depth = configuration.rpc.maxDepth
        limits.answering.batch = configuration.rpc.maxBatch
        limits.answering.answer = configuration.rpc.maxResponseBytes
        limits.connections = configuration.rpc.maxConnections
        limits.connectionsPerUser = configuration.rpc.maxConnectionsPerUser
        limits.unwritten = configuration.rpc.maxUnwrittenBytes
        limits.unwrittenPerUser = configuration.rpc.maxUnwrittenBytesPerUser
        limits.messageTime = configuration.rpc.readTimeout
        limits.takingTime = configuration.rpc.writeTimeout
        return limits
    }

    private func feedProcess() -> FeedProcess {
        FeedProcess(program: configuration.feeds.program ?? Self.neighbour("torg-feed"), configuration.feeds)
    }

    /// A program installed beside this one.
    private static func neighbour(_ name: String) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return (own as NSString).deletingLastPathComponent + "/" + name
    }

    /// The lifecycle library tells every step of its own at the level info; only what goes wrong is of interest.
    private var quietLogger: Logger {
        var quiet = log
        quiet.logLevel = max(log.logLevel, .warning)
        return quiet
    }
}

/// The RPC server as one of the daemon's services.
struct ServerService: ServiceLifecycle.Service {
    let server: RPCServer
    let notifier: ServiceNotifier

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await server.run()
        } onGracefulShutdown: {
            notifier.stopping()
            server.drain()
        }
    }
}
