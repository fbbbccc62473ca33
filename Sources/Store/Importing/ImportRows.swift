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

    /// What became of rows of a register or a list of codes. Where something was stored the index has to be made anew, so
    /// there is a new generation.
    func addRows(stored: Int, unchanged: Int, refused: Int, to id: ImportID) throws {
        var sum = ImportCounts()
        (sum.stored, sum.unchanged, sum.refused) = (stored, unchanged, refused)
        try add(sum, to: id)
        if stored > 0 { try database.execute(sql: "UPDATE meta SET generation = generation + 1") }
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

    private static func record(_ row: Row) throws -> ImportRecord? {
        guard let kind = ImportRecord.Kind(rawValue: try row[0]), let started = date(try row[2]) else { return nil }
        var counts = ImportCounts()
        counts.stored = try row[5]
        counts.unchanged = try row[6]
        counts.superseded = try row[7]
        counts.refused = try row[8]
        counts.conflicting = try row[9]
        return try ImportRecord(
            kind: kind, paths: Columns.list(row[1]), started: started, finished: date(row[3]), files: row[4],
            counts: counts)
    }

    private static func date(_ text: String?) -> Date? { text.flatMap { try? Date($0, strategy: .iso8601) } }
}
