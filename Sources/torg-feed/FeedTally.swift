import Procurement

/// How much was read, by dialect and type of notice, for a person to look at.
struct FeedTally {
    private struct Row {
        var notices = 0
        var lots = 0
        var awards = 0
        var winners = 0
        var withoutWinner = 0
        var withheld = 0

        var cells: [Int] { [notices, lots, awards, winners, withoutWinner, withheld] }

        static func += (left: inout Row, right: Row) {
            left.notices += right.notices
            left.lots += right.lots
            left.awards += right.awards
            left.winners += right.winners
            left.withoutWinner += right.withoutWinner
            left.withheld += right.withheld
        }
    }

    private var rows: [String: Row] = [:]
    private var refusals: [String: Int] = [:]
    private(set) var notices = 0
    /// Rows of lists of codes.
    private(set) var codes = 0
    private(set) var refused = 0

    mutating func countCode() { codes += 1 }

    mutating func count(_ outcome: FeedOutcome) {
        switch outcome {
        case .refusal(let refusal):
            refused += 1
            refusals[refusal.reason, default: 0] += 1
        case .notice(let notice, _):
            notices += 1
            let row = Row(
                notices: 1, lots: notice.lots.count, awards: notice.awards.count,
                winners: notice.awards.reduce(0) { $0 + $1.winners.count },
                withoutWinner: notice.awards.count { if case .noWinner = $0.outcome { true } else { false } },
                withheld: notice.withheld.count)
            rows["\(notice.source.dialect.rawValue) \(notice.type ?? "–")", default: Row()] += row
        }
    }

    /// The rows sorted by name, then the sum, then the refusals by reason.
    var table: String {
        let head = ["", "notices", "lots", "awards", "winners", "no winner", "withheld"]
        var lines = rows.sorted { $0.key < $1.key }.map { [$0.key] + $0.value.cells.map(String.init) }
        lines.append(["total"] + rows.values.reduce(into: Row()) { $0 += $1 }.cells.map(String.init))
        var text = Self.columns([head] + lines)
        if codes > 0 { text += "codes \(codes)\n" }
        if refused > 0 {
            text += "\nrefused \(refused)\n"
            for (reason, count) in refusals.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                text += "  \(reason) \(count)\n"
            }
        }
        return text
    }

    /// The first column to the left, numbers to the right.
    private static func columns(_ lines: [[String]]) -> String {
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            line.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
