import Foundation
import GRDB

extension Store {
    /// Puts an entry at the end of the chain: one transaction reads the head and writes the next.
    ///
    /// It waits for the transaction that is being written, at most one chunk of an import, never for a whole one. The
    /// generation stays as it is: no match changes by it.
    /// - Parameter hash: gives the hash of the entry with this number after an entry with this hash. Short and pure: it
    ///   runs while nobody else can write.
    package func appendDossierEntry(
        _ entry: NewDossierEntry, hash: (_ sequence: Int, _ previous: String) throws -> String
    ) throws(StoreError) -> DossierLine {
        try write { try Self.append(entry, to: $0, hash: hash) }
    }

    /// The same within a transaction.
    static func append(
        _ entry: NewDossierEntry, to database: Database,
        hash: (_ sequence: Int, _ previous: String) throws -> String
    ) throws -> DossierLine {
        let head = try dossierEnd(database)
        let line = DossierLine(
            sequence: head.sequence + 1, dossier: entry.dossier, at: entry.at, actor: entry.actor,
            method: entry.method, generation: entry.generation, seed: entry.seed, previous: head.hash,
            hash: try hash(head.sequence + 1, head.hash), size: entry.record.count, removedBy: nil)
        try database.execute(
            sql: """
                INSERT INTO dossier_entries
                    (sequence, dossier, at, actor, method, generation, seed, record, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                line.sequence, line.dossier, line.at, line.actor, line.method, line.generation, line.seed,
                entry.record, line.previous, line.hash,
            ])
        return line
    }

    /// Where the chain stands, as was noted with the last entry.
    package func dossierEnd() throws(StoreError) -> DossierEnd { try read(Self.dossierEnd) }

    /// The latest first, without their records.
    package func dossierLines(
        _ query: DossierQuery = DossierQuery(), limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<DossierLine> {
        try read { database in
            var conditions = Conditions("1")
            if let dossier = query.dossier { conditions.add("dossier = ?", [dossier]) }
            if let method = query.method { conditions.add("method = ?", [method]) }
            if let actor = query.actor { conditions.add("actor = ?", [actor]) }
            if let after {
                guard let number = Int64(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                conditions.add("sequence < ?", [number])
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.dossierColumns) FROM dossier_entries WHERE \(conditions.sql)
                    ORDER BY sequence DESC LIMIT \(limit + 1)
                    """, arguments: conditions.arguments)
            return Page(try rows.map(Self.dossierLine), limit: limit) { PageCursor(parts: String($0.sequence)) }
        }
    }

    /// The entry with this number; `nil` where there is none.
    package func dossierEntry(_ sequence: Int) throws(StoreError) -> StoredDossierEntry? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT \(Self.dossierColumns), record FROM dossier_entries WHERE sequence = ?",
                arguments: [sequence]
            ).map(Self.dossierEntry)
        }
    }

    /// The entries of one dossier in order; empty where there is none of that name.
    package func dossierEntries(of dossier: String) throws(StoreError) -> [StoredDossierEntry] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT \(Self.dossierColumns), record FROM dossier_entries WHERE dossier = ? ORDER BY sequence",
                arguments: [dossier]
            ).map(Self.dossierEntry)
        }
    }

    package func hasDossier(_ dossier: String) throws(StoreError) -> Bool {
        try read {
            try Bool.fetchOne(
                $0, sql: "SELECT EXISTS (SELECT 1 FROM dossier_entries WHERE dossier = ?)", arguments: [dossier])
                ?? false
        }
    }

    /// Goes through the whole chain in order, as of one moment, with one entry in memory at a time.
    ///
    /// - Returns: where the chain stood then.
    package func forEachDossierEntry(_ body: (StoredDossierEntry) -> Void) throws(StoreError) -> DossierEnd {
        try read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT \(Self.dossierColumns), record FROM dossier_entries ORDER BY sequence")
            // Whoever has gone is told nothing of it: the rest needn't be read.
            while !Task.isCancelled, let row = try rows.next() { body(try Self.dossierEntry(row)) }
            return try Self.dossierEnd(database)
        }
    }

    private static let dossierColumns =
        "sequence, dossier, at, actor, method, generation, seed, previous, hash, length(record), removed_by"

    private static func dossierLine(_ row: Row) throws -> DossierLine {
        try DossierLine(
            sequence: row[0], dossier: row[1], at: row[2], actor: row[3], method: row[4], generation: row[5],
            seed: row[6], previous: row[7], hash: row[8], size: row[9], removedBy: row[10])
    }

    private static func dossierEntry(_ row: Row) throws -> StoredDossierEntry {
        try StoredDossierEntry(line: dossierLine(row), record: row[11])
    }

    private static func dossierEnd(_ database: Database) throws -> DossierEnd {
        guard let row = try Row.fetchOne(database, sql: "SELECT sequence, hash FROM dossier_head") else {
            throw DamagedRow("the head of the dossiers is missing")
        }
        return try DossierEnd(sequence: row[0], hash: row[1])
    }
}
