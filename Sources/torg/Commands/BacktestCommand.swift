import API
import ArgumentParser
import Foundation
import Procurement

/// `torg backtest`
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Measure the ranking on the store's own past.",
        discussion: """
            For each procurement since --from, suppliers are ranked from what was known before; then it is counted how \
            high the winners stood. Nothing is changed.
            """)

    @Option(help: ArgumentHelp("The first day of the procurements to ask for.", valueName: "day"))
    var from: CalendarDate

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: CalendarDate?

    @Option(help: ArgumentHelp("Days before --from whose results are taken as not yet known.", valueName: "days"))
    var embargo: Int?

    @Flag(help: "Measure a second time with an embargo of 90 days.")
    var embargoToo = false

    @Option(
        help: ArgumentHelp(
            "What is asked with: notice, text-only, or category (whole CPV groups besides).", valueName: "task"))
    var task: BacktestTask?

    @Flag(help: "Let the history grow with the queries, in stretches of 30 days.")
    var growing = false

    @Flag(help: "Measure without each signal too.")
    var ablation = false

    @Flag(help: "Tell the same of the procurements whose winner had won before, too.")
    var recurring = false

    @Flag(help: "Rank and seek those alone who had won before.")
    var wonBefore = false

    @Option(
        help: ArgumentHelp(
            "Count every firm that had not won before so many times, with copies of its industry and size.",
            valueName: "times"))
    var registerTimes: Int?

    @Option(
        help: ArgumentHelp(
            "Take so many per cent of the history's wins as tenders without a contract.", valueName: "percent"))
    var hiddenWins: Int?

    @Option(
        help: ArgumentHelp(
            "Give each procurement of the history so many lost tenders by firms of its winners' industries.",
            valueName: "count"))
    var chanceTenders: Int?

    @Flag(help: "Leave out the simple rankings.")
    var noBaselines = false

    @Option(
        help: ArgumentHelp("A file of other weights to measure too, in the form of weights.yaml.", valueName: "file"),
        completion: .file())
    var against: String?

    @Option(
        help: ArgumentHelp("Draw the figures into this file: HTML that needs nothing else.", valueName: "file"),
        completion: .file())
    var chart: String?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let other = try against.map { try WeightsText.read(file: $0) }
        let session = Session(options: connection)
        var results: [MatchingBacktest.Result] = []
        for days in embargoToo ? [embargo ?? 0, 90] : [embargo] {
            let parameters = MatchingBacktest.Parameters(
                from: from, to: to, embargoDays: days, task: task, growing: growing ? true : nil,
                baselines: noBaselines ? false : nil, ablation: ablation ? true : nil,
                recurring: recurring ? true : nil, wonBefore: wonBefore ? true : nil, registerTimes: registerTimes,
                hiddenWins: hiddenWins, chanceTenders: chanceTenders, against: other)
            let isFirst = results.isEmpty
            results.append(
                try await session.run(MatchingBacktest.self, parameters, timeout: nil) {
                    (isFirst ? [] : [""]) + BacktestTables(terminal: session.terminal).lines($0)
                })
        }
        if let chart { try OutputFile.write(BacktestChart(results).html, to: chart) }
    }
}

extension BacktestTask: ExpressibleByArgument {}

/// A file that a command writes.
enum OutputFile {
    /// - Throws: `ValidationError` where it can't be written.
    static func write(_ text: String, to path: String) throws {
        do {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw ValidationError("\(path) can't be written: \((error as NSError).localizedDescription)")
        }
    }
}
