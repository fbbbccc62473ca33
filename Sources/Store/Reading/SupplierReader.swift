import GRDB
import PersonalNumbers
import Procurement

/// Reads suppliers with their names and register entries.
///
/// A natural person comes without number, here and everywhere: it is a personal number.
struct SupplierReader {
    let database: Database

    /// How many suppliers are read between one word about it and the next.
    private static let stride = 1000

    /// All suppliers.
    ///
    /// They are read as they lie in the file, and put in their order as they come: in the order of their ids each would be
    /// looked for anew.
    ///
    /// - Parameters:
    ///   - places: their order, and where in it each is.
    ///   - progress: told now and then how many are read.
    func all(_ places: SupplierPlaces, progress: (_ done: Int) -> Void = { _ in }) throws -> [Supplier] {
        var names = Companions(
            try Row.fetchCursor(database, sql: "SELECT supplier, name FROM supplier_names ORDER BY supplier, name"))
        var suppliers = places.ids.map { Supplier(id: $0, name: "") }
        let rows = try Row.fetchCursor(database, sql: "\(Self.selection) ORDER BY s.row")
        var count = 0
        while let row = try rows.next() {
            let number: Int64 = try row[0]
            guard let place = places[number] else {
                throw DamagedRow("a supplier has no id")
            }
            try Self.read(row, into: &suppliers[place])
            try names.forEach(of: number) { suppliers[place].add(otherName: try $0[1]) }
            count += 1
            if count.isMultiple(of: Self.stride) { progress(count) }
        }
        try addFirms(to: &suppliers)
        try addTenderedIndustries(to: &suppliers, places)
        return suppliers
    }

