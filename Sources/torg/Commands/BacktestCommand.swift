import API
import ArgumentParser

/// `torg backtest`
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Measure the ranking on the store's own past.",
        discussion:
            "For each procurement since --from, suppliers are ranked from what was known before; then it is counted how high the winners stood."
    )

    @Option(help: ArgumentHelp("The first day of the procurements to ask for.", valueName: "day"))
    var from: Day

    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: Day?

    @Option(help: ArgumentHelp("Days before --from whose results are taken as not yet known.", valueName: "days"))
    var embargo: Int?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            MatchingBacktest.self, .init(from: from, to: to, embargoDays: embargo), timeout: nil
        ) { result in
            var table = Table(
                [.init(title: "Ranking", isFlexible: true)]
                    + ["S@1", "S@5", "S@10", "S@50", "S@132", "MRR", "R@50", "nDCG@10", "CC@10", "N@132"].map {
                        .init(title: $0, alignment: .right)
                    })
            for (name, figures) in [("torg", result.figures)] + result.baselines.map({ ($0.name, $0.figures) }) {
                table.add([name] + Self.cells(figures))
            }
            return table.lines(for: session.terminal) + [
                "",
                "\(TextLayout.grouped(result.queries)) procurements from \(result.from), \(TextLayout.grouped(result.history)) before them, "
                    + "\(TextLayout.grouped(result.suppliers)) suppliers, embargo \(result.embargoDays) days; \(result.seconds) s.",
            ]
        }
    }

    private static func cells(_ figures: BacktestFigures) -> [String] {
        let shares = [
            figures.successAt1, figures.successAt5, figures.successAt10, figures.successAt50, figures.successAt132,
        ]
        return shares.map(percent) + [RankedList.short(figures.mrr), percent(figures.recallAt50)]
            + [figures.ndcgAt10, figures.coverageAt10].map(RankedList.short)
            + [figures.newcomersAt132.map(percent) ?? "–"]
    }

    /// A share as per cent with one decimal.
    private static func percent(_ share: Points) -> String {
        let tenths = (share.millionths + 500) / 1000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
