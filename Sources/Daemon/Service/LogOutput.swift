import Foundation
import Logging
import Procurement

/// Where the log goes: standard error, one line an entry.
enum LogOutput {
    static func logger(_ configuration: Configuration.Log) -> Logger {
        var logger = Logger(label: "torgd") { MaskingLogHandler(StreamLogHandler.standardError(label: $0)) }
        logger.logLevel = Logger.Level(rawValue: configuration.level.rawValue) ?? .info
        return logger
    }
}

/// Takes personal numbers out of whatever is logged: a path, a name or an error may hold one.
struct MaskingLogHandler: LogHandler {
    private var base: any LogHandler

    init(_ base: any LogHandler) { self.base = base }

    func log(event: LogEvent) {
        var event = event
        event.message = "\(event.message.description.withoutPersonalNumbers)"
        event.metadata = event.metadata?.mapValues(Self.masked)
        base.log(event: event)
    }

    private static func masked(_ value: Logger.MetadataValue) -> Logger.MetadataValue {
        switch value {
        case .string(let text): .string(text.withoutPersonalNumbers)
        case .stringConvertible(let value): .string(value.description.withoutPersonalNumbers)
        case .dictionary(let members): .dictionary(members.mapValues(masked))
        case .array(let elements): .array(elements.map(masked))
        }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue }
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = newValue }
    }

    var logLevel: Logger.Level {
        get { base.logLevel }
        set { base.logLevel = newValue }
    }
}
