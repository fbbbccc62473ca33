import ArgumentParser
import Fetch
import Foundation

/// What the next run would do.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what is due, by what is known here.",
        discussion: "Asks nobody. Sizes are what such files usually have. Exit codes: 0 done.")

    @OptionGroup var options: Options

    @Option(help: ArgumentHelp("From this day on, instead of the day in the configuration.", valueName: "day"))
    var since: Day?

    @Flag(help: "Print it as JSON.")
    var json = false

    func run() throws {
        let settings = try options.settings()
        let sources = try options.sources(settings)
        let run = options.run(settings, since: since?.date, reporter: Reporter(language: options.language))
        let planned: [PlannedFetch]
        do {
            planned = try run.plan(sources)
            if json { return Output.line(try StateFolder.text(of: ["planned": planned])) }
        } catch {
            throw options.end(error)
        }
        for fetch in planned { show(fetch) }
        let due = planned.filter { $0.due == nil }
        let bytes = due.compactMap(\.bytes).reduce(0, +)
        Output.line(
            options.language(sv: "\(due.count) att hämta", en: "\(due.count) to fetch")
                + (bytes > 0 ? options.language(sv: ", omkring ", en: ", about ") + ByteCount.text(bytes) : ""))
    }

    private func show(_ fetch: PlannedFetch) {
        var text = "\(fetch.source): \(fetch.what)"
        if let bytes = fetch.bytes {
            text += options.language(sv: ", omkring ", en: ", about ") + ByteCount.text(bytes)
        }
        if let due = fetch.due { text += options.language(sv: ", först \(due)", en: ", not before \(due)") }
        Output.line(text)
    }
}
