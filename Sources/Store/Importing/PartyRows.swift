import Foundation
import GRDB
import Procurement

/// The rows of `parties`: one for every distinct description of a supplier.
struct PartyRows {
    let database: Database

    /// The row of this description, made if there is none yet.
    func row(of party: Party) throws -> Int64 {
        let key: [(any DatabaseValueConvertible)?] = [
            party.name, party.number?.stored ?? "", party.form ?? "", party.country ?? "", party.isPerson,
            party.size?.rawValue ?? "", party.nuts?.code ?? "", Columns.list(party.otherNames),
        ]
        if let row = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT row FROM parties
                    WHERE name = ? AND number = ? AND form = ? AND country = ? AND person = ? AND size = ? AND nuts = ?
                        AND other_names = ?
                    """), arguments: StatementArguments(key))
        {
            return row
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO parties (name, number, form, country, person, size, nuts, other_names, stem, latest_notice)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
                """
        ).execute(arguments: StatementArguments(key + [party.stem]))
        return database.lastInsertedRowID
    }
}

/// A party with its row and what the store knows of it.
struct StoredParty {
    var row: Int64
    var party: Party
    /// The latest day of a notice that names it so, and that notice, for choosing among names and sizes.
    var latest: Int?
    var latestNotice: String
    var supplier: Int64?

    static let columns = """
        row, number, name, stem, form, country, person, size, nuts, latest, latest_notice, supplier, other_names
        """

    init(_ row: Row) {
        func text(_ index: Int) -> String? {
            let text: String = row[index]
            return text.isEmpty ? nil : text
        }
        self.row = row[0]
        party = Party(
            number: text(1).flatMap { OrganisationNumber(stored: $0) }, name: row[2], otherNames: Columns.list(row[12]),
            stem: row[3], form: text(4),
            country: text(5), isPerson: row[6], size: text(7).flatMap { SupplierSize(rawValue: $0) },
            nuts: text(8).flatMap { NUTSCode($0) })
        latest = row[9]
        latestNotice = row[10]
        supplier = row[11]
    }
}
