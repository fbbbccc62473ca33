import Foundation
import GRDB
import Procurement

/// Finds, makes and reads the guests of one event.
struct GuestRows {
    let database: Database
    let event: Int64

    /// The guest that a company is at this event, made if it isn't one yet.
    ///
    /// A company is a known supplier by its id, else by its number, else by a name that one supplier alone has.
    func guest(_ company: GuestCompany) throws -> Int64 {
        let name = NormalizedName(company.name ?? "")
        let number = company.number ?? name.number
        let row = try supplier(company.supplier, number, name)
        let known = try row.flatMap { try SupplierReader(database: database).one(row: $0) }
        let key =
            if let known {
                "s:\(known.id)"
            } else if let number {
                "n:\(number.stored)"
            } else {
                "f:\(name.isEmpty ? name.display : name.folded)"
            }
        if let found = try existing(key: key, supplier: row) { return found }
        try database.execute(
            sql: "INSERT INTO guests (event, key, supplier, name, number, size) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                event, key, (known?.id ?? company.supplier)?.rawValue,
                name.display.isEmpty ? known?.name ?? number?.masked ?? "–" : name.display, number?.stored,
                (company.size ?? known?.size ?? known?.register?.size)?.rawValue,
            ])
        return database.lastInsertedRowID
    }

    private func existing(key: String, supplier: Int64?) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT id FROM guests WHERE event = ?1 AND (key = ?2
                    OR supplier IN (SELECT alias FROM supplier_aliases WHERE supplier = ?3)) LIMIT 1
                """, arguments: [event, key, supplier])
    }

    private func supplier(_ id: SupplierID?, _ number: OrganisationNumber?, _ name: NormalizedName) throws -> Int64? {
        if let id { return try SupplierFinder(database: database).row(of: id) }
        if let number {
            return try Int64.fetchOne(
                database, sql: "SELECT row FROM suppliers WHERE key = ?", arguments: [number.stored])
        }
        let rows = try Int64.fetchAll(
            database, sql: "SELECT DISTINCT supplier FROM supplier_names WHERE folded = ? LIMIT 2",
            arguments: [name.folded])
        return rows.count == 1 ? rows[0] : nil
    }

    /// Whether a guest has a registration that it didn't withdraw.
    func isRegistered(_ guest: Int64) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM registrations WHERE guest = ? AND withdrawn IS NULL)",
            arguments: [guest]) ?? false
    }

    /// How many companies a user has registered, for whatever event.
    ///
    /// - Parameter day: from this day on.
    func registrations(by user: String, since day: String) throws -> Int {
        // The latest are the last ones.
        try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM registrations WHERE user = ? AND at >= ?", arguments: [user, day])
            ?? 0
    }

    func has(_ guest: Int64) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM guests WHERE id = ? AND event = ?)",
            arguments: [guest, event]) ?? false
    }

    /// The supplier that a guest `g` is by what is known now.
    static let currentSupplier = """
        coalesce((SELECT id FROM suppliers WHERE id = g.supplier),
            (SELECT s.id FROM supplier_aliases a JOIN suppliers s ON s.row = a.supplier WHERE a.alias = g.supplier),
            (SELECT id FROM suppliers WHERE key = g.number), g.supplier)
        """

    /// Those that have a registration in the order of arrival, then those that are invited alone, by number.
    func all(capacity: Int?) throws -> [Guest] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT g.id, \(Self.currentSupplier), g.name, g.number, g.size, i.reason, i.user, i.at,
                    r.arrival, r.wishes, r.at, r.withdrawn, a.attended, r.user
                FROM guests g LEFT JOIN invitations i ON i.guest = g.id LEFT JOIN attendance a ON a.guest = g.id
                LEFT JOIN registrations r
                    ON r.arrival = (SELECT max(arrival) FROM registrations WHERE guest = g.id)
                WHERE g.event = ? ORDER BY r.arrival IS NULL, r.arrival, g.id
                """, arguments: [event])
        var standing = 0
        return try rows.map { row in
            var guest = try Guest(
                id: row[0], supplier: (row[1] as String?).map { SupplierID($0) },
                name: row.shown(2),
                number: (row[3] as String?).flatMap { OrganisationNumber(stored: $0) },
                size: (row[4] as String?).flatMap { SupplierSize(rawValue: $0) }, attended: row[12])
            if let by: String = try row[6] {
                guest.invitation = try Guest.Invitation(
                    reason: row.shownIfAny(5), by: by, at: Date(stored: row[7]))
            }
            if let arrival: Int = try row[8] {
                let place: Guest.Standing
                if let withdrawn: String = try row[11] {
                    place = .withdrawn(try Date(stored: withdrawn))
                } else {
                    standing += 1
                    place = capacity.map { standing > $0 ? .waiting(standing - $0) : .placed } ?? .placed
                }
                guest.registration = try Guest.Registration(
                    arrival: arrival, wishes: Columns.list(row.shown(9)), by: row[13],
                    at: Date(stored: row[10]), standing: place)
            }
            return guest
        }
    }
}
