import Foundation
import GRDB
import PersonalNumbers
import Procurement

extension Store {
    /// Keeps records, in one transaction. A denial joins those of its user, method and day.
    package func record(_ records: [AuditRecord]) throws(StoreError) {
        let at = timestamp
        try write { database in
            for record in records { try Self.insert(record, at: at, into: database) }
        }
    }

    static func insert(_ record: AuditRecord, at: String, into database: Database) throws {
        let arguments: StatementArguments = [
            record.action.rawValue, record.by, record.method,
            record.subject?.withoutPersonalNumbers, record.reason?.withoutPersonalNumbers, record.count, at,
        ]
        let joining =
            record.action == .denied
            ? """
            ON CONFLICT (user, method, substr(at, 1, 10)) WHERE action = 'denied'
            DO UPDATE SET count = count + excluded.count, last = excluded.last
            """ : ""
        try database.cachedStatement(
            sql: """
                INSERT INTO audit (action, user, method, subject, reason, count, at, last)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) \(joining)
                """
        ).execute(arguments: arguments)
    }

    /// What happened last first: a denial that joined others counts by the latest of them.
    ///
    /// - Parameters:
    ///   - action: `nil` for all.
    ///   - after: the `next` of the page before.
    package func audit(
        _ action: AuditAction? = nil, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<StoredAuditRecord> {
        try read { database in
            var before = (last: Self.afterAll, id: Int64.max)
            if let after {
                let parts = try after.parts(2)
                guard let id = Int64(parts[1]) else { throw StoreError.invalidCursor(after.text) }
                before = (parts[0], id)
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, action, user, method, subject, reason, count, at, last FROM audit
                    WHERE (last, id) < (?1, ?2) AND (?3 IS NULL OR action = ?3) ORDER BY last DESC, id DESC LIMIT ?4
                    """, arguments: [before.last, before.id, action?.rawValue, limit + 1]
            ).map { (try $0[8] as String, try Self.auditRecord($0)) }
            let page = Page(rows, limit: limit) { PageCursor(parts: $0.0, String($0.1.id)) }
            return Page(items: page.items.map(\.1), next: page.next)
        }
    }

    /// Comes after every time that is written down.
    private static let afterAll = "9999-12-31T23:59:59Z"

    /// A sole trader's number, on the record: it is given only once the record is on the disk.
    ///
    /// - Parameters:
    ///   - by: who wants to see it.
    ///   - reason: why.
    /// - Returns: the number as people write it; `nil` for a company, and where no number is known.
    package func personalNumber(of id: SupplierID, by: String, reason: String) throws(StoreError) -> String? {
        let at = timestamp
        return try write { database in
            let row = try SupplierFinder(database: database).row(of: id)
            guard let row,
                let found = try Row.fetchOne(
                    database, sql: "SELECT number, id FROM suppliers WHERE row = ? AND person = 1", arguments: [row]),
                let number = (try found[0] as String?).flatMap({ OrganisationNumber(stored: $0) })
            else { return nil }
            try Self.insert(
                AuditRecord(.unmasked, by: by, method: "suppliers.get", subject: try found[1], reason: reason), at: at,
                into: database)
            return number.formatted
        }
    }

    private static func auditRecord(_ row: Row) throws -> StoredAuditRecord {
        guard let action = AuditAction(rawValue: try row[1]) else {
            throw DamagedRow("an audit entry has an unknown action")
        }
        return try StoredAuditRecord(
            id: row[0],
            record: AuditRecord(
                action, by: row[2], method: row[3], subject: row[4], reason: row[5], count: row[6]),
            at: Date(stored: row[7]), last: Date(stored: row[8]))
    }
}
