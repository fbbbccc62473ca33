import API
import ArgumentParser
import Foundation
import Glibc
import JSONRPC
import Procurement
import Transport

/// A Torg of its own on made-up data, for as long as somebody looks at it: a folder, a daemon, an import, the web view.
struct Demonstration {
    let files: DemoFiles
    /// The program itself; the others lie beside it.
    let program: URL
    let language: TextLanguage

    /// Shows it until a signal ends it, and leaves nothing behind.
    ///
    /// - Parameter arguments: of torg-web, without the socket.
    /// - Throws: `ExitCode`, after the error has been told.
    func run(_ arguments: [String]) async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let socket = folder.appending(path: "s").path
        let log = folder.appending(path: "torgd.log")
        try Data().write(to: log)
        let interruption = Interruption()
        let daemon = try start("torgd", ["--config", files.configuration.path]) { process in
            process.environment = Self.environment(folder: folder, socket: socket)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: log)
        }
        defer { Self.end(daemon) }
        interruption.ends(daemon)
        do {
            let client = try await Self.connected(to: socket, while: daemon)
            _ = try await client.call(FeedImport.self, FeedImport.Parameters(paths: [files.notices.path]))
            _ = try await client.call(SuppliersImport.self, SuppliersImport.Parameters(path: files.suppliers.path))
        } catch {
            if interruption.hasCome { throw ExitCode(130) }
            let end = ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").suffix(10)
            Output.error(
                [language.pick(sv: "Demon startade inte: \(error)", en: "The demo didn't start: \(error)")]
                    + end.map(String.init))
            throw ExitCode(69)
        }
        let web = try start("torg-web", ["--socket", socket] + arguments) { _ in }
        interruption.ends(web)
        await Self.ended(web)
        if !interruption.hasCome, web.terminationStatus != 0 { throw ExitCode(web.terminationStatus) }
    }

    /// Starts a program that lies beside this one, or else on the path.
    private func start(_ name: String, _ arguments: [String], _ prepare: (Process) throws -> Void) throws -> Process {
        let process = Process()
        let beside = program.deletingLastPathComponent().appending(path: name)
        let isBeside = FileManager.default.isExecutableFile(atPath: beside.path)
        process.executableURL = isBeside ? beside : URL(filePath: "/usr/bin/\(name)")
        process.arguments = arguments
        do {
            try prepare(process)
            try process.run()
        } catch {
            let package = name == "torg-web" ? "torg-web" : "torg"
            Output.error([
                language.pick(
                    sv: "\(name) kan inte startas (\(error.localizedDescription)). Det finns i paketet \(package).",
                    en: "\(name) can't be started (\(error.localizedDescription)). It is in the package \(package).")
            ])
            throw ExitCode(69)
        }
        return process
    }

    /// Short, for the path of a socket holds 103 bytes; and for this user alone.
    private static func folder() throws -> URL {
        var template = Array("/tmp/torg-demo.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            Output.error(["/tmp: \(String(cString: strerror(errno)))"])
            throw ExitCode(73)
        }
        return URL(filePath: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Nothing of a Torg that this machine has: neither its settings nor the folders that systemd made for it.
    private static func environment(folder: URL, socket: String) -> [String: String] {
        let foreign = [
            "CONFIGURATION_DIRECTORY", "STATE_DIRECTORY", "RUNTIME_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC",
            "LISTEN_FDS", "LISTEN_PID",
        ]
        var environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("TORG_") && !foreign.contains($0.key) }
        environment["TORG_RPC_SOCKET"] = socket
        environment["TORG_STORE_PATH"] = folder.appending(path: "torg.sqlite").path
        return environment
    }

    /// A connection to a daemon that was just started.
    private static func connected(to socket: String, while daemon: Process) async throws -> RPCClient {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            do {
                return try await RPCClient.connect(to: socket)
            } catch {
                guard daemon.isRunning, ContinuousClock.now < deadline else { throw error }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private static func ended(_ process: Process) async {
        await Task.detached { process.waitUntilExit() }.value
    }

    private static func end(_ process: Process) {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }
}
