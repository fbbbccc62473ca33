import GRDB
import Procurement

/// Finds current notices, the newest first.
struct NoticeFinder {
    let database: Database

    func find(_ query: NoticeQuery, limit: Int, after cursor: PageCursor?) throws -> Page<NoticeSummary> {
        var conditions = Conditions("n.standing = 'current'")
        if let text = query.text.map(Self.match), !text.isEmpty {
            conditions.add("n.row IN (SELECT rowid FROM notice_words WHERE notice_words MATCH ?)", [text])
        }
        if !query.cpv.isEmpty {
            let ranges = query.cpv.map(Self.range)
            conditions.add(
                "n.row IN (SELECT notice FROM notice_cpv WHERE "
                    + ranges.map { _ in "code BETWEEN ? AND ?" }.joined(separator: " OR ") + ")",
                ranges.flatMap { [$0.lowerBound, $0.upperBound] })
        }
        if let buyer = query.buyer {
            conditions.add(
                """
                (n.row IN (SELECT notice FROM notice_buyers WHERE key IN (?, ?))
                    OR n.row IN (SELECT rowid FROM notice_words WHERE notice_words MATCH ?))
                """, [buyer, Buyer.key(typed: buyer), "buyers : (" + Self.match(buyer, else: "\"\"") + ")"])
        }
        if let supplier = query.supplier {
            guard let row = try SupplierFinder(database: database).row(of: supplier) else {
                return .empty
            }
            conditions.add(
                "n.row IN (SELECT w.notice FROM parties p JOIN wins w ON w.party = p.row WHERE p.supplier = ?)", [row])
        }
        if let purpose = query.purpose { conditions.add("n.purpose = ?", [purpose.rawValue]) }
        if let procedure = query.procedure { conditions.add("n.procedure = ?", [procedure.rawValue]) }
        if let from = query.from { conditions.add("n.date >= ?", [from.daysSinceEpoch]) }
        if let to = query.to { conditions.add("n.date <= ?", [to.daysSinceEpoch]) }
        if let cursor {
            let parts = try cursor.parts(2)
            guard let date = Int(parts[0]) else { throw StoreError.invalidCursor(cursor.text) }
            conditions.add("(ifnull(n.date, \(Self.noDate)), n.id) < (?, ?)", [date, parts[1]])
        }
        let summaries = try Row.fetchAll(
            database,
            sql: """
                SELECT n.row, n.id, n.version, n.publication, n.procedure, n.purpose, n.type, n.date, n.title, n.cpv,
                    n.value, n.currency, n.kind,
                    (SELECT COUNT(*) FROM lots l WHERE l.notice = n.row)
                FROM notices n WHERE \(conditions.sql)
                ORDER BY ifnull(n.date, \(Self.noDate)) DESC, n.id DESC LIMIT \(limit + 1)
                """, arguments: conditions.arguments
        ).map(summary)
        return Page(summaries, limit: limit) {
            PageCursor(parts: String($0.date.map { Int($0.daysSinceEpoch) } ?? Self.noDate), $0.id.rawValue)
        }
    }

    /// Stands for an unknown date, and comes before every other.
    static let noDate = -1_000_000_000

    private func summary(_ row: Row) throws -> NoticeSummary {
        guard let purpose = NoticePurpose(rawValue: try row[5]) else {
            throw DamagedRow("a notice has an unknown purpose")
        }
        let money: Money? =
            if let value: Int64 = try row[10], let currency: String = try row[11] {
                Money(hundredths: value, currency: currency)
            } else { nil }
        return try NoticeSummary(
            id: NoticeID(row[1] as String), version: row[2], publicationNumber: row[3],
            procedureID: (row[4] as String?).map { ProcedureID($0) }, purpose: purpose, type: row[6],
            date: (row[7] as Int32?).map(CalendarDate.init(daysSinceEpoch:)),
            title: row.shown(8), cpv: Columns.codes(row[9]),
            buyers: buyers(of: row[0]), value: money,
            kind: (row[12] as String?).flatMap { ContractKind(rawValue: $0) }, lots: row[13],
            winners: winners(of: row[0]))
    }

    func buyers(of notice: Int64) throws -> [PastProcurement.Buyer] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT key, name FROM notice_buyers WHERE notice = ? ORDER BY ordinal"),
            arguments: [notice]
        ).map { try PastProcurement.Buyer(key: $0[0], name: $0.shown(1)) }
    }

    private func winners(of notice: Int64) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT COUNT(DISTINCT p.supplier) FROM wins w JOIN parties p ON p.row = w.party WHERE w.notice = ?
                    """), arguments: [notice]) ?? 0
    }

    /// Every code that begins with the pattern's digits.
    static func range(_ pattern: CPVPattern) -> ClosedRange<Int> {
        let rest = 8 - pattern.digits.utf8.count
        let low = Int(pattern.digits + String(repeating: "0", count: rest)) ?? 0
        let high = Int(pattern.digits + String(repeating: "9", count: rest)) ?? 0
        return low...high
    }

    /// The words as FTS5 wants them: each in quotes, so that nothing in them is an operator, and each a beginning.
    private static func match(_ text: String) -> String { match(text, else: "") }

    private static func match(_ text: String, else none: String) -> String {
        let words = text.normalized.split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? none : words.map { "\"\($0)\"*" }.joined(separator: " AND ")
    }
}

/// Conditions that must all hold, with their arguments in order.
struct Conditions {
    private var terms: [String]
    private(set) var arguments = StatementArguments()

    init(_ first: String) { terms = [first] }

    var sql: String { terms.joined(separator: " AND ") }

    mutating func add(_ term: String, _ values: [(any DatabaseValueConvertible)?]) {
        terms.append(term)
        arguments += StatementArguments(values)
    }
}
