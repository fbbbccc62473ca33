import GRDB
import Procurement

/// Writes refusals down, each once: the same file imported again adds none.
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
}
