import CSV
import Procurement

/// Reads Upphandlingsmyndigheten's statistics: rows of tenders become notices of results, with who lost.
///
/// The file is gone through twice: first for its edition, which is the latest year that it has rows of, and for whether it
/// tells those who got no contract; then for its rows. So many rows are gathered before they are handed on as procurements
/// that little is held; a procurement whose rows lie far apart comes in several parts, which whoever keeps them puts
/// together (`Tendering.merge`).
struct StatisticsReader {
    /// Rows that are gathered.
    private static let gathered = 20_000
    /// Rows that are refusals of their own; the rest is told in one.
    private static let told = 20

    private let source: StatisticsSource
    private let path: String

    init(_ source: StatisticsSource, path: String) {
        self.source = source
        self.path = path
    }

    /// What the first look at a file tells.
    private struct Edition {
        var year: Int
        var tellsLosers: Bool
    }

    func read(_ body: (FeedOutcome) throws -> Void) throws {
        let table: CSVTable<StatisticsColumn>
        let edition: Edition
        do {
            edition = try self.edition()
            table = try open()
        } catch {
            return try body(.refusal(error.refusal(file: path)))
        }
        try read(table, edition, body)
    }

    // MARK: The first look

    private func open() throws(NoticeDefect) -> CSVTable<StatisticsColumn> {
        let bytes = try source.begin()
        let table: CSVTable<StatisticsColumn>
        do {
            table = try CSVTable(mendsQuotes: true, bytes)
        } catch {
            throw Self.defect(error)
        }
        let missing = StatisticsColumn.necessary.filter { !table.columns.contains($0) }.map(\.title)
        let outcomes = StatisticsColumn.outcomes
        let lacks =
            missing
            + (outcomes.contains(where: table.columns.contains)
                ? [] : [outcomes.map(\.title).joined(separator: " or ")])
        guard lacks.isEmpty else {
            throw NoticeDefect(
                reason: "missing-columns",
                detail:
                    "the statistics lack the columns \(lacks.joined(separator: ", ")): export them with all columns, "
                    + "named as Upphandlingsmyndigheten does", line: 1)
        }
        return table
    }

    private func edition() throws(NoticeDefect) -> Edition {
        var table = try open()
        let columns = table.columns
        var edition = Edition(year: 0, tellsLosers: false)
        while let line = try Self.next(&table) {
            guard case .row(let fields) = line else { continue }
            if let year = StatisticsRow.year(fields) { edition.year = max(edition.year, year) }
            if !edition.tellsLosers, (try? StatisticsRow.outcome(fields, columns)) == false {
                edition.tellsLosers = true
            }
        }
        return edition
    }

    private static func next(_ table: inout CSVTable<StatisticsColumn>) throws(NoticeDefect)
        -> CSVTable<StatisticsColumn>.Line?
    {
        do { return try table.next() } catch { throw defect(error) }
    }

    private static func defect(_ error: CSVError) -> NoticeDefect {
        switch error {
        case .unreadable(let reason):
            NoticeDefect(reason: "unreadable", detail: "reading stopped: \(reason); try again, or copy it anew")
        case .notText:
            NoticeDefect(reason: "not-text", detail: "it is no text in UTF-8 or ISO 8859-1; fetch it as CSV")
        case .noHeader: NoticeDefect(reason: "no-header", detail: "its first line names no columns", line: 1)
        case .repeatedColumn(let column):
            NoticeDefect(reason: "repeated-column", detail: "the column “\(column)” is there twice", line: 1)
        }
    }

    // MARK: The rows

    /// A procurement of which rows are gathered.
    private struct Gathered {
        var line: Int
        var rows = 0
        var tendering: Tendering
    }

    private func read(
        _ table: CSVTable<StatisticsColumn>, _ edition: Edition, _ body: (FeedOutcome) throws -> Void
    ) throws {
        var table = table
        let columns = table.columns
        var counts = RowCounts()
        var untold: [String: Int] = [:]
        var places: [String: Int] = [:]
        var gathered: [Gathered] = []
        var held = 0
        func refuse(_ reason: String, _ detail: String, _ line: Int) throws {
            counts.refused += 1
            guard counts.refused <= Self.told else {
                untold[reason, default: 0] += 1
                return
            }
            try body(
                .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: line))))
        }
        func handOn() throws {
            for one in gathered {
                try body(.notice(one.tendering.notice, at: FeedPosition(file: path, line: one.line)))
            }
            places.removeAll(keepingCapacity: true)
            gathered.removeAll(keepingCapacity: true)
            held = 0
        }
        while true {
            let line: CSVTable<StatisticsColumn>.Line?
            do {
                line = try Self.next(&table)
            } catch {
                try handOn()
                return try body(.refusal(error.refusal(file: path)))
            }
            guard let line else { break }
            counts.read += 1
            guard case .row(let fields) = line else {
                if case .fault(let fault) = line { try refuse(fault.reason, fault.detail, fault.line) }
                continue
            }
            let row: StatisticsRow
            do {
                row = try StatisticsRow(fields, edition: edition.year, columns: columns)
            } catch {
                try refuse(error.reason, error.detail, fields.line)
                continue
            }
            if let mended = row.mended { counts.mend(line: fields.line, mended) }
            if row.isPerson { counts.persons += 1 }
            let place = places[row.frame.procurement] ?? gathered.count
            if place == gathered.count {
                places[row.frame.procurement] = place
                gathered.append(Gathered(line: fields.line, tendering: row.frame.withoutLots))
            }
            guard gathered[place].rows < Tendering.mostTenders else {
                try refuse(
                    "too-many-tenders", "the procurement has more than \(Tendering.mostTenders) rows", fields.line)
                continue
            }
            gathered[place].rows += 1
            gathered[place].tendering.add(
                row.tender, isContracted: row.isContracted, of: row.frame, tellsLosers: edition.tellsLosers)
            held += 1
            if held >= Self.gathered { try handOn() }
        }
        try handOn()
        try tell(counts, untold, body)
    }

    private func tell(
        _ counts: RowCounts, _ untold: [String: Int], _ body: (FeedOutcome) throws -> Void
    ) throws {
        let position = FeedPosition(file: path)
        if !untold.isEmpty {
            let reasons = untold.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let detail = "\(untold.values.reduce(0, +)) more rows were left out: \(reasons)"
            try body(.refusal(Refusal(reason: "more-rows", detail: detail, position: position)))
        }
        try body(.rows(counts, at: position))
    }
}

extension Tendering {
    fileprivate var withoutLots: Tendering { Tendering(procurement: procurement, outline: outline) }
}
