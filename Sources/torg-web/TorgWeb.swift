import ArgumentParser
import Foundation
import Logging
import Web

/// Torg's pages in a browser.
@main
struct TorgWeb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torg-web",
        abstract: "Shows Torg in a web browser, to the one who starts it.",
        discussion: """
            It listens on this machine alone and prints the address to open as its first line. The token in the address is \
            good once: it is changed for a cookie that lasts until the program ends. Who one is to Torg is the Unix user who \
            starts it, with that user's role. To read from another machine, forward the port: ssh -L 8642:127.0.0.1:8642 HOST.

            It holds no data: everything is asked of the daemon over its socket.
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

    func validate() throws { _ = try place }

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
        let server = WebServer(daemon: path, host: host, port: port, log: log)
        try await server.run { [open] address in
            FileHandle.standardOutput.write(Data("\(address)\n".utf8))
            if open { Desktop.show(address) }
        }
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
