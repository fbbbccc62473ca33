import API
import Procurement

/// The figures of a back-test as tables for people.
struct BacktestTables {
    let terminal: Terminal

    func lines(_ result: MatchingBacktest.Result) -> [String] {
        var lines = figures(result.rows.map { ($0.name, $0.figures) }).lines(for: terminal)
        lines += [""] + fairness(result.rows).lines(for: terminal)
        if let recurring = result.recurring {
            lines += ["", "\(TextLayout.grouped(recurring.queries)) with a winner that had won before:"]
            lines += figures(recurring.rows.map { ($0.name, $0.figures) }).lines(for: terminal)
        }
        if let categories = result.categories { lines += [""] + self.categories(categories).lines(for: terminal) }
        return lines + [
            "",
            "\(TextLayout.grouped(result.queries)) procurements from \(result.from), \(TextLayout.grouped(result.history)) before them, "
                + "\(TextLayout.grouped(result.suppliers)) suppliers, embargo \(result.embargoDays) days; \(result.seconds) s.",
        ]
    }

    func figures(_ rows: [(name: String, figures: BacktestFigures)]) -> Table {
        var table = Table(
            [.init(title: "Ranking", isFlexible: true)]
                + ["S@1", "S@5", "S@10", "S@50", "S@132", "MRR", "R@50", "nDCG@10", "CC@10", "N@132"].map {
                    .init(title: $0, alignment: .right)
                })
        for (name, figures) in rows {
            let shares = [
                figures.successAt1, figures.successAt5, figures.successAt10, figures.successAt50, figures.successAt132,
            ]
            table.add(
                [name] + shares.map(Self.percent) + [RankedList.short(figures.mrr), Self.percent(figures.recallAt50)]
                    + [figures.ndcgAt10, figures.coverageAt10].map(RankedList.short)
                    + [figures.newcomersAt132.map(Self.percent) ?? "–"])
        }
        return table
    }

    /// Bounds with 95 % confidence, and who holds the first places.
    private func fairness(_ rows: [BacktestRow]) -> Table {
        var table = Table(
            [.init(title: "Ranking", isFlexible: true)]
                + ["S@10 95 %", "MRR 95 %", "New@10", "New@132", "Small@10", "Small@132", "Top ten firsts"].map {
                    .init(title: $0, alignment: .right)
                })
        for row in rows {
            let (success, mrr) = (row.intervals.successAt10, row.intervals.mrr)
            table.add([
                row.name, "\(Self.percent(success.low))–\(Self.percent(success.high))",
                "\(RankedList.short(mrr.low))–\(RankedList.short(mrr.high))", Self.percent(row.newcomerShare.at10),
                Self.percent(row.newcomerShare.at132), Self.percent(row.smallFirmShare.at10),
                Self.percent(row.smallFirmShare.at132), Self.percent(row.topTenFirsts),
            ])
        }
        return table
    }

    private func categories(_ categories: BacktestCategories) -> Table {
        var table = Table([
            .init(title: "\(TextLayout.grouped(categories.groups)) CPV groups", isFlexible: true),
            .init(title: "R@50", alignment: .right), .init(title: "95 %", alignment: .right),
        ])
        for row in categories.rows {
            table.add([row.name, Self.percent(row.recallAt50), "\(Self.percent(row.low))–\(Self.percent(row.high))"])
        }
        return table
    }

    /// A share as per cent with one decimal.
    static func percent(_ share: Points) -> String {
        let tenths = (share.millionths + 500) / 1000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
