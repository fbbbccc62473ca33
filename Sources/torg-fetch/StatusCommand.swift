import ArgumentParser
import Fetch
import Foundation

/// How the sources are.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show for each source the last success, the day its data reach, and what is late.",
        discussion: "Asks nobody. Exit codes: 0 all is well, 1 some source failed or is late.")

    @OptionGroup var options: Options

    @Flag(help: "Print it as JSON, as in status.json.")
    var json = false

    func run() throws {
        let settings = try options.settings()
        let sources = try options.sources(settings)
        let folder = StateFolder(path: settings.stateFolder)
        var report: StatusReport
        do {
            do {
                report = try StatusReport(
                    settings, folder, clock: FetchClock(environment: options.environment), version: TorgFetch.version)
            } catch .disk(_, _, EACCES) {
                report = try StatusReport(of: folder)
            }
            report.sources.removeAll { source in !sources.contains { $0.name == source.name } }
            if json { Output.line(try report.json()) }
        } catch {
            throw options.end(error)
        }
        if !json { for source in report.sources { show(source) } }
        if report.sources.contains(where: { $0.state == .late || $0.state == .failing }) { throw ExitCode(1) }
    }

    private func show(_ source: StatusReport.Source) {
        let say = options.language
        var parts = [word(source.state)]
        if let day = source.dataThrough { parts.append(say(sv: "data till och med \(day)", en: "data through \(day)")) }
        if let time = source.lastSuccess {
            parts.append(
                say(sv: "senast hämtad \(time.formatted(.iso8601))", en: "last success \(time.formatted(.iso8601))"))
        }
        if source.waiting > 0 { parts.append(say(sv: "\(source.waiting) väntar", en: "\(source.waiting) waiting")) }
        if source.unconfirmed > 0 {
            parts.append(say(sv: "\(source.unconfirmed) med okänt antal", en: "\(source.unconfirmed) of unknown count"))
        }
        Output.line("\(source.name): " + parts.joined(separator: ", "))
        guard let error = source.error else { return }
        Output.line("  \(error.what): \(say(error.text)) [\(error.kind)]")
        Output.line("  \(say(error.remedy))")
    }

    private func word(_ state: StatusReport.Source.State) -> String {
        switch state {
        case .good: options.language(sv: "i ordning", en: "good")
        case .new: options.language(sv: "aldrig hämtad", en: "never fetched")
        case .failing: options.language(sv: "misslyckades senast", en: "failed last time")
        case .late: options.language(sv: "försenad", en: "late")
        }
    }
}
