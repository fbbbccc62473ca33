import ArgumentParser
import Fetch
import Foundation
import Procurement
import StrictYAML

/// What every command is given.
struct Options: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration. Default: sources.yaml in CONFIGURATION_DIRECTORY, else /etc/torg/sources.yaml.",
            valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("source"),
        help: ArgumentHelp("Only this source; may be given several times.", valueName: "name"))
    var names: [String] = []

    @Option(
        name: [.customLong("language"), .customLong("lang")],
        help: ArgumentHelp("sv or en. Default: that of the terminal.", valueName: "language"))
    var language: TextLanguage = .ofTerminal

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    private var path: String {
        if let config { return config }
        let folder = environment["CONFIGURATION_DIRECTORY"]?.split(separator: ":").first.map(String.init)
        return "\(folder ?? "/etc/torg")/sources.yaml"
    }

    /// - Throws: `ExitCode`, when all that is wrong has been told.
    func settings() throws -> FetchSettings {
        do {
            return try SourcesFile.read(path, environment: environment)
        } catch {
            Output.error(["\(error)"])
            throw ExitCode(78)
        }
    }

    /// The sources that are asked for.
    func sources(_ settings: FetchSettings) throws -> [SourceSettings] {
        for name in names where !settings.sources.contains(where: { $0.name == name }) {
            Output.error([
                language(
                    sv: "källan \(name) finns inte i \(path); där finns ",
                    en: "there is no source \(name) in \(path), but ")
                    + settings.sources.map(\.name).joined(separator: ", ")
            ])
            throw ExitCode(64)
        }
        if settings.sources.isEmpty {
            Output.error([
                language(
                    sv: "\(path) har inga källor: kommentarerna i den säger hur de skrivs",
                    en: "\(path) has no sources: its comments say how they are written")
            ])
        }
        return names.isEmpty ? settings.sources : settings.sources.filter { names.contains($0.name) }
    }

    func run(
        _ settings: FetchSettings, since: CalendarDate? = nil, isDry: Bool = false, reporter: any FetchReporter
    ) -> FetchRun {
        FetchRun(
            settings, version: TorgFetch.version, clock: FetchClock(environment: environment),
            credentials: Credentials(environment: environment), since: since, isDry: isDry, reporter: reporter)
    }

    /// Tells what ended a command.
    func end(_ failure: FetchFailure) -> ExitCode {
        Output.error(["\(language(failure.words)). \(language(failure.remedy))"])
        return ExitCode(failure == .interrupted ? 75 : 74)
    }
}

extension TextLanguage: ExpressibleByArgument {
    func callAsFunction(sv: String, en: String) -> String { pick(sv: sv, en: en) }
    func callAsFunction(_ text: BilingualText) -> String { text.text(in: self) }

    /// That of the terminal's locale.
    static var ofTerminal: TextLanguage { TextLanguage(environment: ProcessInfo.processInfo.environment) }
}

/// A day on the command line.
struct Day: ExpressibleByArgument {
    let date: CalendarDate

    init?(argument: String) {
        guard argument.utf8.count == 10, let date = CalendarDate(argument) else { return nil }
        self.date = date
    }
}
