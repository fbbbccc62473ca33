import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Logging
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
            actor: UserName.of(peer.uid), method: method, generation: generation, seed: seed,
            version: TorgVersion.current, basis: try basis.json,
            request: try JSONValue(writing: request), result: try JSONValue(writing: result))
        let bytes = Data(record.value.canonicalBytes)
        let line = try store.appendDossierEntry(
            NewDossierEntry(
                dossier: record.dossier.rawValue, at: record.at, actor: record.actor, method: method,
                generation: generation, seed: seed, record: bytes)
        ) { sequence, previous in
            guard let previous = DossierHash(previous) else {
                throw StoreError.inconsistent(detail: "the head of the dossiers has no hash")
            }
            return DossierHash(of: bytes, sequence: sequence, previous: previous).hex
        }
        log.notice(
            "dossier entry kept",
            metadata: [
                "sequence": "\(line.sequence)", "hash": "\(line.hash)", "dossier": "\(line.dossier)",
                "method": "\(method)",
            ])
        return DossierReference(id: line.dossier, sequence: line.sequence, hash: line.hash)
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
