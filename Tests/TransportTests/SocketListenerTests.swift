import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

@Suite struct SocketListenerTests {
    @Test(arguments: [false, true]) func makesASocketForOwnerAndGroup(byNumber: Bool) throws {
        let folder = try TemporaryFolder()
        let entry = try #require(getgrgid(getgid()))
        let listener = try SocketListener.listen(
            at: SocketPath(folder.socket), mode: 0o660,
            group: byNumber ? "\(getgid())" : String(cString: entry.pointee.gr_name))
        var status = stat()
        #expect(stat(folder.socket, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        #expect(status.st_gid == getgid())
        #expect(stat(folder.socket + ".lock", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        listener.close()
        #expect(stat(folder.socket, &status) != 0)
    }

    @Test func replacesAStaleSocket() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.socket)
        let stale = try SocketListener.listen(at: path)
        // Moved away and back: the listener leaves it, as a killed process would.
        try FileManager.default.moveItem(atPath: folder.socket, toPath: folder.path + "/kept")
        stale.close()
        try FileManager.default.moveItem(atPath: folder.path + "/kept", toPath: folder.socket)
        #expect(throws: RawClient.Failure.self) { try RawClient(folder.socket) }
        withExtendedLifetime(consume stale) {}
        let fresh = try SocketListener.listen(at: path)
        #expect(throws: Never.self) { try RawClient(folder.socket) }
        fresh.close()
    }

    @Test func tellsASecondInstanceWhoIsThere() throws {
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.socket)
        let first = try SocketListener.listen(at: path)
        #expect(throws: TransportError.alreadyServed(path.text, pid: getpid())) { try SocketListener.listen(at: path) }
        // Also without the lock file, by asking who answers.
        try FileManager.default.removeItem(atPath: folder.socket + ".lock")
        #expect(throws: TransportError.alreadyServed(path.text, pid: getpid())) { try SocketListener.listen(at: path) }
        #expect(throws: Never.self) { try RawClient(folder.socket) }
        first.close()
    }

    @Test func leavesOtherFilesAlone() throws {
        let folder = try TemporaryFolder()
        try Data("kept".utf8).write(to: URL(filePath: folder.socket))
        let path = try SocketPath(folder.socket)
        #expect(throws: TransportError.notASocket(path.text)) { try SocketListener.listen(at: path) }
        #expect(try String(contentsOfFile: folder.socket, encoding: .utf8) == "kept")
    }

    @Test func removesOnlyItsOwnSocket() throws {
        let folder = try TemporaryFolder()
        let listener = try SocketListener.listen(at: SocketPath(folder.socket))
        try FileManager.default.removeItem(atPath: folder.socket)
        try Data("another's".utf8).write(to: URL(filePath: folder.socket))
        listener.close()
        #expect(FileManager.default.fileExists(atPath: folder.socket))
    }

    @Test func saysWhatIsWrongWithAPath() throws {
        let long = "/tmp/" + String(repeating: "x", count: 99)
        #expect(throws: TransportError.pathTooLong(long, bytes: 104)) { try SocketPath(long) }
        #expect(try SocketPath(String(long.dropLast())).text.utf8.count == 103)
        #expect(throws: TransportError.badPath("")) { try SocketPath("") }
        let nowhere = try SocketPath("/tmp/no-such-folder/s")
        let error = #expect(throws: TransportError.self) { try SocketListener.listen(at: nowhere) }
        #expect(error?.description == "/tmp/no-such-folder/s.lock: open: No such file or directory")
        let folder = try TemporaryFolder()
        let path = try SocketPath(folder.socket)
        #expect(throws: TransportError.unknownGroup("no such group")) {
            try SocketListener.listen(at: path, group: "no such group")
        }
    }
}

@Suite struct SocketActivationTests {
    private func activation(_ environment: [String: String], process: Int32 = 42) -> SocketActivation {
        SocketActivation(environment: { environment[$0] }, process: process)
    }

    @Test func readsTheEnvironment() {
        let found = activation(["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "rpc:metrics"])
        #expect(found.sockets == [.init(descriptor: 3, name: "rpc"), .init(descriptor: 4, name: "metrics")])
        #expect(activation(["LISTEN_PID": "42", "LISTEN_FDS": "1"]).sockets == [.init(descriptor: 3, name: "unknown")])
    }

    @Test(arguments: [
        [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "43", "LISTEN_FDS": "1"], ["LISTEN_PID": "42", "LISTEN_FDS": "0"],
        ["LISTEN_PID": "42", "LISTEN_FDS": "x"], ["LISTEN_PID": "42", "LISTEN_FDS": "-1"],
        ["LISTEN_PID": "42", "LISTEN_FDS": "99999"],
    ])
    func takesNothingThatIsNotMeantForIt(environment: [String: String]) {
        #expect(activation(environment).sockets.isEmpty)
    }

    @Test(.timeLimit(.minutes(10))) func servesASocketThatWasHandedOver() async throws {
        let folder = try TemporaryFolder()
        let descriptor = try FalseServer.listen(at: folder.socket)
        // Asked before anyone serves: the question waits in the queue.
        let early = try RawClient(folder.socket)
        try early.send(#"{"jsonrpc":"2.0","id":1,"method":"echo"}"# + "\n")
        let threads = Threads()
        let server = try RPCServer(
            listeners: [.adopt(descriptor: descriptor)], handler: ClosureHandler.echo,
            executor: { _ in threads })
        let running = Task(executorPreference: threads) { try await server.run() }
        #expect(try await blocking { try early.answer() }?["id"] == 1)
        server.drain()
        try await running.value
        // The path is systemd's, which starts us again when someone connects.
        #expect(FileManager.default.fileExists(atPath: folder.socket))
    }

    /// Nobody stands behind thousands; while nobody serves, they may wait.
    @Test func theQueueIsShortWhileSomebodyServes() throws {
        let folder = try TemporaryFolder()
        let listener = try SocketListener.listen(at: SocketPath(folder.socket))
        #expect((64..<150).contains(Self.queue(at: folder.socket).count))
        listener.close()

        let other = try TemporaryFolder()
        let descriptor = try FalseServer.listen(at: other.socket)
        let systemds = dup(descriptor)
        defer { close(systemds) }
        let adopted = try SocketListener.adopt(descriptor: descriptor)
        let first = Self.queue(at: other.socket)
        #expect((64..<150).contains(first.count))
        adopted.close()
        #expect(Self.queue(at: other.socket).count == 200)
        withExtendedLifetime(first) {}
    }

    /// As many of 200 as can connect though nobody lets them in.
    private static func queue(at path: String) -> [RawClient] {
        (0..<200).compactMap { _ in try? RawClient(path, blocks: false) }
    }

    @Test func adoptsOnlyListeningUnixSockets() throws {
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        #expect(throws: TransportError.notListening(descriptor: file)) { try SocketListener.adopt(descriptor: file) }
        let folder = try TemporaryFolder()
        let original = try SocketListener.listen(at: SocketPath(folder.socket))
        let client = try RawClient(folder.socket)
        #expect(throws: TransportError.notListening(descriptor: client.descriptor)) {
            try SocketListener.adopt(descriptor: client.descriptor)
        }
        original.close()
    }
}
