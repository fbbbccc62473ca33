import Foundation
import GRDB
import Procurement

/// Reads one notice whole.
struct NoticeReader {
    let database: Database

    /// - Parameter version: `nil` for the latest.
    func one(_ id: NoticeID, version: Int?) throws -> StoredNotice? {
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT n.row, n.standing, n.file, n.line, c.json, n.number, n.modifies FROM notices n JOIN notice_contents c ON c.notice = n.row
                    WHERE n.id = ?1 AND (n.version = ?2 OR ?2 IS NULL) ORDER BY n.version DESC
                    """, arguments: [id.rawValue, version])
        else { return nil }
        guard let standing = NoticeStanding(rawValue: try row[1]) else {
            throw DamagedRow("a notice has an unknown standing")
        }
        let notice = try NoticeContent.notice(from: row[4])
        return try StoredNotice(
            notice: notice, standing: standing,
            versions: Int.fetchAll(
                database, sql: "SELECT version FROM notices WHERE id = ? ORDER BY version", arguments: [id.rawValue]),
            position: FeedPosition(file: row[2], line: row[3]),
            changedBy: String.fetchAll(
                database, sql: "SELECT DISTINCT id FROM notices WHERE replaces IN (?, ?) ORDER BY id",
                arguments: [id.rawValue, row[5] as String?]
            ).map { NoticeID($0) },
            modified: (row[6] as String?).flatMap(current),
            modifiedBy: String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT id FROM notices WHERE modifies IN (?, ?) AND standing = 'current' ORDER BY id
                    """, arguments: [id.rawValue, row[5] as String?]
            ).map { NoticeID($0) },
            conflicts: Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM conflicts WHERE notice = ?", arguments: [row[0] as Int64]) ?? 0,
            suppliers: suppliers(of: notice, row: row[0]))
    }

    /// The notice that is named so, by its id or by the number it was published under.
    private func current(named name: String) throws -> NoticeID? {
        try String.fetchOne(
            database,
            sql: "SELECT id FROM notices WHERE id = ?1 OR number = ?1 ORDER BY standing = 'current' DESC, id",
            arguments: [name]
        ).map { NoticeID($0) }
    }

    /// The id of the notice that was published under this number.
    func id(publishedAs number: String) throws -> NoticeID? {
        try String.fetchOne(
            database,
            sql: "SELECT id FROM notices WHERE publication = ? OR number = ? ORDER BY standing = 'current' DESC, id",
            arguments: [number, NoticeID(number).reference]
        ).map { NoticeID($0) }
    }

    private func suppliers(of notice: Notice, row: Int64) throws -> [OrganisationID: SupplierID] {
        var suppliers: [OrganisationID: SupplierID] = [:]
        let wins = try Row.fetchAll(
            database,
            sql: """
                SELECT w.award, w.ordinal, s.id FROM wins w JOIN parties p ON p.row = w.party JOIN suppliers s ON s.row = p.supplier
                WHERE w.notice = ?
                """, arguments: [row])
        for win in wins {
            let award: Int = try win[0]
            let ordinal: Int = try win[1]
            guard notice.awards.indices.contains(award), notice.awards[award].winners.indices.contains(ordinal) else {
                throw DamagedRow("a win is of an award that the notice doesn't have")
            }
            suppliers[notice.awards[award].winners[ordinal]] = SupplierID(try win[2] as String)
        }
        return suppliers
    }
}
