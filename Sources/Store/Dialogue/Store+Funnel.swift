import Foundation
import GRDB
import Procurement

extension Store {
    /// Follows events up: who was invited, registered and came, and who of these tendered and won afterwards.
    package func funnel(_ query: FunnelQuery) throws(StoreError) -> EventCourses {
        try read { database in
            let events = try Row.fetchAll(
                database,
                sql: """
                    \(Self.eventSelection) WHERE (?1 IS NULL OR e.kind = ?1) AND (?2 IS NULL OR e.date >= ?2)
                        AND (?3 IS NULL OR e.date <= ?3)
                    ORDER BY e.date IS NULL, e.date DESC, e.id DESC LIMIT ?4
                    """,
                arguments: [
                    query.kind?.rawValue, query.from?.description, query.to?.description,
                    min(max(query.limit, 1), 1000),
                ]
            ).map(Self.event)
            let finder = LaterActivity(database: database, buyer: query.buyer)
            var known: [String: [CalendarDate: (tendered: CalendarDate?, won: CalendarDate?)]] = [:]
            let courses = try events.map { stored in
                let rows = try Row.fetchAll(database, sql: Self.companySelection, arguments: [stored.id])
                return EventCourse(
                    event: stored,
                    companies: try rows.map { row in
                        let supplier: String? = try row[0]
                        var company = try EventCourse.Company(
                            supplier: supplier.map { SupplierID($0) }, isInvited: row[1], isRegistered: row[2],
                            came: row[3])
                        if let supplier, let day = stored.event.date {
                            let found = try known[supplier]?[day] ?? finder.first(of: supplier, after: day)
                            known[supplier, default: [:]][day] = found
                            (company.tendered, company.won) = found
                        }
                        return company
                    })
            }
            return EventCourses(
                courses: courses, winsThrough: try finder.winsThrough(), tendersThrough: try finder.tendersThrough(),
                generation: try Self.generation(database))
        }
    }

    /// A supplier known later under one id was one company, however often it stands there. Who isn't known counts each by itself.
    private static let companySelection = """
        SELECT company, max(invited), max(registered), max(attended) FROM (
            SELECT g.id, CASE WHEN EXISTS (SELECT 1 FROM suppliers WHERE id = c.id) OR (c.id LIKE 'SE%' AND EXISTS (
                    SELECT 1 FROM firms WHERE number = CAST(substr(c.id, 3) AS INTEGER))) THEN c.id END AS company,
                i.guest IS NOT NULL AS invited, r.guest IS NOT NULL AS registered, a.attended
            FROM guests g JOIN (SELECT g.id AS guest, \(GuestRows.currentSupplier) AS id FROM guests g) c ON c.guest = g.id
            LEFT JOIN invitations i ON i.guest = g.id
            LEFT JOIN registrations r ON r.guest = g.id AND r.withdrawn IS NULL
            LEFT JOIN attendance a ON a.guest = g.id
            WHERE g.event = ?1)
        GROUP BY coalesce(company, 'guest ' || id) ORDER BY min(id)
        """
}

/// What notices tell of suppliers after a day.
private struct LaterActivity {
    let database: Database
    /// `nil` for any.
    let buyer: String?

    private var ofBuyer: String {
        "AND (?2 IS NULL OR EXISTS (SELECT 1 FROM notice_buyers b WHERE b.notice = n.row AND b.key = ?2))"
    }

    /// The first days on which it tendered and won; a win is a tender too.
    func first(of supplier: String, after day: CalendarDate) throws -> (tendered: CalendarDate?, won: CalendarDate?) {
        let arguments: StatementArguments = [supplier, buyer, day.daysSinceEpoch]
        let won = try Int32.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT min(n.date) FROM suppliers s JOIN parties p ON p.supplier = s.row
                    JOIN wins w ON w.party = p.row AND w.retold = 0 JOIN notices n ON n.row = w.notice
                    WHERE s.id = ?1 AND n.date > ?3 \(ofBuyer)
                    """), arguments: arguments)
        let tendered = try Int32.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT min(n.date) FROM suppliers s JOIN parties p ON p.supplier = s.row
                    JOIN tenders t ON t.party = p.row JOIN notices n ON n.row = t.notice
                    WHERE s.id = ?1 AND n.date > ?3 \(ofBuyer)
                    """), arguments: arguments)
        let first = [won, tendered].compactMap { $0 }.min()
        return (
            first.map { CalendarDate(daysSinceEpoch: $0) }, won.map { CalendarDate(daysSinceEpoch: $0) }
        )
    }

    /// The newest notice that tells of a win, where the buyer is in any notice.
    func winsThrough() throws -> CalendarDate? {
        try Int32.fetchOne(
            database,
            sql: """
                SELECT max(n.date) FROM notices n WHERE EXISTS (SELECT 1 FROM wins w WHERE w.notice = n.row)
                    AND (?1 IS NULL OR EXISTS (SELECT 1 FROM notice_buyers WHERE key = ?1))
                """, arguments: [buyer]
        ).map { CalendarDate(daysSinceEpoch: $0) }
    }

    /// The newest notice of the statistics that tells who tendered, where the buyer is in any.
    func tendersThrough() throws -> CalendarDate? {
        try Int32.fetchOne(
            database,
            sql: """
                SELECT max(n.date) FROM notices n WHERE n.tenders IS NOT NULL AND EXISTS (SELECT 1 FROM tenders t WHERE t.notice = n.row)
                    AND (?1 IS NULL OR EXISTS (
                        SELECT 1 FROM tenders t JOIN notice_buyers b ON b.notice = t.notice AND b.key = ?1))
                """, arguments: [buyer]
        ).map { CalendarDate(daysSinceEpoch: $0) }
    }
}
