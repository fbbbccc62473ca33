import Foundation
import Logging

/// Where the log goes: journald's socket where standard error is the journal's anyway, else standard error.
enum LogOutput {
    static func logger(_ configuration: Configuration.Log) -> Logger {
        let sink = sink(
            configuration.format, descriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
        var logger = Logger(label: "torgd") { _ in EntryLogHandler(sink) }
        logger.logLevel = Logger.Level(rawValue: configuration.level.rawValue) ?? .info
        return logger
    }

    /// - Parameters:
    ///   - descriptor: where text goes.
    ///   - journal: journald's socket.
    static func sink(
        _ format: Configuration.Log.Format, descriptor: Int32, environment: [String: String],
        journal: String = JournalLog.standardPath
    ) -> any LogSink {
        let wantsJournal =
            switch format {
            case .auto: isJournal(descriptor, environment["JOURNAL_STREAM"])
            case .text: false
            case .journal: true
            }
        if wantsJournal {
            let lines = LineLog(descriptor: descriptor, style: .prefixed)
            return JournalLog(path: journal, fallback: lines) ?? lines
        }
        let hasColour =
            isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        return LineLog(descriptor: descriptor, style: hasColour ? .coloured : .plain)
    }

    /// Whether the descriptor is the stream that systemd made to the journal: `JOURNAL_STREAM` holds its device and inode.
    /// (systemd.exec(5))
    static func isJournal(_ descriptor: Int32, _ stream: String?) -> Bool {
        guard let parts = stream?.split(separator: ":"), parts.count == 2, let device = UInt64(parts[0]),
            let inode = UInt64(parts[1])
        else { return false }
        var status = stat()
        return fstat(descriptor, &status) == 0 && UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
    }
}
