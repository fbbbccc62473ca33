import Foundation
import Glibc
import Logging

/// Entries as lines of text on a descriptor, such as standard error.
struct LineLog: LogSink {
    /// How a line begins.
    enum Style: Sendable, Hashable {
        /// Time, level and the daemon's name, for a file or a terminal.
        case plain
        /// The same with colours, on a terminal.
        case coloured
        /// `<N>`, the priority, for whoever reads standard error for the journal; it notes the time itself.
        /// (sd-daemon(3))
        case prefixed
    }

    let descriptor: Int32
    let style: Style
    var now: @Sendable () -> Date = Date.init

    func write(_ entry: LogEntry) {
        let bytes = Array((line(entry) + "\n").utf8)
        // In one piece, so that lines of two threads don't mix. What can't be written is lost: there is nobody to tell.
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func line(_ entry: LogEntry) -> String {
        switch style {
        case .prefixed: return "<\(entry.level.priority)>\(entry.text)"
        case .plain: return "\(now().ISO8601Format(.iso8601)) \(entry.level.rawValue) torgd: \(entry.text)"
        case .coloured:
            let level = "\u{1B}[\(Self.colour(entry.level))m\(entry.level.rawValue)\u{1B}[0m"
            return "\u{1B}[2m\(now().ISO8601Format(.iso8601))\u{1B}[0m \(level) \(entry.text)"
        }
    }

    private static func colour(_ level: Logger.Level) -> String {
        switch level {
        case .trace, .debug: "2"
        case .info: "0"
        case .notice: "1"
        case .warning: "33"
        case .error, .critical: "1;31"
        }
    }
}
