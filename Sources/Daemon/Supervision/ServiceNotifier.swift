import Glibc

/// Tells systemd how the daemon is (sd_notify(3)): one datagram of `NAME=value` lines to the socket in
/// `NOTIFY_SOCKET`. Where nobody asked to be told, it does nothing.
///
/// A datagram that can't be sent is dropped: the supervisor then finds out by its own time limits, and the daemon has
/// nobody better to tell.
package struct ServiceNotifier: Sendable {
    /// Path of the socket; a leading `@` stands for Linux's abstract names. `nil` without a supervisor.
    private let path: String?
    /// How often the supervisor wants to hear `WATCHDOG=1`; `nil` where it doesn't.
    package let watchdogInterval: Duration?

    /// - Parameters:
    ///   - environment: the value of a variable: `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` are read.
    ///   - process: our process id; a watchdog meant for another isn't ours.
    package init(environment: (String) -> String?, process: Int32) {
        path = environment("NOTIFY_SOCKET").flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isOurs = environment("WATCHDOG_PID").map { Int32($0) == process } ?? true
        let microseconds = environment("WATCHDOG_USEC").flatMap(Int64.init) ?? 0
        watchdogInterval = path != nil && isOurs && microseconds > 0 ? .microseconds(microseconds) : nil
    }

    /// Reads the process's own environment. The variables are removed, so that no child speaks for the daemon; call it
    /// once, before other threads start.
    package static func take() -> ServiceNotifier {
        let notifier = ServiceNotifier(
            environment: { name in getenv(name).map { String(cString: $0) } }, process: getpid())
        for name in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] { unsetenv(name) }
        return notifier
    }

    /// The daemon takes calls.
    package func ready(_ status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }

    /// What it is about, for `systemctl status`.
    package func status(_ text: String) { send("STATUS=\(oneLine(text))") }

    /// How far the index is, in steps that a person can read; `nil` when it is built.
    func tell(_ progress: IndexProgress.Stand?) {
        guard let progress else { return status("answering") }
        if progress.percent.isMultiple(of: 5) { status("answering; index: \(progress.description)") }
    }

    /// The configuration is being read anew; `ready` ends it.
    package func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000)")
    }

    /// It takes no more calls and is about to end.
    package func stopping() { send("STOPPING=1\nSTATUS=stopping") }

    /// Its loops have all answered.
    package func alive() { send("WATCHDOG=1") }

    private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

    private func send(_ message: String) {
        guard let path else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        // An abstract name ends where the address does; a path ends at its zero byte.
        let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count + (name[0] == 0 ? 0 : 1))
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        _ = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                message.withCString { sendto(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL), address, size) }
            }
        }
    }
}
