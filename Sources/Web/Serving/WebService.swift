import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle
import Transport
import UnixSignals

/// The site on a Unix socket, for a web server in front of it that signs people in.
package struct WebService: Service {
    private let daemon: String
    private let settings: ServiceSettings
    private let listener: SocketListener
    private let log: Logger

    /// Connections of the web server in front. Whoever comes beyond them waits in the socket's queue.
    private static let mostConnections = 1024
    /// A web server doesn't wait where the queue is full: people would be told that Torg is away.
    private static let longestQueue: Int32 = 4096
    /// Connections to the daemon, which has 256 for one user: as many calls are under way at once.
    private static let mostCalls = 64

    /// Takes over the socket that systemd opened, or opens one.
    ///
    /// - Parameter daemon: the path of the daemon's socket.
    /// - Throws: `TransportError` where there can be none.
    package init(daemon: String, settings: ServiceSettings, log: Logger) throws {
        self.daemon = daemon
        self.settings = settings
        self.log = log
        listener =
            try SocketActivation.take().listeners().first
            ?? SocketListener.listen(at: SocketPath(settings.socket), group: settings.group)
    }

    /// Serves until SIGTERM or SIGINT, and answers what has been asked by then.
    package func serve() async throws {
        let group = ServiceGroup(
            configuration: .init(services: [self], gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
    }

    package func run() async throws {
        let http = try http1()
        let quiescing = ServerQuiescingHelper(group: MultiThreadedEventLoopGroup.singleton)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        AvailableConnectionsChannelHandler(maxConnections: Self.mostConnections),
                        quiescing.makeServerChannelHandler(channel: channel),
                    ])
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(try listener.copiedDescriptor()) { http.setup(channel: $0, logger: log) }
        try listener.lengthenQueue(to: Self.longestQueue)
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { connections in
                do {
                    try await server.executeThenClose { accepted in
                        for try await connection in accepted {
                            connections.addTask { await http.handle(value: connection, logger: log) }
                        }
                    }
                } catch {
                    log.error("no more connections are taken", metadata: ["error": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            quiescing.initiateShutdown(promise: nil)
        }
        listener.close()
    }

    private func http1() throws -> HTTP1Channel {
        let site = Site(
            templates: try Templates(), files: SiteFiles(), daemon: DaemonConnections(to: daemon, most: Self.mostCalls),
            log: log, service: settings)
        let responder = site.router([SignInEntrance(site: site, settings: settings)]).buildResponder()
        return HTTP1Channel(
            responder: { [log] request, writer, channel in
                let context = WebContext(source: ApplicationRequestContextSource(channel: channel, logger: log))
                let response: Response
                do {
                    response = try await responder.respond(to: request, context: context)
                } catch {
                    response = Response(status: .internalServerError)
                }
                try await writer.write(response: response.head, body: response.body)
            }, configuration: .bounded)
    }
}
