import Glibc

/// Sockets that systemd opened before it started us (sd_listen_fds(3)): `LISTEN_PID` says whom they are for,
/// `LISTEN_FDS` how many there are, from descriptor 3 on, `LISTEN_FDNAMES` what they are called.
package struct SocketActivation: Sendable, Hashable {
    package struct Socket: Sendable, Hashable {
        package let descriptor: Int32
        /// `FileDescriptorName=` of the unit; `unknown` where none was given.
        package let name: String

        package init(descriptor: Int32, name: String) {
            self.descriptor = descriptor
            self.name = name
        }
    }

    package static let firstDescriptor: Int32 = 3

    package let sockets: [Socket]

    /// - Parameters:
    ///   - environment: the value of a variable.
    ///   - process: our process id; sockets meant for another are not ours.
    package init(environment: (String) -> String?, process: Int32) {
        guard let target = environment("LISTEN_PID").flatMap(Int32.init), target == process,
            let count = environment("LISTEN_FDS").flatMap(Int32.init), (1...1024).contains(count)
        else {
            sockets = []
            return
        }
        let names = environment("LISTEN_FDNAMES")?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        sockets = (0..<count).map { offset in
            Socket(
                descriptor: Self.firstDescriptor + offset,
                name: names.indices.contains(Int(offset)) ? String(names[Int(offset)]) : "unknown")
        }
    }

    /// Reads the process's own environment. The variables are removed, so that no child takes them for its own; call
    /// it once, before other threads start.
    package static func take() -> SocketActivation {
        let activation = SocketActivation(
            environment: { name in getenv(name).map { String(cString: $0) } }, process: getpid())
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
        return activation
    }

    /// Listeners on the sockets with this name; on all of them where it is `nil`.
    package func listeners(named name: String? = nil) throws(TransportError) -> [SocketListener] {
        var listeners: [SocketListener] = []
        for socket in sockets where name == nil || socket.name == name {
            listeners.append(try SocketListener.adopt(descriptor: socket.descriptor))
        }
        return listeners
    }
}
