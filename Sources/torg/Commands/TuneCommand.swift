import API
import ArgumentParser
import Foundation
import Procurement

/// `torg tune`
struct TuneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune", abstract: "Learn weights from the store's own past, and show before and after.",
        discussion: """
            What came before --validate-from is learnt from; what came from then on is measured with. The weights in \
            force stay as they are: put the file that --output names where “matching.weights” of torg.yaml points, and \
            reload the daemon.
            """)

    @Option(help: ArgumentHelp("The first day that is measured with.", valueName: "day"))
    var validateFrom: CalendarDate

    @Option(help: ArgumentHelp("Write the learnt weights into this new file.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        // What is there may be in force, and is somebody's choice.
        if let output, FileManager.default.fileExists(atPath: output) {
            throw ValidationError("\(output) is there already; name a file that isn't, and put it in place yourself.")
        }
    }

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            MatchingTune.self, .init(validateFrom: validateFrom), timeout: nil
        ) { lines($0, session.terminal) }
        guard let output else { return }
        let (before, after) = (result.before.figures, result.after.figures)
        let remarks = [
            "Learnt from \(result.learntFrom) procurements before \(result.validateFrom).",
            "On the \(result.queries) from then on: S@10 \(BacktestTables.percent(before.successAt10)) before, "
                + "\(BacktestTables.percent(after.successAt10)) after; MRR \(RankedList.short(before.mrr)) before, "
                + "\(RankedList.short(after.mrr)) after.",
        ]
        try OutputFile.write(WeightsText.written(result.after.weights, remarks: remarks), to: output)
        if !connection.json {
            Output.lines(["", "Written to \(output). Nothing changes until it is put in place."])
        }
    }

    private func lines(_ result: MatchingTune.Result, _ terminal: Terminal) -> [String] {
        var weights = Table([
            .init(title: "Signal", isFlexible: true), .init(title: "Before", alignment: .right),
            .init(title: "After", alignment: .right),
        ])
        for (signal, weight) in result.before.weights {
            let after = result.after.weights[signal].map(RankedList.short) ?? "–"
            weights.add([signal, RankedList.short(weight), after])
        }
        let figures = BacktestTables(terminal: terminal).figures([
            ("before", result.before.figures), ("after", result.after.figures),
        ])
        let (before, after) = (result.before.intervals.successAt10, result.after.intervals.successAt10)
        return weights.lines(for: terminal) + [""] + figures.lines(for: terminal) + [
            "",
            "S@10 with 95 % confidence: \(BacktestTables.percent(before.low))–\(BacktestTables.percent(before.high)) before, "
                + "\(BacktestTables.percent(after.low))–\(BacktestTables.percent(after.high)) after.",
            "Learnt from \(TextLayout.grouped(result.learntFrom)) procurements before \(result.validateFrom), measured on "
                + "\(TextLayout.grouped(result.queries)) from then on; \(result.seconds) s.",
            result.usedFeedback
                ? "Learnt from feedback on \(TextLayout.grouped(result.decidedNeeds)) needs besides."
                : "Feedback is not learnt from yet: \(result.decidedNeeds) needs with an accepted supplier before that day, "
                    + "30 are needed.",
        ]
    }
}
