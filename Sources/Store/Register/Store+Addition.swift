import Foundation
import GRDB
import Procurement

extension Store {
    /// Adds one firm to the office's own register by hand, with who did so and why on the record, in one transaction.
    ///
    /// - Returns: who it is, and whether anything was written: the very same once more changes nothing.
    /// - Throws: `additionRefused` for what names nobody, and for a firm of which the register says something else already.
    package func addFirm(
        _ entry: RegisterEntry, reason: String, by user: String
    ) throws(StoreError) -> (supplier: SupplierID, isNew: Bool) {
        if MaskedName.isMask(entry.name) {
            throw .additionRefused(parameter: "name", reason: "it says that a name is withheld, and so is nobody's")
        }
        if let number = entry.nationalID, RegisterNumber.read(number) == nil {
            throw .additionRefused(
                parameter: "number",
                reason:
                    "it is no organisation number: ten digits with a valid check digit, or a country code before a foreign one"
            )
        }
        guard let party = Party(entry) else {
            throw .additionRefused(parameter: "name", reason: "it holds no letter or digit")
        }
        let at = timestamp
        return try write { database in
            let purged = try PurgedPersons(database, ids: ids)
            guard !purged.include(party) else {
                throw StoreError.additionRefused(
                    parameter: "name", reason: "a decision has taken this person out of the store")
            }
            // One register entry a number: a second name beside it would be another firm's, or a slip.
            let others =
                try Int.fetchOne(
                    database,
                    sql:
                        "SELECT count(*) FROM register WHERE number = ?1 AND ?1 <> '' AND name <> ?2 OR number = ?1 AND name = ?2",
                    arguments: [party.number?.stored ?? "", party.name]) ?? 0
            try database.execute(
                sql: "INSERT INTO imports (kind, started, finished, paths) VALUES ('register', ?1, ?1, ?2)",
                arguments: [at, Self.byHand])
            let generation = Int64(try Self.generation(database)) + 1
            let importer = RegisterImporter(
                database: database, importID: ImportID(row: database.lastInsertedRowID), at: at, ids: ids,
                generation: generation, purged: purged)
            var seen: Set<[String]> = []
            let counts = try importer.take([.entry(entry, line: 1)], from: Self.byHand, seen: &seen)
            guard counts.stored == 0 || others == 0 else {
                throw StoreError.additionRefused(
                    parameter: "number",
                    reason:
                        "the register has an entry of it already that says something else; “torg suppliers find” shows it"
                )
            }
            let id = try String.fetchOne(
                database,
                sql: """
                    SELECT s.id FROM register r JOIN parties p ON p.row = r.party JOIN suppliers s ON s.row = p.supplier
                    WHERE r.name = ? AND r.number = ?
                    """, arguments: [party.name, party.number?.stored ?? ""])
            guard let id else { throw StoreError.inconsistent(detail: "a firm that was added is no supplier") }
            if counts.stored > 0 {
                try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation])
                try Self.insert(
                    AuditRecord(.added, by: user, method: "suppliers.add", subject: id, reason: reason), at: at,
                    into: database)
            }
            return (SupplierID(id), counts.stored > 0)
        }
    }

    /// What stands where a register's file would be named.
    private static let byHand = "suppliers.add"
}
