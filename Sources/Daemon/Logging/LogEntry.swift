import Logging
import PersonalNumbers
import Procurement

/// One thing that is logged, with personal numbers taken out of all of it: a path, a name or an error may hold one.
struct LogEntry: Sendable {
    var level: Logger.Level
    var message: String
    /// What goes with it, by name, in the order of the names.
    var fields: [(name: String, value: String)]
    /// Where in the sources it was logged.
    var file: String
    var function: String
    var line: UInt

    init(_ event: LogEvent, besides metadata: Logger.Metadata) {
        level = event.level
        message = event.message.description.withoutPersonalNumbers
        var all = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        // A number that is cut in two by a list or a dictionary is still none: each value is looked at as it is shown.
        fields = all.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description.withoutPersonalNumbers) }
        (file, function, line) = (event.file, event.function, event.line)
    }

    /// The message and all fields in one line, whatever they hold: nothing that is logged can look like another entry.
    var text: String {
        ([message] + fields.map { "\($0.name)=\($0.value)" }).joined(separator: " ").onOneLine
    }
}

extension String {
    /// With control characters, among them line feeds and a terminal's escapes, written as `\u{…}`.
    fileprivate var onOneLine: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.properties.generalCategory == .control {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// Where entries go.
protocol LogSink: Sendable {
    func write(_ entry: LogEntry)
}

/// Makes entries of what the daemon logs, and hands them to a sink.
struct EntryLogHandler: LogHandler {
    let sink: any LogSink
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    init(_ sink: any LogSink) { self.sink = sink }

    func log(event: LogEvent) { sink.write(LogEntry(event, besides: metadata)) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}

extension Logger.Level {
    /// The level of syslog(3) that systemd sorts and colours by.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
