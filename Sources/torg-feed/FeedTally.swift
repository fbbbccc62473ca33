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
    /// Rows of tables, file by file.
    private var tables: [RowCounts] = []

    /// Rows of public registers: firms, natural persons, mended rows.
    private(set) var firms = 0
    private var registers: [RegisterTally] = []

    mutating func countCode() { codes += 1 }

    /// Counts a line of a register.
    mutating func count(_ line: FeedLine) {
        switch line {
        case .firm: firms += 1
        case .register(let tally):
            registers.append(tally)
            // The first of each reason have been counted as they came.
            for note in tally.refused {
                refused += note.count - refusals[note.reason, default: 0]
                refusals[note.reason] = note.count
            }
        case .outcome(let outcome): count(outcome)
        case .reading, .code: break
        }
    }

    mutating func count(_ outcome: FeedOutcome) {
        switch outcome {
        case .rows(let counts, _): tables.append(counts)
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
        for table in tables {
            text +=
                "rows \(table.read), mended \(table.mended), left out \(table.refused), of persons \(table.persons)\n"
            for example in table.examples { text += "  mended \(example)\n" }
        }
        if codes > 0 { text += "codes \(codes)\n" }
        for register in registers {
            text += "\(register.source?.rawValue ?? "no register"): rows \(register.rows)\n"
            text += "  persons, dropped \(register.persons)\n"
            for note in register.mended {
                text +=
                    "  mended: \(note.reason) \(note.count), lines \(note.lines.map(String.init).joined(separator: " "))\n"
            }
        }
        if firms > 0 { text += "firms \(firms)\n" }
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
