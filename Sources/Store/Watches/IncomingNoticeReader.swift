import Foundation
import GRDB
import Procurement

/// Reads of notices what the watches are compared with.
struct IncomingNoticeReader {
    let database: Database

    /// The current notices of these rows.
    func notices(_ rows: ClosedRange<Int64>) throws -> [IncomingNotice] {
        try notices("n.row BETWEEN ? AND ?", [rows.lowerBound, rows.upperBound])
    }

    /// The current one of this row.
    func notice(_ row: Int64) throws -> IncomingNotice? { try notices("n.row = ?", [row]).first }

    private func notices(_ condition: String, _ arguments: StatementArguments) throws -> [IncomingNotice] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT n.row, n.id, n.purpose, n.nuts, n.title, n.description, n.replaces,
                    (SELECT group_concat(title, ' ') FROM lots WHERE notice = n.row), n.date
                FROM notices n WHERE n.standing = 'current' AND \(condition) ORDER BY n.row
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            guard let purpose = NoticePurpose(rawValue: try row[2]) else {
                throw DamagedRow("a notice has an unknown purpose")
            }
            let number: Int64 = try row[0]
            let id = NoticeID(try row[1] as String)
            return try IncomingNotice(
                row: number, id: id, origin: origin(of: id, replacing: row[6]), purpose: purpose,
                date: (row[8] as Int32?).map(CalendarDate.init(daysSinceEpoch:)), cpv: codes(number),
                nuts: Columns.regions(row[3]), buyers: NoticeFinder(database: database).buyers(of: number),
                suppliers: suppliers(number),
                text: [row[4] as String?, row[5], row[7]].compactMap { $0 }.joined(separator: " "))
        }
    }

    private func codes(_ notice: Int64) throws -> [CPVCode] {
        try Int.fetchAll(
            database.cachedStatement(sql: "SELECT code FROM notice_cpv WHERE notice = ?"), arguments: [notice]
        ).compactMap { code in
            // A damaged file has others.
            (0..<100_000_000).contains(code) ? CPVCode(String(100_000_000 + code).dropFirst()) : nil
        }
    }

    private func suppliers(_ notice: Int64) throws -> [SupplierID] {
        try String.fetchAll(
            database.cachedStatement(
                sql: """
                    WITH named (supplier) AS (
                        SELECT p.supplier FROM wins w JOIN parties p ON p.row = w.party WHERE w.notice = ?1
                        UNION SELECT p.supplier FROM tenders t JOIN parties p ON p.row = t.party WHERE t.notice = ?1)
                    SELECT id FROM suppliers WHERE row IN named
                    UNION SELECT alias FROM supplier_aliases WHERE supplier IN named
                    """), arguments: [notice]
        ).map { SupplierID($0) }
    }

    /// How many notices one may have taken the place of, one after the other.
    private static let longestChain = 20

    private func origin(of id: NoticeID, replacing replaced: String?) throws -> NoticeID {
        var origin = id.rawValue
        var visited: Set = [origin]
        var next = replaced
        while let name = next, visited.count < Self.longestChain {
            let earlier = try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT id, replaces FROM notices WHERE id = ?1 OR number = ?1 ORDER BY row LIMIT 1"),
                arguments: [name])
            guard let earlier, visited.insert(try earlier[0]).inserted else { break }
            origin = try earlier[0]
            next = try earlier[1]
        }
        return NoticeID(origin)
    }
}

extension Store {
    /// The current notices of these rows, as the watches are compared with them.
    package func incomingNotices(_ rows: ClosedRange<Int64>) throws(StoreError) -> [IncomingNotice] {
        try read { try IncomingNoticeReader(database: $0).notices(rows) }
    }
}
