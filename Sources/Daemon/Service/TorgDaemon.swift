import API
import Foundation
import JSON
import JSONRPC
import Logging
import Matching
import ServiceLifecycle
import Store
import StrictYAML
import Transport
import UnixSignals

/// The whole daemon: the one place where all parts meet.
package struct TorgDaemon: Sendable {
    private let configuration: Configuration
    private let loader: ConfigurationLoader
    private let log: Logger

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
            "feed reader: \(feedProcess().program), mappings: \(configuration.feeds.mappings ?? "none")",
            "\(matching.categories.count) categories, \(matching.challenges.count) challenges, "
                + "weights \(configuration.matching.weights == nil ? "built in" : "from the file")",
        ] + roles.unknown.map { "warning: roles name \($0), whom this machine doesn't know" }
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
        // Before anything is written to the store; the system takes it back when the process ends.
        var locks = try StoreLock.take(for: configuration.storePath)
        defer { withExtendedLifetime(locks) {} }
        // As many as may read at once, beside imports, back-tests and the index: whoever fills the lanes leaves one free.
        let store = try Store(
            path: configuration.storePath, readers: threads.count + 8, unexaminedFrom: Self.servedUnexamined)
        if let trouble = store.trouble { log.error("\(trouble)") }
        // A new store has a file only now.
        if locks.count == 1, let file = try FileLock(of: configuration.storePath) { locks.append(file) }
        let listeners = try listen()
        let indexing = IndexProgress { notifier.tell($0) }
        let market = CurrentMarket(progress: indexing)
        let progress = ImportProgress()
        let meter = Meter()
        let connections = ConnectionMeter()
        let textfile = Textfile(configuration.metrics.textfile)
        let publisher = Publisher(
            store: store, current: market, progress: indexing, configuration: matching, log: log)
        let importer = Importer(
            store: store, feed: feedProcess(), origin: NoticeOrigin(countries: configuration.feeds.countries),
            publisher: publisher, progress: progress, meter: meter, log: log)

        let roles = RoleBook(configuration.roles)
        let lanes = CallerLanes(threads: threads, roles: roles)
        if !roles.unknown.isEmpty {
            log.warning("roles name someone this machine doesn't know", metadata: ["names": "\(roles.unknown)"])
        }
        let denials = DenialBook(store: store, meter: meter, log: log)
        let gate = Gate(roles: roles, denials: denials)
        var handlers = MethodHandlers { method, peer throws(RPCError) in
            try gate.check(method.name, isFor: method.role, peer: peer)
        } observe: {
            meter.called($0, $1, $2)
        }
        let gatherer = MetricGatherer(
            meter: meter, connections: connections, mostConnections: RPCServer.mostConnections(limits), store: store,
            market: market, indexing: indexing, importing: progress, started: Date())
        let parts = DaemonParts(
            store: store, market: market,
            keeper: DossierKeeper(store: store, keepsLists: configuration.dossier.lists == .always, log: log),
            importer: importer, publisher: publisher, roles: roles, gate: gate, progress: progress, indexing: indexing,
            textfile: textfile, meter: meter, gatherer: gatherer, started: started, log: log)
        for entry in parts.handlers { entry.add(to: &handlers, lanes: lanes, log: log) }

        let server = try RPCServer(
            listeners: listeners, handler: handlers, limits: limits, executor: lanes.of(.answering),
            isKept: lanes.isKept, meter: connections, log: log)
        log.notice(
            "torgd is up",
            metadata: [
                "version": "\(TorgVersion.current)", "socket": "\(configuration.rpc.socket)",
                "store": "\(configuration.storePath)", "configuration": "\(configuration.file ?? "none")",
            ])
        notifier.ready("answering; the index is being built")
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: ServerService(server: server, notifier: notifier)),
                    .init(service: WatchdogService(notifier: notifier, socket: configuration.rpc.socket, log: log)),
                    .init(service: ExaminationService(store: store, market: market, log: log)),
                    .init(service: StoreWatch(store: store, notifier: notifier, log: log)),
                    .init(service: FirstIndexService(publisher: publisher, notifier: notifier, log: log)),
                    .init(
                        service: TextfileService(textfile: textfile, gatherer: gatherer, meter: meter, log: log)),
                    .init(
                        service: ReloadService(
                            notifier: notifier, hangUps: hangUps, loader: loader, file: configuration.file,
                            publisher: publisher, running: configuration, log: log)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger))
        do {
            try await group.run()
        } catch {
            await denials.write()
            try? store.close()
            throw error
        }
        await denials.write()
        try store.close()
        log.notice("torgd has stopped")
    }

    /// A store of so many bytes is served before its file has been looked through, which takes 0.3 s with so many.
    private static let servedUnexamined = 64 << 20

    private func listen() throws(TransportError) -> [SocketListener] {
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
private struct ServerService: ServiceLifecycle.Service {
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

/// Looks through a large store's file, as soon as matches are answered from it.
private struct ExaminationService: ServiceLifecycle.Service {
    let store: Store
    let market: CurrentMarket
    let log: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            await examine()
        } onGracefulShutdown: {
            store.interruptExamination()
        }
        try await gracefulShutdown()
    }

    private func examine() async {
        guard store.isBeingExamined else { return store.interruptExamination() }
        // Threads of their own: the executors' threads are few.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                _ = try? store.counts()
                continuation.resume()
            }
        }
        // The index comes first: both at once would take turns on the processors and on the disk.
        let given = Event()
        store.whenExamined { given.happen() }
        await withTaskGroup(of: Void.self) { group in
            for event in [market.settled, given] { group.addTask { try? await event.wait() } }
            _ = await group.next()
            group.cancelAll()
        }
        let clock = ContinuousClock()
        let start = clock.now
        let condition = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: store.examine()) }
        }
        if condition.detail != nil, let trouble = store.trouble {
            log.error("\(trouble)")
        } else if condition == .sound {
            log.info("store looked through", metadata: ["seconds": "\((clock.now - start).seconds)"])
        }
    }
}

/// Builds the first index while the daemon answers already.
private struct FirstIndexService: ServiceLifecycle.Service {
    let publisher: Publisher
    let notifier: ServiceNotifier
    let log: Logger

    /// Ends when the daemon does: a service that ended by itself would, during a shutdown, count as one that failed.
    ///
    /// A damaged store doesn't end it either: whoever asks is told, and what can be read can be saved.
    func run() async throws {
        do {
            try await publisher.publish()
        } catch let error as StoreError {
            guard case .damaged = error else { throw error }
            log.error("no index can be built: \(error)")
            notifier.status("the store is damaged; see the log")
        }
        try await gracefulShutdown()
    }
}
