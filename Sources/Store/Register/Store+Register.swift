import Foundation
import GRDB
import Procurement

extension Store {
    /// Reads a supplier register (CSV) into the store.
    ///
    /// A row joins the supplier with its number, else the one with its normalised name. Bad rows are refused and listed;
    /// the rest goes on. Rows of an earlier register stay.
    /// - Throws: `registerUnreadable` where the file as a whole makes no sense.
    package func importRegister(path: String) throws(StoreError) -> RegisterCounts {
        var file = try RegisterFile(path: path)
        let id = try beginImport(.register, paths: [path])
        var counts = RegisterCounts()
        var seen: Set<[String]> = []
        var chunk: [RegisterFile.Row] = []
        while let row = try file.next() {
            chunk.append(row)
            if chunk.count == Self.registerChunk {
                try take(chunk, from: path, into: id, seen: &seen, counts: &counts)
                chunk = []
            }
        }
        try take(chunk, from: path, into: id, seen: &seen, counts: &counts)
        _ = try finishImport(id, files: 1)
        return counts
    }

    /// Rows in one transaction.
    private static let registerChunk = 500

    private func take(
        _ rows: [RegisterFile.Row], from path: String, into id: ImportID, seen: inout Set<[String]>,
        counts: inout RegisterCounts
    ) throws(StoreError) {
        let at = timestamp
        let (part, seenAfter) = try write { [seen] database in
            var seen = seen
            let generation = Int64(try Self.generation(database)) + 1
            let importer = RegisterImporter(
                database: database, importID: id, at: at, ids: ids, generation: generation,
                purged: try PurgedPersons(database, ids: ids))
            let part = try importer.take(rows, from: path, seen: &seen)
            var sum = ImportCounts()
            sum.stored = part.stored
            sum.unchanged = part.unchanged
            sum.refused = part.refused
            try ImportRows(database: database).add(sum, to: id)
            if part.stored > 0 { try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation]) }
            return (part, seen)
        }
        seen = seenAfter
        counts.stored += part.stored
        counts.unchanged += part.unchanged
        counts.refused += part.refused
    }
}
