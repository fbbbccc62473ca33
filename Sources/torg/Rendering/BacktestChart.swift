import API
import Procurement

/// Back-tests as one HTML file with bars in SVG: a row a ranking, a column a depth. It loads nothing, and follows the
/// reader's light or dark setting.
struct BacktestChart {
    let results: [MatchingBacktest.Result]

    private static let depths = ["S@1", "S@5", "S@10", "S@50", "S@132"]
    // In the SVG's own units, which the page scales to its width.
    private static let nameWidth = 210
    private static let column = (width: 150, bar: 96)
    private static let rowHeight = 26
    private static let headHeight = 30

    init(_ results: [MatchingBacktest.Result]) { self.results = results }

    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Torg: how often a winner stands high</title>
        <style>
        :root { color-scheme: light dark; --ink: #1c2430; --faint: #66707d; --line: #d9dee5; --paper: #ffffff;
          --own: #1f6f54; --other: #9aa7b5; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8ecf1; --faint: #9aa4b0; --line: #39424e; --paper: #14181d; --own: #56c596; --other: #66727f; }
        }
        body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif;
          color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        p { color: var(--faint); }
        svg { width: 100%; height: auto; font: 13px system-ui, sans-serif; fill: var(--ink); }
        .head { font-weight: 600; } .number { font-variant-numeric: tabular-nums; }
        .own { fill: var(--own); } .other { fill: var(--other); } .whole { fill: var(--line); }
        .bounds { stroke: var(--ink); stroke-width: 1.5; }
        </style>
        <h1>How often a winner stands among the first k (S@k)</h1>
        <p>Per cent of procurements; the thin line spans 95 % confidence.</p>
        \(results.map(section).joined(separator: "\n"))
        </html>

        """
    }

    private func section(_ result: MatchingBacktest.Result) -> String {
        let heading = result.embargoDays == 0 ? "No embargo" : "Embargo of \(result.embargoDays) days"
        return """
            <h2>\(heading)</h2>
            <p>\(TextLayout.grouped(result.queries)) procurements from \(result.from), \
            \(TextLayout.grouped(result.history)) before them, \(TextLayout.grouped(result.suppliers)) suppliers.</p>
            \(svg(result.rows))
            """
    }

    private func svg(_ rows: [BacktestRow]) -> String {
        let width = Self.nameWidth + Self.depths.count * Self.column.width
        let height = Self.headHeight + rows.count * Self.rowHeight
        let heads = Self.depths.enumerated().map { index, depth in
            #"<text class="head" x="\#(left(index))" y="18">\#(depth)</text>"#
        }
        return """
            <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="Success at each depth, by ranking">
            \((heads + rows.enumerated().flatMap(lines)).joined(separator: "\n"))
            </svg>
            """
    }

    private func lines(_ index: Int, _ row: BacktestRow) -> [String] {
        let top = Self.headHeight + index * Self.rowHeight
        let (figures, intervals) = (row.figures, row.intervals)
        let cells = [
            (figures.successAt1, intervals.successAt1), (figures.successAt5, intervals.successAt5),
            (figures.successAt10, intervals.successAt10), (figures.successAt50, intervals.successAt50),
            (figures.successAt132, intervals.successAt132),
        ]
        let name = #"<text x="0" y="\#(top + 14)">\#(Self.escaped(row.name))</text>"#
        return [name]
            + cells.enumerated().map { column, cell in
                let (share, bounds) = cell
                let x = left(column)
                let number = BacktestTables.percent(share)
                return #"<rect class="whole" x="\#(x)" y="\#(top + 4)" width="\#(Self.column.bar)" height="12"/>"#
                    + #"<rect class="\#(index == 0 ? "own" : "other")" x="\#(x)" y="\#(top + 4)" width="\#(length(share))" height="12"/>"#
                    + #"<path class="bounds" d="M\#(x + length(bounds.low)) \#(top + 10)H\#(x + length(bounds.high))"/>"#
                    + #"<text class="number" x="\#(x + Self.column.bar + 6)" y="\#(top + 14)">\#(number)</text>"#
            }
    }

    private func left(_ column: Int) -> Int { Self.nameWidth + column * Self.column.width }

    private func length(_ share: Points) -> Int {
        (share.millionths * Self.column.bar + 500_000) / 1_000_000
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
