import Foundation
import GRDB
import Procurement

/// Brings `suppliers` up to date after parties came, went or were named again.
///
/// Only what the touched parties' names and numbers can have changed is looked at; the outcome is the same as if
/// everything were worked out anew (`NameResolution` says how).
struct SupplierResolver {
    let database: Database
    let ids: SupplierIDs
    /// Written to every supplier that changes.
    let generation: Int64

    /// What touched parties can have changed.
    struct Affected {
        /// That may look different, or have lost their last party.
        var suppliers: Set<Int64> = []
        /// Names whose parties have to be told apart anew.
        var stems: Set<String> = []
        var numbers: Set<OrganisationNumber> = []
    }

    /// A party, and the supplier that it belongs to.
    private typealias Assignment = (party: StoredParty, key: SupplierKey)

    /// - Parameters:
    ///   - touched: parties that were named by a notice or the register, or are no longer.
    ///   - hasNewEntries: the register says something else of them than before.
    ///   - left: suppliers that have lost a party, and the stems that parties had before.
    func resolve(_ touched: Set<Int64>, hasNewEntries: Bool = false, left: Affected = Affected()) throws {
        var affected = left
        for row in touched.sorted() { try look(at: row, hasNewEntries: hasNewEntries, &affected) }
        for number in affected.numbers where try hasTurned(number) {
            affected.stems.formUnion(try stemsOf(number))
        }
        let (namings, assignments) = try nameAnew(&affected)
        let (changed, rows) = try assign(assignments, leaving: affected.suppliers)
        try refresh(affected.suppliers.union(changed))
        for resolution in namings { try writeAliases(resolution, rows) }
    }

    /// Adds what one touched party can have changed. A party that nobody names any more is deleted.
    private func look(at row: Int64, hasNewEntries: Bool, _ affected: inout Affected) throws {
        guard let (stored, isNamed) = try party(row) else { return }
        if let supplier = stored.supplier {
            // Named once more, a supplier looks different only if it is to choose between several descriptions.
            if try !isNamed || hasNewEntries || isDescribedOtherwise(supplier, than: row) {
                affected.suppliers.insert(supplier)
            }
            if isNamed { return }
        }
        if !isNamed { try database.importing("DELETE FROM parties WHERE row = ?").with(row).run() }
        if !stored.party.stem.isEmpty { affected.stems.insert(stored.party.stem) }
        if let number = stored.party.number { affected.numbers.insert(number) }
    }

    /// Tells the parties of each affected name apart, and gives those without a name by their numbers.
    private func nameAnew(_ affected: inout Affected) throws -> ([NameResolution], [Assignment]) {
        var namings: [NameResolution] = []
        var assignments: [Assignment] = []
        for stem in affected.stems.sorted() {
            let parties = try partiesWhere("stem = ?") { $0.with(stem) }
            let resolution = NameResolution(
                stem: stem, parties: parties.map(\.party), persons: try persons(among: parties.map(\.party)))
            namings.append(resolution)
            for stored in parties { assignments.append((stored, resolution.key(of: stored.party))) }
            affected.suppliers.formUnion(parties.compactMap(\.supplier))
        }
        for number in affected.numbers {
            for stored in try partiesWhere("number = ? AND stem = ''", { $0.with(number.stored) }) {
                assignments.append((stored, .number(number)))
            }
        }
        return (namings, assignments)
    }

    // MARK: Which party is whose

    /// Moves parties to their suppliers, and makes the suppliers that are new.
    ///
    /// Suppliers that lose their last party go before new ones come, because a new one may take over the id.
    ///
    /// - Parameter losers: suppliers that may have lost a party already.
    /// - Returns: the suppliers that were there already and that may look different now; the rows of those that parties
    ///   were moved to.
    private func assign(
        _ assignments: [Assignment], leaving losers: Set<Int64>
    ) throws -> (changed: Set<Int64>, rows: [SupplierKey: Int64]) {
        var moves: [Assignment] = []
        var changed = losers
        for (party, key) in assignments {
            if let supplier = party.supplier {
                if try self.key(of: supplier) == key.text { continue }
                changed.insert(supplier)
                try database.importing("UPDATE parties SET supplier = NULL WHERE row = ?").with(party.row).run()
            }
            moves.append((party, key))
        }
        for supplier in changed { try deleteIfEmpty(supplier) }
        let members = Dictionary(grouping: moves, by: \.key)
        var rows: [SupplierKey: Int64] = [:]
        for (_, key) in moves where rows[key] == nil {
            let parties = members[key, default: []].map(\.party)
            let row: Int64
            if let known = try supplier(key) {
                row = known
                changed.insert(known)
            } else {
                row = try insert(key, described: parties.sorted { $0.row < $1.row })
            }
            rows[key] = row
            for party in parties {
                try database.importing("UPDATE parties SET supplier = ? WHERE row = ?").with(row).with(party.row).run()
            }
        }
        return (changed, rows)
    }

