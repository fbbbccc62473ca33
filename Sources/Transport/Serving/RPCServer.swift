import Glibc
import JSON
import JSONRPC
import Logging
import NIOCore
import NIOPosix
import Synchronization

/// Serves requests on Unix sockets until it is told to stop.
///
/// One thread accepts, one event loop moves bytes, and requests are carried out on `executor`. `run` fits the
/// `Service` protocol of swift-service-lifecycle; call `drain` from its graceful-shutdown handler.
package final class RPCServer: Sendable {
    private let listeners: [SocketListener]
    private let service: Service
    private let admission: Admission
    private let stop: StopSignal
    private let log: Logger

    /// - Parameters:
    ///   - listeners: where to listen; they are closed when the server stops.
    ///   - executor: where a caller's requests are carried out. `nil` is Swift's own pool, whose few threads a handler
    ///     that computes for long would hold up for everyone.
    ///   - isKept: whether a caller is root or an admin: for them places are kept, and what others leave unread isn't
    ///     theirs to bear.
    ///   - meter: counts the connections.
    package init(
        listeners: [SocketListener], handler: any RequestHandler, limits: ServerLimits = ServerLimits(),
        executor: (@Sendable (Peer) -> any TaskExecutor)? = nil,
        isKept: @escaping @Sendable (Peer) -> Bool = { _ in false },
        meter: ConnectionMeter = ConnectionMeter(),
        log: Logger = Logger(label: "torg.rpc")
    ) throws {
        self.listeners = listeners
        let memory = MemoryReturn()
        service = Service(
            handler: handler, limits: limits, executor: executor, isKept: isKept,
            budget: AnswerBudget(most: limits.unwritten, mostPerUser: limits.unwrittenPerUser, memory: memory),
            memory: memory)
        let most = Self.mostConnections(limits)
        admission = Admission(
            most: most, mostPerUser: limits.connectionsPerUser, kept: min(limits.keptConnections, most / 8),
            meter: meter)
        stop = try StopSignal()
        self.log = log
    }

    /// Connections that are open now.
    package var connections: Int { admission.total }

    /// Tells the server to stop: it accepts no more, answers what is under way, and ends within the drain time.
    /// Cancelling the task of `run` does the same. Can be called from anywhere, more than once, and before `run`.
    package func drain() { stop.raise() }

    /// Serves until told to stop, and until every connection has ended.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
        let connections = OpenConnections(eventLoop: group.next(), admission: admission, service: service, log: log)
        await withTaskCancellationHandler {
            // A value that can't be copied can't be captured, so the acceptor is made on its thread.
            try? await threads.runIfActive { [listeners, admission, service, stop, log] in
                var acceptor = Acceptor(
                    listeners: listeners, admission: admission, isKept: service.isKept, stop: stop, log: log)
                acceptor.run { connections.take(descriptor: $0, of: $1, at: $2) }
            }
        } onCancel: {
            drain()
        }
        for listener in listeners { listener.close() }
        await connections.drain(within: service.limits.drainTime)
        try await threads.shutdownGracefully()
        try await group.shutdownGracefully()
    }

    /// How many connections may be open at once: what is configured, or less where the system has no descriptors for it.
    package static func mostConnections(_ limits: ServerLimits) -> Int {
        min(limits.connections, affordableConnections)
    }

    /// What the limit on file descriptors leaves for connections, with some kept for the store, feeds and logs.
    private static var affordableConnections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        // Each of the store's readers has two, and there are five a processor (`RequestThreads`).
        return max(8, Int(clamping: limit.rlim_cur) - 128 - 12 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
