import Foundation
import TestSupport
import Testing

/// The daemon as systemd meets it: what it says to `NOTIFY_SOCKET`, and when.
@Suite(.serialized) struct SupervisionTests {
    @Test func saysWhenItIsReadyReloadsAndStops() throws {
        let folder = try TemporaryFolder()
        let supervisor = try FakeSupervisor(path: folder.path + "/notify")
        let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": supervisor.path])
        defer { daemon.remove() }
        #expect(try supervisor.next().hasPrefix("READY=1\nSTATUS="))
        try supervisor.wait(for: "STATUS=answering; index: building from 0 notices, 20 % done")
        try supervisor.wait(for: "STATUS=answering")
        // Ready means that the store is there and the socket answers.
        #expect(FileManager.default.fileExists(atPath: daemon.folder + "/torg.sqlite"))

        daemon.signal(SIGHUP)
        #expect(try supervisor.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        #expect(try supervisor.next() == "READY=1\nSTATUS=configuration reloaded")

        #expect(daemon.stop() == 0)
        #expect(try supervisor.next().hasPrefix("STOPPING=1"))
    }

    @Test func saysNothingOfReadinessWhereTheStoreCannotBeOpened() throws {
        let folder = try TemporaryFolder()
        let supervisor = try FakeSupervisor(path: folder.path + "/notify")
        let run = try ProgramRun(
            "torgd", [],
            environment: [
                "NOTIFY_SOCKET": supervisor.path, "TORG_SOCKET": folder.path + "/s",
                "TORG_STORE_PATH": folder.path + "/none/store",
            ])
        #expect(run.code == 69)
        #expect(supervisor.isSilent)
    }

    @Test func feedsTheWatchdogWhileItAnswers() throws {
        let folder = try TemporaryFolder()
        let supervisor = try FakeSupervisor(path: folder.path + "/notify")
        // So short an interval is for the test's sake: it makes the daemon speak every second.
        let daemon = try RunningDaemon(environment: ["NOTIFY_SOCKET": supervisor.path, "WATCHDOG_USEC": "2000000"])
        defer { daemon.remove() }
        for _ in 1...3 { try supervisor.wait(for: "WATCHDOG=1") }
    }
}

/// The receiving end of `NOTIFY_SOCKET`.
private final class FakeSupervisor {
    struct Failed: Error {
        let call: String
        let number: Int32
    }

    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Failed(call: "bind", number: errno) }
        // Long enough for any machine: it is met only when the message never comes.
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// The next message.
    func next() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw Failed(call: "recv", number: errno) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    func wait(for message: String) throws { while try next() != message {} }

    /// Whether no message waits.
    var isSilent: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) < 0
    }
}
