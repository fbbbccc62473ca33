import GRDB
import Procurement

/// Finds suppliers, by name from A to Ö as their letters' numbers go.
struct SupplierFinder {
    let database: Database

    func find(_ query: SupplierQuery, limit: Int, after cursor: PageCursor?) throws -> Page<SupplierSummary> {
        var conditions = Conditions("1")
        // Those of the public registers alone are found by the same numbers.
        var fewNamed: [Int64]?
        if let name = query.name {
            let folded = NormalizedName.fold(name)
            if folded.isEmpty { return .empty }
            fewNamed = try FirmFinder.few(named: folded, in: database)
            // The name that a public register has of it counts as well.
            let ofRegister: (sql: String, arguments: [String])
            if let few = fewNamed {
                ofRegister = ("s.number IN (\(few.map { "'SE\($0)'" }.joined(separator: ", ")))", [])
            } else {
                ofRegister = (
                    """
                    substr(s.number, 1, 2) = 'SE' AND EXISTS (
                        SELECT 1 FROM firms WHERE number = CAST(substr(s.number, 3) AS INTEGER) AND instr(folded, ?))
                    """, [folded]
                )
            }
            conditions.add(
                """
                (s.row IN (SELECT supplier FROM supplier_names WHERE instr(folded, ?)) OR \(ofRegister.sql))
                """, [folded] + ofRegister.arguments)
        }
        if let number = query.number {
            guard let number = Self.number(typed: number) else { return .empty }
            conditions.add("s.key = ? AND s.person = 0", [number.stored])
        }
        if let sni = query.sni { conditions.add("substr(s.sni, 1, ?) = ?", [sni.unicodeScalars.count, sni]) }
        if !query.sizes.isEmpty {
            conditions.add(
                "s.size IN (\(query.sizes.map { _ in "?" }.joined(separator: ", ")))", query.sizes.map(\.rawValue))
        }
        if !query.nuts.isEmpty {
            let terms = query.nuts.map { _ in "instr(' ' || s.nuts, ' ' || ?)" }
            conditions.add("(" + terms.joined(separator: " OR ") + ")", query.nuts.map(\.code))
        }
        if !query.excluded.isEmpty {
            conditions.add(
                "s.id NOT IN (\(query.excluded.map { _ in "?" }.joined(separator: ", ")))",
                query.excluded.map(\.rawValue))
        }
        if let newcomers = query.newcomers {
            conditions.add(
                "\(newcomers ? "NOT " : "")EXISTS (SELECT 1 FROM parties p JOIN wins w ON w.party = p.row AND w.retold = 0 WHERE p.supplier = s.row)",
                [])
        }
        if let cursor {
            let parts = try cursor.parts(2)
            conditions.add("(s.folded, s.id) > (?, ?)", parts)
        }
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT s.row, s.folded FROM suppliers s WHERE \(conditions.sql) ORDER BY s.folded, s.id LIMIT \(limit + 1)
                """, arguments: conditions.arguments)
        var summaries = try found.compactMap { row -> (folded: String, summary: SupplierSummary)? in
            try summary("s.row = ?", row[0] as Int64).map { (try row[1], $0) }
        }
        summaries += try FirmFinder(database: database).find(query, few: fewNamed, limit: limit + 1, after: cursor)
        summaries.sort { ($0.folded, $0.summary.id.rawValue) < ($1.folded, $1.summary.id.rawValue) }
        let page = Page(Array(summaries.prefix(limit + 1)), limit: limit) {
            PageCursor(parts: $0.folded, $0.summary.id.rawValue)
        }
        return Page(items: page.items.map(\.summary), next: page.next)
    }

    /// The supplier with this id, or with one that it had before more was known of it.
    func summary(_ id: SupplierID) throws -> SupplierSummary? {
        if let summary = try summary("s.id = ?", id.rawValue) { return summary }
        if let row = try row(of: id) { return try summary("s.row = ?", row) }
        return try SupplierReader(database: database).firm(id).map(SupplierSummary.init)
    }

    /// All of it by one statement: a list has many, and each statement costs more than what it reads.
    private func summary(_ condition: String, _ argument: some DatabaseValueConvertible) throws -> SupplierSummary? {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: "\(Self.selection) WHERE \(condition)"), arguments: [argument])
        guard let row = try rows.next() else { return nil }
        let isNaturalPerson: Bool = try row[3]
        var summary = try SupplierSummary(
            id: SupplierID(row[0] as String), name: row.shown(1),
            number: isNaturalPerson ? nil : (row[2] as String?).flatMap { OrganisationNumber(stored: $0) },
            isNaturalPerson: isNaturalPerson, size: Self.size(row[4]) ?? Self.size(row[5]),
            nuts: Columns.regions(row[6]), awards: row[7],
            latestAward: (row[8] as Int32?).map(CalendarDate.init(daysSinceEpoch:)))
        if let firm = try summary.number.flatMap(SupplierReader(database: database).firm) {
            if try (row[9] as Int64?) == nil { summary.name = firm.name }
            summary.status = firm.status
        }
        return summary
    }

    private static let selection = """
        SELECT s.id, s.name, s.number, s.person, s.size, r.size, s.nuts,
            (SELECT COUNT(*) FROM (
                SELECT DISTINCT w.notice, w.lots FROM parties p JOIN wins w ON w.party = p.row AND w.retold = 0
                WHERE p.supplier = s.row)),
            (SELECT MAX(n.date) FROM parties p JOIN wins w ON w.party = p.row AND w.retold = 0
                JOIN notices n ON n.row = w.notice WHERE p.supplier = s.row), s.register
        FROM suppliers s LEFT JOIN register r ON r.row = s.register
        """

    private static func size(_ text: String?) -> SupplierSize? { text.flatMap { SupplierSize(rawValue: $0) } }

    /// The row of the supplier with this id, or with one that it had before more was known of it.
    func row(of id: SupplierID) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT row FROM suppliers WHERE id = ?1
                    UNION ALL SELECT supplier FROM supplier_aliases WHERE alias = ?1 LIMIT 1
                    """), arguments: [id.rawValue])
    }

    /// How often it won.
    func awardCount(of supplier: Int64) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT COUNT(*) FROM (
                        SELECT DISTINCT w.notice, w.lots FROM parties p JOIN wins w ON w.party = p.row AND w.retold = 0
                        WHERE p.supplier = ?)
                    """), arguments: [supplier]) ?? 0
    }

    /// A number that may be asked for: a personal number is none.
    static func number(typed text: String) -> OrganisationNumber? {
        guard let number = RegisterNumber.read(text), !number.isPersonal else { return nil }
        return number
    }
}

extension Page {
    init(items: [Element], next: PageCursor?) {
        self.items = items
        self.next = next
    }

    static var empty: Page { Page(items: [], next: nil) }
}
