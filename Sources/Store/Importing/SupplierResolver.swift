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

    /// - Parameters:
    ///   - touched: parties that were named by a notice or the register, or are no longer.
    ///   - hasNewEntries: the register says something else of them than before.
    func resolve(_ touched: Set<Int64>, hasNewEntries: Bool = false) throws {
        var stems: Set<String> = []
        var numbers: Set<OrganisationNumber> = []
        var suppliers: Set<Int64> = []
        for row in touched.sorted() {
            guard let stored = try party(row) else { continue }
            if try !isNamed(row) {
                try run("DELETE FROM parties WHERE row = ?", [row])
            } else if let supplier = stored.supplier {
                // Named once more, a supplier looks different only if it is to choose between several descriptions.
                if try hasNewEntries || isDescribedOtherwise(supplier, than: row) { suppliers.insert(supplier) }
                continue
            }
            if let supplier = stored.supplier { suppliers.insert(supplier) }
            if !stored.party.stem.isEmpty { stems.insert(stored.party.stem) }
            if let number = stored.party.number { numbers.insert(number) }
        }
        for number in numbers where try hasTurned(number) { stems.formUnion(try stemsOf(number)) }
        var namings: [NameResolution] = []
        var assignments: [(party: StoredParty, key: SupplierKey)] = []
        for stem in stems.sorted() {
            let parties = try self.parties("stem = ?", [stem])
            let resolution = NameResolution(
                stem: stem, parties: parties.map(\.party), persons: try persons(among: parties.map(\.party)))
            namings.append(resolution)
            for stored in parties { assignments.append((stored, resolution.key(of: stored.party))) }
            suppliers.formUnion(parties.compactMap(\.supplier))
        }
        for number in numbers {
            for stored in try parties("number = ? AND stem = ''", [number.stored]) {
                assignments.append((stored, .number(number)))
            }
        }
        let (changed, rows) = try assign(assignments, leaving: suppliers)
        try refresh(suppliers.union(changed))
        for resolution in namings { try writeAliases(resolution, rows) }
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
        _ assignments: [(party: StoredParty, key: SupplierKey)], leaving losers: Set<Int64>
    ) throws -> (changed: Set<Int64>, rows: [SupplierKey: Int64]) {
        var moves: [(party: StoredParty, key: SupplierKey)] = []
        var changed = losers
        for (party, key) in assignments {
            if let supplier = party.supplier {
                if try self.key(of: supplier) == key.text { continue }
                changed.insert(supplier)
                try run("UPDATE parties SET supplier = NULL WHERE row = ?", [party.row])
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
            for party in parties { try run("UPDATE parties SET supplier = ? WHERE row = ?", [row, party.row]) }
        }
        return (changed, rows)
    }

    /// Writes a supplier that is new, wholly, before its parties are moved to it.
    private func insert(_ key: SupplierKey, described parties: [StoredParty]) throws -> Int64 {
        let portrait = SupplierPortrait(
            key: key, isPerson: try isPerson(key), parties: parties, entries: try entries(of: parties))
        let folded = NormalizedName.fold(portrait.name)
        try run(
            """
            INSERT INTO suppliers (id, name, number, person, country, size, nuts, sni, register, folded, key, generation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            StatementArguments(columns(portrait, key) + [folded, key.text, generation]))
        let row = database.lastInsertedRowID
        for name in portrait.names {
            try insert(name, folded: name == portrait.name ? folded : NormalizedName.fold(name), of: row)
        }
        return row
    }

    private func insert(_ name: String, folded: String, of supplier: Int64) throws {
        try run("INSERT INTO supplier_names (supplier, name, folded) VALUES (?, ?, ?)", [supplier, name, folded])
    }

    private func key(of supplier: Int64) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT key FROM suppliers WHERE row = ?"), arguments: [supplier])
    }

    private func supplier(_ key: SupplierKey) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT row FROM suppliers WHERE key = ?"), arguments: [key.text])
    }

    private func deleteIfEmpty(_ supplier: Int64) throws {
        try run(
            "DELETE FROM suppliers WHERE row = ?1 AND NOT EXISTS (SELECT 1 FROM parties WHERE supplier = ?1)",
            [supplier])
    }

    // MARK: Persons

    private func isPerson(_ key: SupplierKey) throws -> Bool {
        switch key {
        case .name(_, let form, _): return form == LegalForm.person
        case .number(let number):
            if number.country == "SE" { return number.isPersonal }
            return try Bool.fetchOne(
                database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM parties WHERE number = ? AND person = 1)"),
                arguments: [number.stored]) ?? false
        }
    }

    private func persons(among parties: [Party]) throws -> Set<OrganisationNumber> {
        var persons: Set<OrganisationNumber> = []
        for number in Set(parties.compactMap(\.number)) where try isPerson(.number(number)) { persons.insert(number) }
        return persons
    }

    /// Whether a number has become, or is no longer, a natural person's; then all its names must be looked at.
    private func hasTurned(_ number: OrganisationNumber) throws -> Bool {
        let before = try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT person FROM suppliers WHERE key = ?"), arguments: [number.stored])
        return try before.map { try $0 != isPerson(.number(number)) } ?? false
    }

    private func stemsOf(_ number: OrganisationNumber) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT DISTINCT stem FROM parties WHERE number = ? AND stem <> ''"),
            arguments: [number.stored])
    }

    // MARK: What a supplier looks like

    private func refresh(_ suppliers: Set<Int64>) throws {
        for row in suppliers.sorted() {
            guard let text = try key(of: row) else { continue }
            guard let key = SupplierKey(text: text) else {
                throw StoreError.inconsistent(detail: "the key of supplier row \(row) can't be read")
            }
            let parties = try self.parties("supplier = ?", [row])
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
        let statement = try database.cachedStatement(
            sql: "SELECT row, number, name, size, sni, nuts FROM register WHERE party = ? ORDER BY row")
        return try parties.flatMap { try Row.fetchAll(statement, arguments: [$0.row]) }.map {
            SupplierPortrait.Entry(
                row: $0[0], hasNumber: $0[1] != "", name: $0[2], size: $0[3], sni: $0[4], nuts: Columns.regions($0[5]))
        }
    }

    /// What of a supplier is shown: id, name, number, person, country, size, nuts, sni, register.
    private func columns(_ portrait: SupplierPortrait, _ key: SupplierKey) -> [(any DatabaseValueConvertible)?] {
        [
            ids.id(of: key, isPerson: portrait.isPerson).rawValue, portrait.name, portrait.number?.stored,
            portrait.isPerson, portrait.country, portrait.size, Columns.text(portrait.nuts), portrait.sni,
            portrait.register,
        ]
    }

    private func write(_ portrait: SupplierPortrait, _ key: SupplierKey, to row: Int64) throws {
        try run(
            """
            UPDATE suppliers SET id = ?1, name = ?2, number = ?3, person = ?4, country = ?5, size = ?6, nuts = ?7, sni = ?8,
                register = ?9, folded = ?10
            WHERE row = ?11 AND (id, name, number, person, country, size, nuts, sni, register)
                IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, StatementArguments(columns(portrait, key) + [NormalizedName.fold(portrait.name), row]))
        var changed = database.changesCount > 0
        let before = Set(
            try String.fetchAll(
                database.cachedStatement(sql: "SELECT name FROM supplier_names WHERE supplier = ?"), arguments: [row]))
        let after = portrait.names
        for name in before.subtracting(after) {
            try run("DELETE FROM supplier_names WHERE supplier = ? AND name = ?", [row, name])
            changed = true
        }
        for name in after.subtracting(before) {
            try insert(name, folded: NormalizedName.fold(name), of: row)
            changed = true
        }
        if changed { try run("UPDATE suppliers SET generation = ? WHERE row = ?", [generation, row]) }
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
        let present = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT alias, supplier FROM supplier_aliases WHERE stem = ?"),
            arguments: [resolution.stem])
        for row in present {
            let alias: String = row[0]
            if wanted[alias] == row[1] {
                wanted[alias] = nil
            } else {
                try run("DELETE FROM supplier_aliases WHERE alias = ?", [alias])
            }
        }
        for (alias, supplier) in wanted {
            try run(
                "INSERT INTO supplier_aliases (alias, stem, supplier) VALUES (?, ?, ?)",
                [alias, resolution.stem, supplier])
        }
    }

    // MARK: Rows

    private func party(_ row: Int64) throws -> StoredParty? { try parties("row = ?", [row]).first }

    private func parties(_ condition: String, _ arguments: StatementArguments) throws -> [StoredParty] {
        // A cursor's row is read where it stands; those of `fetchAll` are copied first.
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT \(StoredParty.columns) FROM parties WHERE \(condition) ORDER BY row"),
            arguments: arguments)
        return try Array(rows.map(StoredParty.init))
    }

    /// Whether a current notice or the register still describes someone so.
    private func isNamed(_ party: Int64) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM wins WHERE party = ?1) OR EXISTS (SELECT 1 FROM register WHERE party = ?1)
                    """), arguments: [party]) ?? false
    }

    private func isDescribedOtherwise(_ supplier: Int64, than party: Int64) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM parties WHERE supplier = ? AND row <> ?)"),
            arguments: [supplier, party]) ?? false
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
