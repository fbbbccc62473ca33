import GRDB
import Procurement

/// Finds suppliers, by name from A to Ö as their letters' numbers go.
struct SupplierFinder {
    let database: Database

    func find(_ query: SupplierQuery, limit: Int, after cursor: PageCursor?) throws -> Page<SupplierSummary> {
        var conditions = Conditions("1")
        if let name = query.name {
            let folded = NormalizedName.fold(name)
            if folded.isEmpty { return .empty }
            conditions.add("s.row IN (SELECT supplier FROM supplier_names WHERE instr(folded, ?))", [folded])
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
                "\(newcomers ? "NOT " : "")EXISTS (SELECT 1 FROM parties p JOIN wins w ON w.party = p.row WHERE p.supplier = s.row)",
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
        let summaries = try found.compactMap { row -> (folded: String, summary: SupplierSummary)? in
            try summary(row: row[0]).map { (row[1], $0) }
        }
        let page = Page(summaries, limit: limit) { PageCursor(parts: $0.folded, $0.summary.supplier.id.rawValue) }
        return Page(items: page.items.map(\.summary), next: page.next)
    }

    func summary(row: Int64) throws -> SupplierSummary? {
        guard let supplier = try SupplierReader(database: database).one(row: row) else { return nil }
        let (awards, latest) = try awards(of: row)
        return SupplierSummary(supplier: supplier, awards: awards, latestAward: latest)
    }

    /// The row of the supplier with this id, or with one that it had before more was known of it.
    func row(of id: SupplierID) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT row FROM suppliers WHERE id = ?1
                    UNION ALL SELECT supplier FROM supplier_aliases WHERE alias = ?1 LIMIT 1
                    """), arguments: [id.rawValue])
    }

    /// How many awards it won, and the day of the latest.
    func awards(of supplier: Int64) throws -> (count: Int, latest: CalendarDate?) {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT COUNT(*), (SELECT MAX(latest) FROM parties WHERE supplier = ?1)
                    FROM (SELECT DISTINCT w.notice, w.award FROM parties p JOIN wins w ON w.party = p.row WHERE p.supplier = ?1)
                    """), arguments: [supplier])
        return (row?[0] ?? 0, (row?[1] as Int32?).map(CalendarDate.init(daysSinceEpoch:)))
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
