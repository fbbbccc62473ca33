import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Logging
import PersonalNumbers
import Procurement
import Store
import Transport

/// Keeps what was asked and answered, one entry after the other, on a thread of its own.
///
/// An entry waits for what is just being written, at most one chunk of an import (500 notices, some tenths of a
/// second), and holds up no query meanwhile. Each new head is logged: a chain that somebody rewrote as a whole shows
/// against the log.
package actor DossierKeeper {
    private let executor = PinnedExecutor(label: "torg.dossiers", priority: .userInitiated)
    private let store: Store
    private let log: Logger
    private let now: @Sendable () -> Date
    /// Whether lists are kept where the caller says nothing.
    nonisolated let keepsLists: Bool

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(
        store: Store, keepsLists: Bool = false, log: Logger, now: @escaping @Sendable () -> Date = Date.init
    ) {
        self.store = store
        self.keepsLists = keepsLists
        self.log = log
        self.now = now
    }

    /// Keeps one answer. When it returns, the entry is on the disk.
    ///
    /// - Parameters:
    ///   - request: the parameters as they came.
    ///   - result: the answer, without where it is kept.
    ///   - seed: `nil` where nothing was drawn.
    ///   - dossier: the id of an earlier dossier to add to; `nil` begins one.
    /// - Throws: `NotFound` for a dossier that isn't there, `StoreError`.
    func keep(
        method: String, request: some JSONWritable & Sendable, result: some JSONWritable & Sendable, generation: Int,
        seed: Int? = nil, basis: DossierBasis, peer: Peer, dossier: String? = nil
    ) throws -> DossierReference {
        if let dossier { try check(dossier) }
        let record = DossierRecord(
            dossier: DossierID(dossier ?? Self.newName()), at: now().ISO8601Format(.iso8601),
            actor: UserName.of(peer), method: method, generation: generation, seed: seed,
            version: TorgVersion.current, basis: try basis.json,
            request: try JSONValue(writing: request), result: try JSONValue(writing: result))
        let bytes = Data(record.value.canonicalBytes)
        let line = try store.appendDossierEntry(
            NewDossierEntry(
                dossier: record.dossier.rawValue, at: record.at, actor: record.actor, method: method,
                generation: generation, seed: seed, record: bytes)
        ) { try DossierHash.link(bytes, $0, $1) }
        return kept(line)
    }

    /// Logs where the chain stands now.
    private func kept(_ line: DossierLine) -> DossierReference {
        log.notice(
            "dossier entry kept",
            metadata: [
                "sequence": "\(line.sequence)", "hash": "\(line.hash)", "dossier": "\(line.dossier)",
                "method": "\(line.method)",
            ])
        return DossierReference(id: line.dossier, sequence: line.sequence, hash: line.hash)
    }

    /// Keeps new versions of definitions, with an entry that says who changed what and why in the dossier that is called as
    /// the kind is. A definition decides who is on a list and so who is invited; the chain shows when one is changed behind
    /// Torg's back.
    ///
    /// - Parameter method: the one that was called.
    /// - Returns: the new versions, and where the entry is; nothing and `nil` where all is as it was.
    func save<D: OfficeDefinition>(
        _ changes: [DefinitionChange<D>], reason: String, method: String, by actor: String
    ) throws -> (saved: [DefinitionVersion<D>], reference: DossierReference?) {
        let generation = try store.generation
        let done = try store.save(
            changes, reason: reason, by: actor,
            entry: EntryMaker { saved, at in
                let record = DossierRecord(
                    dossier: DossierID(D.kind.plural), at: at, actor: actor, method: method, generation: generation,
                    version: TorgVersion.current,
                    request: [
                        D.kind.plural: .array(try saved.map { try $0.definition.json }),
                        "reason": .string(reason.withoutPersonalNumbers),
                    ],
                    result: [
                        "versions": .array(
                            saved.map { version in
                                [
                                    "id": .string(version.definition.key),
                                    "version": .number(JSONNumber(version.version)),
                                    "retired": .bool(version.isRetired),
                                ]
                            })
                    ])
                return NewDossierEntry(
                    dossier: record.dossier.rawValue, at: at, actor: actor, method: method, generation: generation,
                    record: Data(record.value.canonicalBytes))
            } hash: {
                try DossierHash.link($0, $1, $2)
            })
        return (done.saved, done.line.map(kept))
    }

    /// - Throws: `notTheLeader`, before anything is computed that can't be kept.
    nonisolated func refuseOnFollower() throws(StoreError) {
        if case .follower = store.condition, let trouble = store.trouble { throw trouble }
    }

    /// - Throws: `NotFound` where there is no such dossier to add to.
    func check(_ dossier: String) throws {
        guard try store.hasDossier(dossier) else {
            throw NotFound(parameter: "dossier", id: dossier, hint: "dossier.list gives those that there are")
        }
    }

    /// Letters alone, so that no part of it can be read as a number that must be masked: 12 of 20 are 51 bits.
    private static func newName() -> String {
        "d-" + String((0..<12).map { _ in Self.letters[Int.random(in: Self.letters.indices)] })
    }

    private static let letters = Array("bcdfghjkmnpqrstvwxyz")
}

extension DossierHash {
    /// The hash of the entry that a record becomes with this number, after an entry with this hash: as the store asks for it.
    @Sendable static func link(_ record: Data, _ sequence: Int, _ previous: String) throws -> String {
        guard let previous = DossierHash(previous) else {
            throw StoreError.inconsistent(detail: "the head of the dossiers has no hash")
        }
        return DossierHash(of: record, sequence: sequence, previous: previous).hex
    }
}

extension OfficeDefinition {
    /// As a dossier keeps it.
    fileprivate var json: JSONValue { get throws { try JSONParser.parse([UInt8](JSONEncoder().encode(self))) } }
}
