import Foundation
import GRDB

/// The list of imports.
struct ImportRows {
    let database: Database

    func add(_ counts: ImportCounts, to id: ImportID) throws {
        try database.cachedStatement(
            sql: """
                UPDATE imports SET stored = stored + ?, unchanged = unchanged + ?, superseded = superseded + ?,
                    refused = refused + ?, conflicting = conflicting + ?
                WHERE id = ?
                """
        ).execute(arguments: [
            counts.stored, counts.unchanged, counts.superseded, counts.refused, counts.conflicting, id.row,
        ])
    }

    func record(_ id: ImportID) throws -> ImportRecord? {
        try Row.fetchOne(database, sql: "\(Self.selection) WHERE id = ?", arguments: [id.row]).flatMap(Self.record)
    }

    func last(_ kind: ImportRecord.Kind) throws -> ImportRecord? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "\(Self.selection) WHERE finished IS NOT NULL AND kind = ? ORDER BY finished DESC, id DESC LIMIT 1"
            ),
            arguments: [kind.rawValue]
        ).flatMap(Self.record)
    }

    private static let selection = """
        SELECT kind, paths, started, finished, files, stored, unchanged, superseded, refused, conflicting FROM imports
        """

    private static func record(_ row: Row) -> ImportRecord? {
        guard let kind = ImportRecord.Kind(rawValue: row[0]), let started = date(row[2]) else { return nil }
        var counts = ImportCounts()
        counts.stored = row[5]
        counts.unchanged = row[6]
        counts.superseded = row[7]
        counts.refused = row[8]
        counts.conflicting = row[9]
        return ImportRecord(
            kind: kind, paths: Columns.list(row[1]), started: started, finished: date(row[3]), files: row[4],
            counts: counts)
    }

    private static func date(_ text: String?) -> Date? { text.flatMap { try? Date($0, strategy: .iso8601) } }
}
