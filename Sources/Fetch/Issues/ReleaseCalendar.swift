import Procurement

/// On which days issues come out: TED's release calendar of a year.
package struct ReleaseCalendar: Sendable {
    /// In their order.
    package let issues: [Issue]

    /// Reads the CSV by the names of its columns, `OJS` and `Publication date` (dd/mm/yyyy).
    package init(csv: String, year: Int) throws(FetchFailure) {
        let text = csv.hasPrefix("\u{FEFF}") ? String(csv.dropFirst()) : csv
        let lines = text.split(whereSeparator: \.isNewline)
        guard let head = lines.first else { throw .empty }
        let separator: Character = head.contains(";") ? ";" : head.contains("\t") ? "\t" : ","
        let names = Self.cells(head, separator).map { $0.lowercased() }
        guard let number = names.firstIndex(of: "ojs"), let day = names.firstIndex(of: "publication date") else {
            throw .shape("the release calendar has no columns OJS and Publication date")
        }
        var issues: [Issue] = []
        for line in lines.dropFirst() {
            let cells = Self.cells(line, separator)
            if cells.allSatisfy(\.isEmpty) { continue }
            guard cells.count > max(number, day), let date = Self.day(cells[day]),
                let count = Self.number(cells[number], year: year)
            else { throw .shape("a line of the release calendar can't be read: \(String(line).printable)") }
            issues.append(Issue(year: year, number: count, day: date))
        }
        issues.sort()
        guard !issues.isEmpty, zip(issues, issues.dropFirst()).allSatisfy({ $0.number < $1.number && $0.day <= $1.day })
        else { throw .shape("the release calendar is empty or out of order") }
        self.issues = issues
    }

    private static func cells(_ line: Substring, _ separator: Character) -> [String] {
        line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
            String(cell.drop { " \"\u{A0}".contains($0) }.reversed().drop { " \"\u{A0}".contains($0) }.reversed())
        }
    }

    /// `14/07/2026`
    private static func day(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "/")
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The number in `136`, `136/2026` or `2026/S 136`.
    private static func number(_ text: String, year: Int) -> Int? {
        let groups = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        let rest = groups.count > 1 ? groups.filter { $0 != year } : groups
        guard rest.count == 1, (1...99_999).contains(rest[0]) else { return nil }
        return rest[0]
    }
}
