import Foundation
import GRDB
import PersonalNumbers
import Procurement

/// The list of refusals. Each is there once: the same file imported again adds none.
struct RefusalRows {
    let database: Database

    func insert(_ refusal: Refusal, importID: ImportID, at: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO refusals (file, line, reason, detail, notice, import, at) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            refusal.position.file, refusal.position.line, refusal.reason, refusal.detail, refusal.noticeID?.rawValue,
            importID.row, at,
        ])
    }

    /// The latest first.
    func page(limit: Int, after cursor: PageCursor?) throws -> Page<StoredRefusal> {
        var before = Int64.max
        if let cursor {
            guard let id = Int64(try cursor.parts(1)[0]) else { throw StoreError.invalidCursor(cursor.text) }
            before = id
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, file, line, reason, detail, notice, at FROM refusals WHERE id < ? ORDER BY id DESC LIMIT ?
                """, arguments: [before, limit + 1]
        ).map { row in
            try StoredRefusal(
                id: row[0],
                refusal: Refusal(
                    reason: row[3], detail: row.shown(4),
                    position: FeedPosition(file: row.shown(1), line: row[2]),
                    noticeID: (row[5] as String?).map { NoticeID($0.withoutPersonalNumbers) }),
                at: Date(stored: row[6]))
        }
        return Page(rows, limit: limit) { PageCursor(parts: String($0.id)) }
    }
}