    /// Writes a supplier that is new, wholly, before its parties are moved to it.
    private func insert(_ key: SupplierKey, described parties: [StoredParty]) throws -> Int64 {
        let portrait = SupplierPortrait(
            key: key, isPerson: try isPerson(key), parties: parties, entries: try entries(of: parties))
        let folded = NormalizedName.fold(portrait.name)
        try filled(
            """
            INSERT INTO suppliers (id, name, number, person, country, size, nuts, sni, register, folded, key, generation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, portrait, key
        ).with(folded).with(key.text).with(generation).run()
        let row = database.lastInsertedRowID
        for name in portrait.names {
            try insert(name, folded: name == portrait.name ? folded : NormalizedName.fold(name), of: row)
        }
        return row
    }

    private func insert(_ name: String, folded: String, of supplier: Int64) throws {
        try database.importing("INSERT INTO supplier_names (supplier, name, folded) VALUES (?, ?, ?)").with(supplier)
            .with(name).with(folded).run()
    }

    private func key(of supplier: Int64) throws -> String? {
        try database.importing("SELECT key FROM suppliers WHERE row = ?").with(supplier).first { $0.text(0) }
    }

    private func supplier(_ key: SupplierKey) throws -> Int64? {
        try database.importing("SELECT row FROM suppliers WHERE key = ?").with(key.text).first { $0.number(0) }
    }

    private func deleteIfEmpty(_ supplier: Int64) throws {
        try database.importing(
            "DELETE FROM suppliers WHERE row = ?1 AND NOT EXISTS (SELECT 1 FROM parties WHERE supplier = ?1)"
        ).with(supplier).run()
    }

    // MARK: Persons

    private func isPerson(_ key: SupplierKey) throws -> Bool {
        switch key {
        case .name(_, let form, _): return form == LegalForm.person
        case .number(let number):
            if number.country == "SE" { return number.isPersonal }
            return try database.importing("SELECT EXISTS (SELECT 1 FROM parties WHERE number = ? AND person = 1)")
                .with(number.stored).holds()
        }
    }

    private func persons(among parties: [Party]) throws -> Set<OrganisationNumber> {
        var persons: Set<OrganisationNumber> = []
        for number in Set(parties.compactMap(\.number)) where try isPerson(.number(number)) { persons.insert(number) }
        return persons
    }

    /// Whether a number has become, or is no longer, a natural person's; then all its names must be looked at.
    private func hasTurned(_ number: OrganisationNumber) throws -> Bool {
        let before = try database.importing("SELECT person FROM suppliers WHERE key = ?").with(number.stored)
            .first { $0.flag(0) }
        return try before.map { try $0 != isPerson(.number(number)) } ?? false
    }

    private func stemsOf(_ number: OrganisationNumber) throws -> [String] {
        try database.importing("SELECT DISTINCT stem FROM parties WHERE number = ? AND stem <> ''")
            .with(number.stored).all { $0.text(0) }
    }

    // MARK: What a supplier looks like

    private func refresh(_ suppliers: Set<Int64>) throws {
        for row in suppliers.sorted() {
            guard let text = try key(of: row) else { continue }
            guard let key = SupplierKey(text: text) else {
                throw StoreError.inconsistent(detail: "the key of supplier row \(row) can't be read")
            }
            let parties = try partiesWhere("supplier = ?") { $0.with(row) }
            if parties.isEmpty {
                try deleteIfEmpty(row)
                continue
            }
            let portrait = SupplierPortrait(
                key: key, isPerson: try isPerson(key), parties: parties, entries: try entries(of: parties))
            try write(portrait, key, to: row)
        }
    }

    /// What the register says of them.
    private func entries(of parties: [StoredParty]) throws -> [SupplierPortrait.Entry] {
        try parties.flatMap { party in
            try database.importing(
                "SELECT row, number, name, size, sni, nuts FROM register WHERE party = ? ORDER BY row"
            ).with(party.row).all {
                SupplierPortrait.Entry(
                    row: $0.number(0), hasNumber: $0.text(1) != "", name: $0.text(2), size: $0.optionalText(3),
                    sni: $0.optionalText(4), nuts: Columns.regions($0.text(5)))
            }
        }
    }

    /// A statement whose first values are what of a supplier is shown: id, name, number, person, country, size, nuts, sni,
    /// register.
    private func filled(_ sql: String, _ portrait: SupplierPortrait, _ key: SupplierKey) throws -> ImportStatement {
        try database.importing(sql).with(ids.id(of: key, isPerson: portrait.isPerson).rawValue).with(portrait.name)
            .with(portrait.number?.stored).with(portrait.isPerson).with(portrait.country).with(portrait.size)
            .with(Columns.text(portrait.nuts)).with(portrait.sni).with(portrait.register)
    }

    private func write(_ portrait: SupplierPortrait, _ key: SupplierKey, to row: Int64) throws {
        try filled(
            """
            UPDATE suppliers SET id = ?1, name = ?2, number = ?3, person = ?4, country = ?5, size = ?6, nuts = ?7, sni = ?8,
                register = ?9, folded = ?10
            WHERE row = ?11 AND (id, name, number, person, country, size, nuts, sni, register)
                IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, portrait, key
        ).with(NormalizedName.fold(portrait.name)).with(row).run()
        var changed = database.changesCount > 0
        let before = Set(
            try database.importing("SELECT name FROM supplier_names WHERE supplier = ?").with(row).all { $0.text(0) })
        let after = portrait.names
        for name in before.subtracting(after) {
            try database.importing("DELETE FROM supplier_names WHERE supplier = ? AND name = ?").with(row).with(name)
                .run()
            changed = true
        }
        for name in after.subtracting(before) {
            try insert(name, folded: NormalizedName.fold(name), of: row)
            changed = true
        }
        if changed {
            try database.importing("UPDATE suppliers SET generation = ? WHERE row = ?").with(generation).with(row).run()
        }
    }

