/// A table whose columns share the terminal's width; the one flexible column gives way first.
struct Table {
    enum Alignment { case left, right }

    struct Column {
        var title: String
        var alignment: Alignment = .left
        /// Takes what the other columns leave, and is cut when it does not fit.
        var isFlexible = false
    }

    var columns: [Column]
    private(set) var rows: [(cells: [String], notes: [String])] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// - Parameter notes: lines that stand under the row, already laid out.
    mutating func add(_ cells: [String], notes: [String] = []) { rows.append((cells.map(CleanText.line), notes)) }

    func lines(for terminal: Terminal) -> [String] {
        var widths = columns.indices.map { index in
            max(
                DisplayWidth.of(columns[index].title), rows.map { DisplayWidth.of($0.cells[index]) }.max() ?? 0)
        }
        let gaps = 2 * (columns.count - 1)
        let excess = widths.reduce(gaps, +) - terminal.width
        if excess > 0, let flexible = columns.firstIndex(where: \.isFlexible) {
            widths[flexible] = max(12, widths[flexible] - excess)
        }
        func line(_ cells: [String]) -> String {
            var parts: [String] = []
            for (index, cell) in cells.enumerated() {
                parts.append(
                    columns[index].alignment == .right
                        ? TextLayout.right(cell, width: widths[index])
                        : TextLayout.fit(cell, width: widths[index]))
            }
            var text = parts.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        var lines = [terminal.bold(line(columns.map(\.title)))]
        for row in rows {
            lines.append(line(row.cells))
            lines += row.notes
        }
        return lines
    }
}
