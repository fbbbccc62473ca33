import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Transport

/// The real `torgd` in a folder of its own, with the example configuration and an empty store.
///
/// What it logs is read as it comes, so that a test can wait for a line instead of for a while.
final class RunningDaemon: Sendable {
    let folder: String
    private let process: Process
    private let log: LogReader

    /// - Parameters:
    ///   - folder: an earlier daemon's, to go on with its store; `nil` makes one.
    ///   - ready: the words of the log line after which it can be asked.
    ///   - environment: set beside the test's own.
    init(
        folder: String? = nil, configuration: String = "", environment: [String: String] = [:],
        ready: String = "index built"
    ) throws {
        // Short, because a socket path holds 103 bytes; and it stays when a daemon ends, for the next one.
        self.folder = folder ?? "/tmp/torg-\(UInt32.random(in: 0...UInt32.max))"
        let file = self.folder + "/torg.yaml"
        if folder == nil {
            try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: false)
            try """
            rpc: {socket: \(self.folder)/s}
            store: {path: \(self.folder)/torg.sqlite}
            feeds: {mappings: \(Repository.root)/config/feeds}
            matching:
              categories: \(self.folder)/categories.yaml
              challenges: \(Repository.root)/config/challenges.yaml
              weights: \(Repository.root)/config/weights.yaml
            \(configuration)
            """.write(toFile: file, atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(
                atPath: Repository.path("config/categories.yaml"), toPath: self.folder + "/categories.yaml")
        }
        process = Process()
        process.executableURL = URL(fileURLWithPath: Programs.path("torgd"))
        process.arguments = ["--config", file]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        log = LogReader(pipe.fileHandleForReading)
        try process.run()
        _ = try log.line(containing: ready)
    }

    /// One with the fixtures' notices and register in it, and a client of it.
    static func filled() async throws -> (RunningDaemon, RPCClient) {
        let daemon = try RunningDaemon()
        let client = try await daemon.client()
        _ = try await client.call(FeedImport.self, .init(paths: [Repository.path("Fixtures/notices")]), timeout: nil)
        _ = try await client.call(
            SuppliersImport.self, .init(path: Repository.path("Fixtures/suppliers.csv")), timeout: nil)
        return (daemon, client)
    }

    var socket: String { folder + "/s" }
    var pid: Int32 { process.processIdentifier }

    /// Waits for a line of the log, from the start of the log on.
    func waitForLog(_ words: String) throws -> String { try log.line(containing: words) }

    func client() async throws -> RPCClient { try await RPCClient.connect(to: socket) }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Ends it and gives its exit code; the number of the signal, negative, where one ended it.
    @discardableResult
    func stop(_ number: Int32 = SIGTERM) -> Int32 {
        if process.isRunning { signal(number) }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }

    /// Ends it and removes its folder.
    func remove() {
        stop(SIGKILL)
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// Lines of a log as they come.
private final class LogReader: Sendable {
    struct Ended: Error, CustomStringConvertible {
        let words: String
        let seen: String
        var description: String { "the daemon ended without saying “\(words)”; it said:\n\(seen)" }
    }

    private nonisolated(unsafe) var lines: [String] = []
    private nonisolated(unsafe) var isOver = false
    private let condition = NSCondition()
    private let trace = Trace("torgd")

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            var rest = Data()
            while case let data = handle.availableData, !data.isEmpty {
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    rest = Data(rest[(end + 1)...])
                    condition.withLock { lines.append(line) }
                    trace.append(line)
                    condition.broadcast()
                }
            }
            condition.withLock { isOver = true }
            condition.broadcast()
        }
    }

    func line(containing words: String) throws -> String {
        try condition.withLock {
            while true {
                if let line = lines.first(where: { $0.contains(words) }) { return line }
                if isOver { throw Ended(words: words, seen: lines.joined(separator: "\n")) }
                condition.wait()
            }
        }
    }
}
