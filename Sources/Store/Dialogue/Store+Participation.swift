import Foundation
import GRDB
import Procurement

extension Store {
    /// How often each supplier was part of the dialogue, across all events: what rotation goes by. Suppliers that never
    /// were are left out, and so are companies that the store doesn't know.
    ///
    /// - Parameter event: an event that is not to be counted, such as the one that is being planned.
    package func participation(besides event: Int64? = nil) throws(StoreError) -> [SupplierID: Participation] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: Self.participationSelection, arguments: [event])
            return Dictionary(try rows.map(Self.participation), uniquingKeysWith: { first, _ in first })
        }
    }

    /// How often one supplier was, by its id now or an earlier one.
    package func participation(of supplier: SupplierID) throws(StoreError) -> Participation {
        try read { database in
            let current = try SupplierFinder(database: database).row(of: supplier).flatMap { row in
                try String.fetchOne(database, sql: "SELECT id FROM suppliers WHERE row = ?", arguments: [row])
            }
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM (\(Self.participationSelection)) WHERE company = ?2",
                arguments: [nil, current ?? supplier.rawValue])
            return try row.map(Self.participation)?.1 ?? Participation()
        }
    }

    /// Who came forward for the events of a kind, such as the members of earlier councils: standing registrations of known
    /// suppliers in the order of arrival. The latest event first.
    package func lineups(
        _ kind: EventKind, besides event: Int64? = nil, limit: Int = 20
    ) throws(StoreError) -> [(event: StoredEvent, suppliers: [SupplierID])] {
        try read { database in
            let events = try Row.fetchAll(
                database,
                sql: """
                    \(Self.eventSelection) WHERE e.kind = ?1 AND e.id IS NOT ?2
                    ORDER BY coalesce(e.date, substr(e.at, 1, 10)) DESC, e.id DESC LIMIT ?3
                    """, arguments: [kind.rawValue, event, limit]
            ).map(Self.event)
            return try events.map { event in
                let suppliers = try GuestRows(database: database, event: event.id).all(capacity: nil).filter {
                    $0.registration?.standing == .placed
                }.compactMap(\.supplier)
                return (event, suppliers)
            }
        }
    }

    private static let participationSelection = """
        SELECT \(GuestRows.currentSupplier) AS company, COUNT(DISTINCT CASE WHEN i.guest IS NOT NULL THEN g.event END),
            COUNT(DISTINCT CASE WHEN r.guest IS NOT NULL THEN g.event END),
            COUNT(DISTINCT CASE WHEN a.attended THEN g.event END),
            max(CASE WHEN i.guest IS NOT NULL THEN e.date END)
        FROM guests g JOIN events e ON e.id = g.event LEFT JOIN invitations i ON i.guest = g.id
        LEFT JOIN registrations r ON r.guest = g.id AND r.withdrawn IS NULL
        LEFT JOIN attendance a ON a.guest = g.id
        WHERE g.event IS NOT ?1 GROUP BY 1 HAVING company IS NOT NULL
        """

    private static func participation(_ row: Row) throws -> (SupplierID, Participation) {
        try (
            SupplierID(row[0] as String),
            Participation(
                invited: row[1], registered: row[2], attended: row[3],
                lastInvited: (row[4] as String?).flatMap { CalendarDate($0) })
        )
    }
}
