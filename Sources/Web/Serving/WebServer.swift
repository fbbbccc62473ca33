import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The site on a port of this machine, for the one who starts it.
package struct WebServer: Sendable {
    private let daemon: String
    private let host: String
    private let port: Int
    private let log: Logger

    /// - Parameters:
    ///   - daemon: the path of the daemon's socket.
    ///   - host: an address of this machine that only it reaches, such as 127.0.0.1.
    ///   - port: 0 for any that is free.
    package init(daemon: String, host: String, port: Int, log: Logger) {
        self.daemon = daemon
        self.host = host
        self.port = port
        self.log = log
    }

    /// Serves until a signal ends it.
    ///
    /// - Parameter told: is given the address to open, with its token, once it can be opened.
    package func run(_ told: @escaping @Sendable (String) -> Void) async throws {
        let port = try await freePort()
        let entrance = OwnEntrance(port: port)
        let site = Site(
            templates: try Templates(), files: SiteFiles(), daemon: DaemonConnections(to: daemon), log: log,
            service: nil)
        let application = Application(
            router: site.router([entrance]),
            server: .http1(configuration: .bounded),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { [host, entrance] _ in
                told("http://\(host):\(port)/enter?token=\(entrance.token)")
            },
            logger: log)
        try await application.runService()
    }

    /// The port itself, or one that the system gives. It is known before the server is made, because the door must know under
    /// which host it is asked.
    private func freePort() async throws -> Int {
        guard port == 0 else { return port }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: host, port: 0).get()
        let given = channel.localAddress?.port ?? 0
        try await channel.close()
        return given
    }
}

extension HTTP1Channel.Configuration {
    /// What one connection may say, and how long it may take.
    static let bounded = Self(
        additionalChannelHandlers: [SlowClients()], idleTimeout: .seconds(30),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 32 * 1024, maxHeaderListSize: 64 * 1024, maxHeaderFieldCount: 100))
}
