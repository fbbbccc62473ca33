import Foundation
import GRDB
import PersonalNumbers
import Procurement

// None of this bumps the generation: the data that are matched stay as they are, as with a change of the configuration.

extension Store {
    /// How many of a kind there may be, those out of use among them.
    package static let mostDefinitions = 1000

    /// The latest version of each definition of a kind, those out of use among them, in the order in which they first came.
    package func definitions<D: OfficeDefinition>(
        _: D.Type = D.self
    ) throws(StoreError) -> [DefinitionVersion<D>] {
        try read { try Self.definitions($0) }
    }

    /// Takes over what a file has, where the store has never had any of the kind.
    ///
    /// - Returns: whether anything was written.
    @discardableResult
    package func fillDefinitions<D: OfficeDefinition>(
        _ definitions: [D], from file: String, by user: String
    ) throws(StoreError) -> Bool {
        guard !definitions.isEmpty, try self.definitions(D.self).isEmpty else { return false }
        let at = timestamp
        return try write { database in
            guard try Self.definitions(database, D.self).isEmpty else { return false }
            for definition in definitions.prefix(Self.mostDefinitions) {
                try Self.insert(
                    DefinitionVersion(
                        definition: definition.withoutPersonalNumbers, version: 1, isRetired: false, reason: file,
                        by: user, at: Date(stored: at)), at: at, into: database)
            }
            return true
        }
    }

    /// Keeps new versions, and the entry of the dossiers that says so, in one transaction: all of them or none. What is as it
    /// was already is no new version.
    ///
    /// - Returns: the new versions in the order given, and where the entry stands; nothing and `nil` where all is as it was.
    /// - Throws: `saveRefused` where one was changed since the version that it is based on, or where there would be too many.
    package func save<D: OfficeDefinition>(
        _ changes: [DefinitionChange<D>], reason: String, by user: String,
        entry maker: EntryMaker<[DefinitionVersion<D>]>
    ) throws(StoreError) -> (saved: [DefinitionVersion<D>], line: DossierLine?) {
        let at = timestamp
        return try write { database in
            var latest: [String: DefinitionVersion<D>] = [:]
            for version in try Self.definitions(database, D.self) { latest[version.definition.key] = version }
            var saved: [DefinitionVersion<D>] = []
            for change in changes {
                let before = latest[change.definition.key]
                try Self.check(change, against: before)
                let definition = change.definition.withoutPersonalNumbers
                if let before, before.definition == definition, before.isRetired == change.isRetired { continue }
                let version = DefinitionVersion(
                    definition: definition, version: (before?.version ?? 0) + 1, isRetired: change.isRetired,
                    reason: reason.withoutPersonalNumbers, by: user, at: try Date(stored: at))
                try Self.insert(version, at: at, into: database)
                latest[definition.key] = version
                saved.append(version)
            }
            guard latest.count <= Self.mostDefinitions else {
                throw StoreError.saveRefused(
                    parameter: D.kind.plural, expected: "at most \(Self.mostDefinitions), those out of use among them",
                    reason: "there would be \(latest.count) \(D.kind.plural)")
            }
            if saved.isEmpty { return ([], nil) }
            let entry = try maker.entry(saved, at)
            return (saved, try Self.append(entry, to: database) { try maker.hash(entry.record, $0, $1) })
        }
    }

    /// The versions of one definition, the latest first; empty for an id that never was.
    ///
    /// - Parameter after: the `next` of the page before.
    package func history<D: OfficeDefinition>(
        of id: String, _: D.Type = D.self, limit: Int = 20, after: PageCursor? = nil
    ) throws(StoreError) -> Page<DefinitionVersion<D>> {
        try read { database in
            var before = Int.max
            if let after {
                guard let version = Int(try after.parts(1)[0]) else { throw StoreError.invalidCursor(after.text) }
                before = version
            }
            let limit = min(max(limit, 1), 1000)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.definitionColumns) FROM definitions
                    WHERE kind = ? AND id = ? AND version < ? ORDER BY version DESC LIMIT ?
                    """, arguments: [D.kind.rawValue, id, before, limit + 1]
            ).map { try Self.definition($0, D.self) }
            return Page(rows, limit: limit) { PageCursor(parts: String($0.version)) }
        }
    }

    private static func check<D>(_ change: DefinitionChange<D>, against latest: DefinitionVersion<D>?) throws {
        guard let basis = change.basedOn, basis != latest?.version ?? 0 else { return }
        guard let latest else {
            throw StoreError.saveRefused(
                parameter: "basedOn", expected: "nothing: there is none of this id yet",
                reason: "there is no version \(basis) of “\(change.definition.key)”")
        }
        throw StoreError.saveRefused(
            parameter: "basedOn", expected: "\(latest.version)",
            reason: "“\(change.definition.key)” has version \(latest.version) now, which \(latest.by) "
                + "saved at \(latest.at.ISO8601Format(.iso8601)) because: “\(latest.reason)”; look at it, and save "
                + "your change on top of it")
    }

    private static func definitions<D: OfficeDefinition>(
        _ database: Database, _: D.Type = D.self
    ) throws -> [DefinitionVersion<D>] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(definitionColumns) FROM definitions d
                WHERE kind = ?1 AND version = (SELECT max(version) FROM definitions WHERE kind = ?1 AND id = d.id)
                ORDER BY (SELECT min(row) FROM definitions WHERE kind = ?1 AND id = d.id)
                """, arguments: [D.kind.rawValue]
        ).map { try definition($0, D.self) }
    }

    private static let definitionColumns = "definition, version, retired, reason, user, at"

    private static func definition<D: OfficeDefinition>(_ row: Row, _: D.Type) throws -> DefinitionVersion<D> {
        let version: Int = try row[1]
        guard (1..<1 << 53).contains(version) else { throw DamagedRow("a definition has an impossible version") }
        return try DefinitionVersion(
            definition: JSONDecoder().decode(D.self, from: Data((row[0] as String).utf8)), version: version,
            isRetired: row[2], reason: row.shown(3), by: row[4], at: Date(stored: row[5]))
    }

    private static func insert<D>(_ version: DefinitionVersion<D>, at: String, into database: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try database.execute(
            sql: """
                INSERT INTO definitions (kind, id, version, definition, retired, reason, user, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                D.kind.rawValue, version.definition.key, version.version,
                String(decoding: try encoder.encode(version.definition), as: UTF8.self), version.isRetired,
                version.reason, version.by, at,
            ])
    }
}
