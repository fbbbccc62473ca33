import Foundation
import GRDB
import Procurement

/// Takes numbers out of the names of suppliers that were read before the scanner knew how they were written, as if they had
/// been read so from the start: who holds a personal number becomes the natural person that the number says.
struct NameMending {
    let database: Database
    let store: Store

    /// Descriptions that are mended in one transaction.
    private static let chunk = 200

    /// Mends those after a row.
    ///
    /// - Returns: up to which row it is done; `nil` when there is nothing left.
    func mend(after row: Int64) throws -> Int64? {
        let holds = DatabaseFunction("holds_number", argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map { NumberInName.split($0).rest != $0 } ?? false
        }
        database.add(function: holds)
        defer { database.remove(function: holds) }
        let parties = try Int64.fetchAll(
            database,
            sql: """
                SELECT row FROM parties WHERE row > ? AND (holds_number(name) OR holds_number(other_names))
                ORDER BY row LIMIT ?
                """, arguments: [row, Self.chunk])
        guard let last = parties.last else { return nil }
        let list = parties.map(String.init).joined(separator: ", ")
        let notices = try Int64.fetchAll(
            database, sql: "SELECT DISTINCT notice FROM wins WHERE party IN (\(list)) ORDER BY notice")
        let generation = Int64(try Store.generation(database)) + 1
        let importer = NoticeImporter(
            database: database, importID: ImportID(row: 0), at: store.timestamp, ids: store.ids, generation: generation,
            purged: try PurgedPersons(database, ids: store.ids))
        let entries = try Row.fetchAll(
            database, sql: "SELECT row, name, number FROM register WHERE party IN (\(list)) ORDER BY row")
        let touched = try entries.flatMap { try mend(entry: $0) }
        try NoticeImporter.readAgain(notices, touching: parties + touched, with: importer)
        try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation])
        return last
    }

    /// - Returns: the rows of `parties` that describe the entry now.
    private func mend(entry: Row) throws -> [Int64] {
        let (row, name): (Int64, String) = (try entry[0], try entry[1])
        var named = RegisterEntry(name: name)
        named.nationalID = (OrganisationNumber(stored: try entry[2]) ?? NumberInName.split(name).number)?.formatted
        guard let party = Party(named) else { return [] }
        let described = try PartyRows(database: database).row(of: party)
        let number = party.number?.stored ?? ""
        // Of two entries that say the same now one stays, and whoever shows the other shows this one.
        let twins = try Row.fetchAll(
            database, sql: "SELECT row, party FROM register WHERE name = ? AND number = ? AND row <> ?",
            arguments: [party.name, number, row])
        for twin in twins {
            let other: Int64 = try twin[0]
            try database.execute(
                sql: "UPDATE suppliers SET register = ? WHERE register = ?", arguments: [row, other])
            try database.execute(sql: "DELETE FROM register WHERE row = ?", arguments: [other])
        }
        try database.execute(
            sql: "UPDATE register SET name = ?, number = ?, party = ? WHERE row = ?",
            arguments: [party.name, number, described, row])
        return [described] + (try twins.map { try $0[1] as Int64 })
    }
}

extension Store {
    /// Mends the names that an earlier Torg kept with a number in them, some hundred at a time, so that others may write in
    /// between. Where there is none, it costs one look at every name.
    package func mendNames() throws(StoreError) {
        var done: Int64 = 0
        while let row = try write({ try NameMending(database: $0, store: self).mend(after: done) }) { done = row }
    }
}