    // MARK: Earlier ids

    /// Every way in which the name was written leads to its supplier, so that an id given out before a number, a form
    /// or a country was known still finds it.
    ///
    /// - Parameter rows: of suppliers that are known already.
    private func writeAliases(_ resolution: NameResolution, _ rows: [SupplierKey: Int64]) throws {
        var wanted: [String: Int64] = [:]
        for (form, country) in resolution.spellings {
            let key = resolution.key(form: form, country: country)
            guard let supplier = try rows[key] ?? supplier(key) else { continue }
            let aliases = ids.aliases(
                stem: resolution.stem, form: form, country: country, isPerson: try isPerson(key))
            for alias in aliases { wanted[alias] = wanted[alias] ?? supplier }
        }
        let present = try database.importing("SELECT alias, supplier FROM supplier_aliases WHERE stem = ?")
            .with(resolution.stem).all { (alias: $0.text(0), supplier: $0.number(1)) }
        for (alias, supplier) in present {
            if wanted[alias] == supplier {
                wanted[alias] = nil
            } else {
                try database.importing("DELETE FROM supplier_aliases WHERE alias = ?").with(alias).run()
            }
        }
        for (alias, supplier) in wanted {
            try database.importing("INSERT INTO supplier_aliases (alias, stem, supplier) VALUES (?, ?, ?)").with(alias)
                .with(resolution.stem).with(supplier).run()
        }
    }

    // MARK: Rows

    /// - Returns: also whether a current notice or the register still describes someone so.
    private func party(_ row: Int64) throws -> (party: StoredParty, isNamed: Bool)? {
        try database.importing(
            """
            SELECT \(StoredParty.columns), EXISTS (SELECT 1 FROM wins WHERE party = ?1)
                OR EXISTS (SELECT 1 FROM tenders WHERE party = ?1) OR EXISTS (SELECT 1 FROM register WHERE party = ?1)
            FROM parties WHERE row = ?1
            """
        ).with(row).first { (StoredParty($0), $0.flag(StoredParty.columnCount)) }
    }

    private func partiesWhere(
        _ condition: String, _ filled: (ImportStatement) -> ImportStatement
    ) throws -> [StoredParty] {
        try filled(
            database.importing("SELECT \(StoredParty.columns) FROM parties WHERE \(condition) ORDER BY row")
        ).all(StoredParty.init)
    }

    private func isDescribedOtherwise(_ supplier: Int64, than party: Int64) throws -> Bool {
        try database.importing("SELECT EXISTS (SELECT 1 FROM parties WHERE supplier = ? AND row <> ?)").with(supplier)
            .with(party).holds()
    }
}
