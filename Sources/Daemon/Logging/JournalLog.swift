import Foundation
import Glibc
import Logging

/// Entries in journald's own protocol: one datagram each, with a field for everything that goes with it.
///
/// https://systemd.io/JOURNAL_NATIVE_PROTOCOL/
struct JournalLog: LogSink {
    static let standardPath = "/run/systemd/journal/socket"
    /// Bytes of one value. A longer one is cut, and says so: a datagram holds some 200 KiB, and what the daemon logs is
    /// short but for what strangers wrote in a file.
    static let longestValue = 8192
    /// Fields of one entry.
    static let mostFields = 16

    private let address: sockaddr_un
    private let socket: Int32
    /// Takes what the journal doesn't.
    private let fallback: any LogSink

    /// - Returns: `nil` where no socket can be made.
    init?(path: String = Self.standardPath, fallback: any LogSink) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return nil }
        self.address = address
        self.fallback = fallback
    }

    func write(_ entry: LogEntry) {
        let message = Self.message(entry)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let sent = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                message.withUnsafeBytes { bytes in
                    var count: Int
                    repeat {
                        count = sendto(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL), address, size)
                    } while count < 0 && errno == EINTR
                    return count
                }
            }
        }
        if sent < 0 { fallback.write(entry) }
    }

    /// The datagram for an entry.
    static func message(_ entry: LogEntry) -> [UInt8] {
        var bytes: [UInt8] = []
        add("MESSAGE", entry.text, to: &bytes)
        add("PRIORITY", "\(entry.level.priority)", to: &bytes)
        add("SYSLOG_IDENTIFIER", "torgd", to: &bytes)
        add("CODE_FILE", entry.file, to: &bytes)
        add("CODE_LINE", "\(entry.line)", to: &bytes)
        add("CODE_FUNC", entry.function, to: &bytes)
        for field in entry.fields.prefix(mostFields) { add(name(field.name), field.value, to: &bytes) }
        return bytes
    }

    /// `notices_stored` is TORG_NOTICES_STORED: letters, digits and underscores, 64 at most.
    static func name(_ name: String) -> String {
        let letters = name.utf8.prefix(59).map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: UInt8(ascii: "_")
            }
        }
        return "TORG_" + String(decoding: letters, as: UTF8.self)
    }

    private static func add(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        var value = Array(value.utf8)
        if value.count > longestValue {
            let rest = value.count - longestValue
            // A character that is cut in two becomes U+FFFD.
            value = Array(String(decoding: value.prefix(longestValue), as: UTF8.self).utf8)
            value += Array(" … (\(rest) more bytes cut)".utf8)
        }
        bytes += name.utf8
        if value.contains(UInt8(ascii: "\n")) {
            bytes.append(UInt8(ascii: "\n"))
            withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes += $0 }
        } else {
            bytes.append(UInt8(ascii: "="))
        }
        bytes += value
        bytes.append(UInt8(ascii: "\n"))
    }
}
