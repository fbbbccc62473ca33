import Foundation
import GRDB
import Procurement

/// Reads anew who the winners and buyers of notices are that came before numbers, masks and names were read as they are now.
///
/// What it leaves is what an import of the same notices makes. Only notices that now say somebody else are written; the
/// ids that suppliers had by a number that was only written otherwise go on leading to them.
struct IdentityRenewal {
    let database: Database
    let ids: SupplierIDs
    let generation: Int64

    /// How many notices are gone through in one transaction.
    private static let chunk: Int64 = 2_000

    /// Whether notices are still to be gone through, after a change of schema.
    static func isPending(_ database: Database) throws -> Bool { try pending(database) != nil }

    private static func pending(_ database: Database) throws -> (after: Int64, until: Int64)? {
        try database.importing("SELECT after, until FROM identity_pending").first { ($0.number(0), $0.number(1)) }
    }

    /// Goes through some of them, the register first.
    ///
    /// - Returns: whether anything that can be found has changed, and whether more are to be gone through.
    func step(_ importer: NoticeImporter) throws -> (hasChanged: Bool, isMore: Bool) {
        guard let (after, until) = try Self.pending(database) else { return (false, false) }
        guard after >= -1, until >= 0 else { throw DamagedRow("how far notices are read anew can't be told") }
        guard after >= 0 else {
            let hasChanged = try renewRegister()
            try database.execute(sql: "UPDATE identity_pending SET after = 0")
            return (hasChanged, true)
        }
        let last = min(after, until - min(until, Self.chunk)) + min(until, Self.chunk)
        let hasChanged = last > after ? try NoticeImporter.renew(after + 1...last, with: importer) : false
        try database.execute(
            sql: last < until ? "UPDATE identity_pending SET after = \(last)" : "DELETE FROM identity_pending")
        return (hasChanged, last < until)
    }

    // MARK: The register, and the names of all

    private func renewRegister() throws -> Bool {
        let touched = try forgetMasks().union(try readNumbersAnew())
        let (renamed, left) = try foldStemsAnew()
        try SupplierResolver(database: database, ids: ids, generation: generation).resolve(
            touched.union(renamed), hasNewEntries: true, left: left)
        return !touched.isEmpty || !renamed.isEmpty
    }

    /// - Returns: the rows of the parties that entries described.
    private func forgetMasks() throws -> Set<Int64> {
        let masked = try database.importing("SELECT row, name, party FROM register")
            .all { (row: $0.number(0), name: $0.text(1), party: $0.number(2)) }
            .filter { MaskedName.isMask($0.name) }
        for entry in masked { try forget(entry.row) }
        return Set(masked.map(\.party))
    }

    private func forget(_ entry: Int64) throws {
        try database.importing("UPDATE suppliers SET register = NULL WHERE register = ?").with(entry).run()
        try database.importing("DELETE FROM register WHERE row = ?").with(entry).run()
    }

    private func readNumbersAnew() throws -> Set<Int64> {
        let entries = try database.importing("SELECT row, name, number, party FROM register WHERE number <> ''")
            .all { (row: $0.number(0), name: $0.text(1), number: $0.text(2), party: $0.number(3)) }
        var touched: Set<Int64> = []
        for entry in entries {
            guard let kept = OrganisationNumber(stored: entry.number) else { continue }
            let read = OrganisationNumber(kept.number, country: kept.country)
            guard read != kept else { continue }
            touched.insert(entry.party)
            let isKnown = try database.importing("SELECT EXISTS (SELECT 1 FROM register WHERE name = ? AND number = ?)")
                .with(entry.name).with(read?.stored ?? "").holds()
            let described = try database.importing("SELECT \(StoredParty.columns) FROM parties WHERE row = ?")
                .with(entry.party).first(StoredParty.init)
            guard !isKnown, var party = described?.party else {
                try forget(entry.row)
                continue
            }
            party.number = read
            party.country = read?.country
            let row = try PartyRows(database: database).row(of: party)
            try database.importing("UPDATE register SET number = ?, party = ? WHERE row = ?").with(read?.stored ?? "")
                .with(row).with(entry.row).run()
            touched.insert(row)
        }
        return touched
    }

    private func foldStemsAnew() throws -> (renamed: Set<Int64>, left: SupplierResolver.Affected) {
        var renamed: Set<Int64> = []
        var left = SupplierResolver.Affected()
        let parties = try database.importing("SELECT row, name, stem, supplier FROM parties")
            .all { (row: $0.number(0), name: $0.text(1), stem: $0.text(2), supplier: $0.optionalNumber(3)) }
        for party in parties {
            let stem = NormalizedName(party.name).stem
            if stem == party.stem { continue }
            renamed.insert(party.row)
            left.stems.insert(party.stem)
            if let supplier = party.supplier { left.suppliers.insert(supplier) }
            try database.importing("UPDATE parties SET stem = ?, supplier = NULL WHERE row = ?").with(stem)
                .with(party.row).run()
        }
        left.stems.remove("")
        return (renamed, left)
    }
}

extension Store {
    /// Reads anew who the parties of notices are that came before they were read as they are now, some thousands at a time,
    /// so that others may write in between. Cut short, it goes on where it was.
    package func renewIdentities() throws(StoreError) {
        guard try read({ try IdentityRenewal.isPending($0) }) else { return }
        let at = timestamp
        while try write({ database in
            let generation = Int64(try Self.generation(database)) + 1
            let importer = NoticeImporter(
                database: database, importID: ImportID(row: 0), at: at, ids: ids, generation: generation,
                purged: try PurgedPersons(database, ids: ids))
            let (hasChanged, isMore) = try IdentityRenewal(database: database, ids: ids, generation: generation)
                .step(importer)
            if hasChanged { try database.execute(sql: "UPDATE meta SET generation = ?", arguments: [generation]) }
            return isMore
        }) {}
    }
}
