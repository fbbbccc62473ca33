import GRDB
import Procurement

/// Finds firms that the public registers alone know, in the order of `SupplierFinder`.
struct FirmFinder {
    let database: Database

    /// - Parameter few: `few(named:in:)` of the query's name.
    /// - Returns: at most `limit`, each with what it is ordered by.
    func find(
        _ query: SupplierQuery, few: [Int64]?, limit: Int, after cursor: PageCursor?
    ) throws -> [(folded: String, summary: SupplierSummary)] {
        // None is known to have won, and of none is the size known.
        guard query.newcomers != false, query.sizes.isEmpty else { return [] }
        var conditions = ["NOT EXISTS (SELECT 1 FROM suppliers s WHERE s.id = 'SE' || f.number)"]
        var arguments: StatementArguments = []
        if let name = query.name {
            if let few {
                conditions.append("f.number IN (\(few.map(String.init).joined(separator: ", ")))")
            } else {
                conditions.append("instr(f.folded, ?)")
                arguments += [NormalizedName.fold(name)]
            }
        }
        if let typed = query.number {
            guard let number = SupplierFinder.number(typed: typed), number.country == HomeCountry.code else {
                return []
            }
            conditions.append("f.number = ?")
            arguments += [Int64(number.number)]
        }
        if let cursor {
            let parts = try cursor.parts(2)
            // The first of the two is what the order by name can begin at.
            conditions.append("f.folded >= ? AND (f.folded, 'SE' || f.number) > (?, ?)")
            arguments += [parts[0], parts[0], parts[1]]
        }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT f.number, f.folded FROM firms f WHERE \(conditions.joined(separator: " AND "))
                ORDER BY f.folded, f.number
                """, arguments: arguments)
        let firms = FirmRows(database: database)
        var found: [(folded: String, summary: SupplierSummary)] = []
        while found.count < limit, let row = try rows.next() {
            guard let firm = FirmPortrait(try firms.rows(of: try row[0])) else { continue }
            let supplier = firm.supplier(try FirmKeys(database, for: firm), whole: true)
            guard Self.fits(supplier, query) else { continue }
            found.append((try row[1], SupplierSummary(supplier)))
        }
        return found
    }

    /// What more firms have is found sooner in the order of their names: one of some hundreds is one of them.
    private static let mostFew = 2000

    /// The numbers of the firms with a text in their folded names, at most 2,000; `nil` where more have it, or where it is shorter
    /// than what `firm_names` knows of. A folded name is letters and digits, so that nothing in it means anything to LIKE.
    static func few(named folded: String, in database: Database) throws -> [Int64]? {
        guard folded.unicodeScalars.count >= 3 else { return nil }
        let numbers = try Int64.fetchAll(
            database, sql: "SELECT rowid FROM firm_names WHERE folded LIKE '%' || ? || '%' LIMIT \(mostFew + 1)",
            arguments: [folded])
        return numbers.count > mostFew ? nil : numbers
    }

    private static func fits(_ supplier: Supplier, _ query: SupplierQuery) -> Bool {
        if query.excluded.contains(supplier.id) { return false }
        if let sni = query.sni, supplier.register?.sni?.hasPrefix(sni) != true { return false }
        guard !query.nuts.isEmpty else { return true }
        let own = supplier.register?.nuts ?? []
        return own.contains { own in query.nuts.contains { $0.contains(own) } }
    }
}
