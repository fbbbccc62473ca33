import ArgumentParser
import Fetch
import Foundation

/// Fetches what is due.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fetch what is due.",
        discussion: """
            Prints a line for each file that it puts into the drop folder. One run works at a time. What a run that was \
            interrupted had begun, the next one goes on with.
            """)

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("From this day on, instead of the day in the configuration.", valueName: "day"))
    var since: Day?

    @Flag(help: "Only say what would be fetched; of TED, ask for the release calendar.")
    var dryRun = false

    func run() throws {
        let settings = try options.settings()
        let sources = try options.sources(settings)
        if sources.isEmpty { return }
        Interruption.heedSignals()
        // A file that others may read is said so where it is made.
        umask(0o027)
        let run = options.run(
            settings, since: since?.date, isDry: dryRun, reporter: Reporter(language: options.language))
        let results: [FetchRun.Result]
        do {
            guard let lock = try RunLock(folder: StateFolder(path: settings.stateFolder)) else {
                Output.error([options.language(sv: "en annan körning pågår", en: "another run is at work")])
                throw ExitCode(75)
            }
            results = try run.run(sources)
            withExtendedLifetime(lock) {}
        } catch let failure as FetchFailure {
            throw options.end(failure)
        }
        tell(results)
        let failures = results.compactMap(\.failure)
        if failures.isEmpty { return }
        throw ExitCode(failures.count == results.count && failures.allSatisfy(\.isUnreachable) ? 69 : 1)
    }

    private func tell(_ results: [FetchRun.Result]) {
        for result in results {
            guard let until = result.restsUntil else { continue }
            Output.line(
                "\(result.source): "
                    + options.language(
                        sv: "servern vill vara i fred till \(until.formatted(.iso8601))",
                        en: "the server asked to be left alone until \(until.formatted(.iso8601))"))
        }
    }
}
