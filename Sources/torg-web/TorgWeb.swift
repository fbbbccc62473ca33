import ArgumentParser
import Foundation
import Logging
import Transport
import Web

/// Torg's pages in a browser.
@main
struct TorgWeb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torg-web",
        abstract: "Shows Torg in a web browser, to the one who starts it or to those who sign in.",
        discussion: """
            Without --config it listens on this machine alone and prints the address to open as its first line. The token in the address is \
            good once: it is changed for a cookie that lasts until the program ends. Who one is to Torg is the Unix user who \
            starts it, with that user's role. To read from another machine, forward the port: ssh -L 8642:127.0.0.1:8642 HOST.

            With --config it is for everybody whom a web server in front of it signs in (torg-web.service): it listens on a Unix \
            socket that only that server may open, and takes who has signed in from the headers that web.yaml names. The daemon \
            must take its user's word (roles.delegates in torg.yaml).

            It holds no data: everything is asked of the daemon over its socket. Exit codes: 0 ended when told to, 64 usage, \
            69 no socket to listen on, 78 configuration.

            Files:
              /etc/torg/web.yaml: How the web server in front signs people in; its comments explain every key.
              /usr/share/doc/torg-web/examples/: What to write into nginx or Apache.
              /usr/share/doc/torg/web.md: From installation to sign-in, step by step.
            """)

    @Option(
        help: ArgumentHelp(
            "The daemon's socket. Default: TORG_SOCKET, else torg.sock in RUNTIME_DIRECTORY, else /run/torg/torg.sock.",
            valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("Where to listen. Default: 127.0.0.1 and any free port.", valueName: "host:port"))
    var listen = "127.0.0.1:0"

    @Flag(help: "Open the address in the desktop's browser too.")
    var open = false

    @Option(
        help: ArgumentHelp("Serve those who sign in at a web server in front, as this file says.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    @Flag(help: "With --config: tell what is wrong with the file, and serve nothing.")
    var check = false

    func validate() throws {
        _ = try place
        if config != nil, open || listen != "127.0.0.1:0" {
            throw ValidationError("--config says where to listen: leave out --listen and --open.")
        }
        if check, config == nil { throw ValidationError("--check takes --config FILE.") }
    }

    private var place: (host: String, port: Int) {
        get throws {
            let sides = listen.split(separator: ":", omittingEmptySubsequences: false)
            guard sides.count == 2, let port = UInt16(sides[1]), ["127.0.0.1", "localhost"].contains(sides[0]) else {
                throw ValidationError(
                    "--listen takes 127.0.0.1:PORT: what is for oneself is reached from this machine alone.")
            }
            return (String(sides[0]), Int(port))
        }
    }

    private var path: String {
        let environment = ProcessInfo.processInfo.environment
        if let socket { return socket }
        if let named = environment["TORG_SOCKET"], !named.isEmpty { return named }
        if let folder = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first { return "\(folder)/torg.sock" }
        return "/run/torg/torg.sock"
    }

    func run() async throws {
        let (host, port) = try place
        var log = Logger(label: "torg-web", factory: { StreamLogHandler.standardError(label: $0) })
        log.logLevel = .warning
        if let config { return try await serve(config, log) }
        let server = WebServer(daemon: path, host: host, port: port, log: log)
        try await server.run { [open] address in
            FileHandle.standardOutput.write(Data("\(address)\n".utf8))
            if open { Desktop.show(address) }
        }
    }

    private func serve(_ config: String, _ log: Logger) async throws {
        let service: WebService
        do {
            let settings = try ServiceSettings.read(config)
            if check { return print("\(config) can be used: \(settings.origin)") }
            service = try WebService(daemon: path, settings: settings, log: log)
        } catch {
            FileHandle.standardError.write(Data("torg-web: \(error)\n".utf8))
            throw ExitCode(error is TransportError ? 69 : 78)
        }
        try await service.serve()
    }
}

/// The desktop's browser.
private enum Desktop {
    /// Opens an address, by way of a file that only this user can read: what a program is started with, everybody can see, and the
    /// address has a token in it.
    static func show(_ address: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "torg-web-\(UUID().uuidString)")
        let page = folder.appending(path: "torg.html")
        let text = #"<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=\#(address)">"#
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try Data(text.utf8).write(to: page)
            let opener = Process()
            opener.executableURL = URL(filePath: "/usr/bin/xdg-open")
            opener.arguments = [page.path]
            try opener.run()
        } catch {
            FileHandle.standardError.write(
                Data("torg-web: no browser could be opened: \(error.localizedDescription)\n".utf8))
        }
    }
}
