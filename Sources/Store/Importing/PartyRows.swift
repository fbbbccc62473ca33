import Foundation
import GRDB
import Procurement

/// The rows of `parties`: one for every distinct description of a supplier.
struct PartyRows {
    let database: Database

    /// The row of this description, made if there is none yet.
    func row(of party: Party) throws -> Int64 {
        let known = try filled(
            """
            SELECT row FROM parties
            WHERE name = ? AND number = ? AND form = ? AND country = ? AND person = ? AND size = ? AND nuts = ?
                AND other_names = ?
            """, party
        ).first { $0.number(0) }
        if let known { return known }
        try filled(
            """
            INSERT INTO parties (name, number, form, country, person, size, nuts, other_names, stem, latest_notice)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
            """, party
        ).with(party.stem).run()
        return database.lastInsertedRowID
    }

    private func filled(_ sql: String, _ party: Party) throws -> ImportStatement {
        try database.importing(sql).with(party.name).with(party.number?.stored ?? "").with(party.form ?? "")
            .with(party.country ?? "").with(party.isPerson).with(party.size?.rawValue ?? "")
            .with(party.nuts?.code ?? "").with(Columns.list(party.otherNames))
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

    static let columnCount: Int32 = 13
    static let columns = """
        row, number, name, stem, form, country, person, size, nuts, latest, latest_notice, supplier, other_names
        """

    init(_ row: ImportRow) {
        func text(_ column: Int32) -> String? {
            let text = row.text(column)
            return text.isEmpty ? nil : text
        }
        self.row = row.number(0)
        party = Party(
            number: text(1).flatMap { OrganisationNumber(stored: $0) }, name: row.text(2),
            otherNames: Columns.list(row.text(12)), stem: row.text(3), form: text(4), country: text(5),
            isPerson: row.flag(6), size: text(7).flatMap { SupplierSize(rawValue: $0) },
            nuts: text(8).flatMap { NUTSCode($0) })
        latest = row.optionalNumber(9).map { Int($0) }
        latestNotice = row.text(10)
        supplier = row.optionalNumber(11)
    }
}