    /// Adds the industry that the statistics state where no register does: that of the latest procurement, of one day the highest
    /// code.
    private func addTenderedIndustries(to suppliers: inout [Supplier], _ places: SupplierPlaces) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT p.supplier, t.sni, t.sni_version, n.date FROM tenders t JOIN parties p ON p.row = t.party
                JOIN notices n ON n.row = t.notice WHERE t.sni IS NOT NULL AND p.supplier IS NOT NULL
                """)
        var told: [Int: (day: Int32, code: String, version: Int)] = [:]
        while let row = try rows.next() {
            guard let place = places[try row[0]], suppliers[place].register?.sni == nil,
                !suppliers[place].isNaturalPerson
            else { continue }
            let found = (
                day: try row[3] as Int32? ?? .min, code: try row[1] as String, version: try row[2] as Int? ?? 0
            )
            if told[place].map({ ($0.day, $0.code) < (found.day, found.code) }) ?? true { told[place] = found }
        }
        if told.isEmpty { return }
        let keys = try FirmKeys(database)
        for (place, found) in told {
            guard let version = SNIVersion(rawValue: found.version) else { continue }
            suppliers[place].add(industry: found.code, version, keys)
        }
    }

    /// Adds what public registers say, also of the firms that nothing else is known of.
    private func addFirms(to suppliers: inout [Supplier]) throws {
        let keys = try FirmKeys(database)
        // Both are in the order of their ids, where the numbers of one country are in their own.
        var place = 0
        try FirmRows(database: database).forEach { number in
            let id = "SE\(number)"
            while place < suppliers.count, suppliers[place].id.rawValue < id { place += 1 }
            return place < suppliers.count && suppliers[place].id.rawValue == id
        } _: { rows in
            guard let firm = FirmPortrait(rows) else { return }
            if suppliers[place].name.isEmpty {
                suppliers[place] = firm.supplier(keys, whole: false)
            } else {
                suppliers[place].add(firm, keys, whole: false)
            }
        }
    }

    func one(row: Int64) throws -> Supplier? {
        let names = try String.fetchAll(
            database.cachedStatement(sql: "SELECT name FROM supplier_names WHERE supplier = ? ORDER BY name"),
            arguments: [row])
        let found = try Row.fetchOne(
            database.cachedStatement(sql: "\(Self.selection) WHERE s.row = ?"), arguments: [row])
        guard let found else { return nil }
        var supplier = Supplier(id: SupplierID(try found[1] as String), name: "")
        try Self.read(found, into: &supplier)
        for name in names { supplier.add(otherName: name) }
        if !supplier.isNaturalPerson, let firm = try supplier.number.flatMap(firm) {
            supplier.add(firm, try FirmKeys(database, for: firm), whole: true)
        }
        return supplier
    }

    /// A firm that the public registers alone know.
    func firm(_ id: SupplierID) throws -> Supplier? {
        guard let number = OrganisationNumber(stored: id.rawValue), let firm = try firm(number) else { return nil }
        return firm.supplier(try FirmKeys(database, for: firm), whole: true)
    }

    /// What the public registers say of a number.
    func firm(_ number: OrganisationNumber) throws -> FirmPortrait? {
        guard number.country == HomeCountry.code, let digits = Int(number.number) else { return nil }
        return FirmPortrait(try FirmRows(database: database).rows(of: digits))
    }

    private static let selection = """
        SELECT s.row, s.id, s.name, s.number, s.person, s.country, s.size, s.nuts,
            r.name, r.number, r.size, r.sector, r.legal_form, r.sni, r.sni_label, r.cpv, r.nuts, r.description, r.website,
            r.email
        FROM suppliers s LEFT JOIN register r ON r.row = s.register
        """

    /// Reads all but the id and the other names.
    private static func read(_ row: Row, into supplier: inout Supplier) throws {
        supplier.name = try row.shown(2)
        supplier.isNaturalPerson = try row[4]
        if !supplier.isNaturalPerson, let number: String = try row[3] {
            supplier.number = OrganisationNumber(stored: number)
        }
        supplier.country = try row[5]
        supplier.size = (try row[6] as String?).flatMap { SupplierSize(rawValue: $0) }
        supplier.nuts = Columns.regions(try row[7])
        if let name: String = try row[8] {
            supplier.register = try entry(row, name: name.withoutPersonalNumbers, isPerson: supplier.isNaturalPerson)
        }
    }

    private static func entry(_ row: Row, name: String, isPerson: Bool) throws -> RegisterEntry {
        var entry = RegisterEntry(name: name)
        if !isPerson { entry.nationalID = OrganisationNumber(stored: try row[9])?.formatted }
        entry.size = (try row[10] as String?).flatMap { SupplierSize(rawValue: $0) }
        entry.sector = try row.shownIfAny(11)
        entry.legalForm = try row.shownIfAny(12)
        entry.sni = try row.shownIfAny(13)
        entry.sniLabel = try row.shownIfAny(14)
        entry.cpv = Columns.codes(try row[15])
        entry.nuts = Columns.regions(try row[16])
        entry.description = try row.shownIfAny(17)
        entry.website = try row.shownIfAny(18)
        entry.email = try row.shownIfAny(19)
        return entry
    }
}

extension Supplier {
    fileprivate mutating func add(otherName stored: String) {
        let otherName = stored.withoutPersonalNumbers
        if otherName != name { otherNames.append(otherName) }
    }
}

/// The ids of all suppliers in their order, those of firms that the public registers alone know among them; and by row of
/// the store where each is in it.
struct SupplierPlaces: Sendable {
    private(set) var ids: [SupplierID] = []
    /// By row; -1 where there is none.
    private var places: [Int32] = []

    init(_ database: Database) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(row) FROM suppliers") ?? 0
        places = [Int32](repeating: -1, count: try Self.room(upTo: last))
        // The index of ids has the rows, so nothing else is read.
        let rows = try Row.fetchCursor(database, sql: "SELECT row, id FROM suppliers ORDER BY id")
        // Firms that are gone, and that never won anything, are of no use to anybody.
        let firms = try Row.fetchCursor(database, sql: "SELECT number FROM firms WHERE gone = 0 ORDER BY number")
        func nextFirm() throws -> SupplierID? {
            guard let row = try firms.next() else { return nil }
            let number: Int64 = try row[0]
            guard FirmRows.numbers.contains(number) else { throw DamagedRow("a firm has no organisation number") }
            return SupplierID("SE\(number)")
        }
        var firm = try nextFirm()
        while let row = try rows.next() {
            let place: Int = try row[0]
            guard places.indices.contains(place) else { throw DamagedRow("a supplier has no number from 1 up") }
            let id = SupplierID(try row[1] as String)
            while let next = firm, next <= id {
                if next < id { ids.append(next) }
                firm = try nextFirm()
            }
            places[place] = Int32(ids.count)
            ids.append(id)
        }
        while let next = firm {
            ids.append(next)
            firm = try nextFirm()
        }
    }

    /// How many places a table by row needs.
    /// - Throws: `DamagedRow` where rows are numbered as the store never does.
    static func room(upTo last: Int) throws -> Int {
        guard (0..<1 << 32).contains(last) else { throw DamagedRow("rows are numbered beyond all that was written") }
        return last + 1
    }

    subscript(row: Int64) -> Int? {
        guard places.indices.contains(Int(row)), places[Int(row)] >= 0 else { return nil }
        return Int(places[Int(row)])
    }
}
