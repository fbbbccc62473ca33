import Crypto
import Foundation
import GRDB
import Procurement

/// Takes rows of the register into the store, within one transaction.
struct RegisterImporter {
    let database: Database
    let importID: ImportID
    let at: String
    let ids: SupplierIDs
    let generation: Int64
    let purged: PurgedPersons

    /// - Parameter seen: names and numbers that the file has had already; a second row of the same is refused, because
    ///   which of the two is right can't be told.
    func take(_ rows: [RegisterFile.Row], from path: String, seen: inout Set<[String]>) throws -> RegisterCounts {
        var counts = RegisterCounts()
        var touched: Set<Int64> = []
        for row in rows {
            switch row {
            case .refusal(let refusal):
                try RefusalRows(database: database).insert(refusal, importID: importID, at: at)
                counts.refused += 1
            case .entry(let entry, let line):
                guard let party = Party(entry) else { continue }
                let key = [party.name, party.number?.stored ?? ""]
                let position = FeedPosition(file: path, line: line)
                if purged.include(party) {
                    let refusal = Refusal(
                        reason: "purged", detail: "a decision has taken this person out of the store",
                        position: position)
                    try RefusalRows(database: database).insert(refusal, importID: importID, at: at)
                    counts.refused += 1
                    continue
                }
                let changed = try write(entry, party, at: position, isRepeated: !seen.insert(key).inserted)
                switch changed {
                case .stored(let parties):
                    counts.stored += 1
                    touched.formUnion(parties)
                case .unchanged: counts.unchanged += 1
                case .repeated:
                    let refusal = Refusal(
                        reason: "repeated",
                        detail: "an earlier row has the same name and number and says something else",
                        position: position)
                    try RefusalRows(database: database).insert(refusal, importID: importID, at: at)
                    counts.refused += 1
                }
            }
        }
        try SupplierResolver(database: database, ids: ids, generation: generation).resolve(
            touched, hasNewEntries: true)
        return counts
    }

    private enum Outcome {
        case stored(parties: [Int64])
        case unchanged
        case repeated
    }

    private func write(_ entry: RegisterEntry, _ party: Party, at position: FeedPosition, isRepeated: Bool) throws
        -> Outcome
    {
        let digest = Data(SHA256.hash(data: entry.compactJSON))
        let number = party.number?.stored ?? ""
        let present = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT row, digest, party FROM register WHERE name = ? AND number = ?"),
            arguments: [party.name, number])
        if let present, try digest == present[1] { return .unchanged }
        if isRepeated { return .repeated }
        let partyRow = try PartyRows(database: database).row(of: party)
        let description = entry.description.map { NumberInName.split($0).rest }
        let values: [(any DatabaseValueConvertible)?] = [
            party.name, number, digest, entry.size?.rawValue, entry.sector, entry.legalForm, entry.sni, entry.sniLabel,
            Columns.text(entry.cpv), Columns.text(entry.nuts), description, entry.website, entry.email, partyRow,
            importID.row, position.file, position.line,
        ]
        try database.cachedStatement(
            sql: """
                INSERT INTO register (name, number, digest, size, sector, legal_form, sni, sni_label, cpv, nuts, description,
                    website, email, party, import, file, line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name, number) DO UPDATE SET (digest, size, sector, legal_form, sni, sni_label, cpv, nuts,
                    description, website, email, party, import, file, line) = (excluded.digest, excluded.size,
                    excluded.sector, excluded.legal_form, excluded.sni, excluded.sni_label, excluded.cpv, excluded.nuts,
                    excluded.description, excluded.website, excluded.email, excluded.party, excluded.import, excluded.file,
                    excluded.line)
                """
        ).execute(arguments: StatementArguments(values))
        return .stored(parties: [partyRow] + (try present.map { [try $0[2] as Int64] } ?? []))
    }
}

/// What became of the rows of a register. `seen` is always the sum of the parts.
package struct RegisterCounts: Sendable, Hashable, Codable {
    /// New, or known by name and number and now described otherwise.
    package var stored = 0
    package var unchanged = 0
    package var refused = 0

    package var seen: Int { stored + unchanged + refused }

    package init() {}
}
