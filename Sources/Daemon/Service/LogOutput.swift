import Foundation
import Logging

/// Where the log goes: standard error, one line an entry.
enum LogOutput {
    static func logger(_ configuration: Configuration.Log) -> Logger {
        var logger = Logger(label: "torgd") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: configuration.level.rawValue) ?? .info
        return logger
    }
}
