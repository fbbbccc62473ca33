import GRDB
import Procurement

/// Reads suppliers with their names and register entries.
///
/// A natural person comes without number, here and everywhere: it is a personal number.
struct SupplierReader {
    let database: Database

    struct Stored {
        var row: Int64
        var supplier: Supplier
    }

    func all() throws -> [Stored] {
        var names: [Int64: [String]] = [:]
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT n.supplier, n.name FROM supplier_names n ORDER BY n.supplier, n.name")
        while let row = try cursor.next() { names[row[0], default: []].append(row[1]) }
        var result: [Stored] = []
        let rows = try Row.fetchCursor(database, sql: "\(Self.selection) ORDER BY s.id")
        while let row = try rows.next() { result.append(Self.supplier(row, names: names[row[0]] ?? [])) }
        return result
    }

    func one(row: Int64) throws -> Supplier? {
        let names = try String.fetchAll(
            database.cachedStatement(sql: "SELECT name FROM supplier_names WHERE supplier = ? ORDER BY name"),
            arguments: [row])
        return try Row.fetchOne(
            database.cachedStatement(sql: "\(Self.selection) WHERE s.row = ?"), arguments: [row]
        ).map { Self.supplier($0, names: names).supplier }
    }

    private static let selection = """
        SELECT s.row, s.id, s.name, s.number, s.person, s.country, s.size, s.nuts,
            r.name, r.number, r.size, r.sector, r.legal_form, r.sni, r.sni_label, r.cpv, r.nuts, r.description, r.website,
            r.email
        FROM suppliers s LEFT JOIN register r ON r.row = s.register
        """

    private static func supplier(_ row: Row, names: [String]) -> Stored {
        var supplier = Supplier(id: SupplierID(row[1] as String), name: row[2])
        supplier.isNaturalPerson = row[4]
        supplier.number =
            supplier.isNaturalPerson ? nil : (row[3] as String?).flatMap { OrganisationNumber(stored: $0) }
        supplier.otherNames = names.filter { $0 != supplier.name }
        supplier.country = row[5]
        supplier.size = (row[6] as String?).flatMap { SupplierSize(rawValue: $0) }
        supplier.nuts = Columns.regions(row[7])
        if let name: String = row[8] {
            supplier.register = entry(row, name: name, isPerson: supplier.isNaturalPerson)
        }
        return Stored(row: row[0], supplier: supplier)
    }

    private static func entry(_ row: Row, name: String, isPerson: Bool) -> RegisterEntry {
        var entry = RegisterEntry(name: name)
        if !isPerson { entry.nationalID = OrganisationNumber(stored: row[9])?.formatted }
        entry.size = (row[10] as String?).flatMap { SupplierSize(rawValue: $0) }
        entry.sector = row[11]
        entry.legalForm = row[12]
        entry.sni = row[13]
        entry.sniLabel = row[14]
        entry.cpv = Columns.codes(row[15])
        entry.nuts = Columns.regions(row[16])
        entry.description = (row[17] as String?)?.withoutPersonalNumbers
        entry.website = (row[18] as String?)?.withoutPersonalNumbers
        entry.email = (row[19] as String?)?.withoutPersonalNumbers
        return entry
    }
}
