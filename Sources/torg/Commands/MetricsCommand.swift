import API
import ArgumentParser

/// `torg metrics`
struct MetricsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print what the daemon measures of itself, as Prometheus reads it.",
        discussion: "docs/operating.md says what each means, and which alarms are worth having.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            ServerMetrics.self, NoParameters(), document: CleanText.document
        ) { result in
            // The line feed that is added is the text's own last one.
            [String(MetricText.of(result.families).dropLast())]
        }
    }
}
