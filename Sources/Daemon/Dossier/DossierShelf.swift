import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Procurement
import Store

/// Takes kept entries out of the store and reads them.
struct DossierShelf: Sendable {
    let store: Store

    /// The entry of this number, or the latest of this dossier.
    ///
    /// - Throws: `NotFound`; -32602 unless one of the two is given.
    func entry(dossier: String?, sequence: Int?) throws -> StoredDossierEntry {
        switch (dossier, sequence) {
        case (let dossier?, nil):
            guard let latest = try store.dossierLines(DossierQuery(dossier: dossier), limit: 1).items.first,
                let entry = try store.dossierEntry(latest.sequence)
            else { throw Self.unknown("dossier", dossier) }
            return entry
        case (nil, let sequence?):
            guard let entry = try store.dossierEntry(sequence) else { throw Self.unknown("sequence", "\(sequence)") }
            return entry
        default:
            throw RPCError.invalid(
                parameter: "dossier", expected: "one of dossier and sequence",
                came: dossier.map(JSONValue.string) ?? .null)
        }
    }

    /// Answers with suppliers in an order: lists, and plans that chose among candidates.
    static let lists: Set<String> = [
        MatchCategory.name, MatchChallenge.name, MatchNotice.name, NeedsExplore.name, SuppliersLike.name,
    ]
    private static let plans: Set<String> = [MeetingPlan.name, CouncilCompose.name]
    /// So many entries of a dossier are looked through for its latest list or plan.
    private static let mostEntries = 1000

    /// The latest list or plan of a dossier.
    ///
    /// - Parameter parameter: what named the dossier.
    /// - Throws: `NotFound`; -32602 where the dossier has neither.
    func list(of dossier: String, at parameter: String) throws -> DossierEntry {
        let lines = try store.dossierLines(DossierQuery(dossier: dossier), limit: Self.mostEntries).items
        guard !lines.isEmpty else { throw Self.unknown(parameter, dossier) }
        let wanted = lines.first {
            $0.removedBy == nil && (Self.lists.contains($0.method) || Self.plans.contains($0.method))
        }
        guard let wanted, let stored = try store.dossierEntry(wanted.sequence), let entry = try Self.read(stored) else {
            throw RPCError.invalid(
                parameter: parameter, expected: "a dossier with a meeting, a council or a list of suppliers",
                came: .string(dossier))
        }
        return entry
    }

    static func unknown(_ parameter: String, _ id: String) -> NotFound {
        NotFound(parameter: parameter, id: id, hint: "dossier.list gives those that there are")
    }

    /// The entry as it was kept; `nil` where a decision removed what it says.
    ///
    /// - Throws: -32005 where its record can't be read: somebody changed it.
    static func read(_ stored: StoredDossierEntry) throws -> DossierEntry? {
        guard let bytes = stored.record else { return nil }
        guard let record = record(bytes), let previous = DossierHash(stored.line.previous),
            let hash = DossierHash(stored.line.hash)
        else {
            throw RPCError(
                .storeUnavailable,
                "Entry \(stored.line.sequence) can't be read: it was changed in the store. dossier.verify tells all that was"
            )
        }
        return DossierEntry(sequence: stored.line.sequence, record: record, previous: previous, hash: hash)
    }

    /// What an audit needs of an entry. The columns that lists show count as content too.
    static func link(_ stored: StoredDossierEntry) -> DossierLink {
        let line = stored.line
        guard let previous = DossierHash(line.previous), let hash = DossierHash(line.hash) else {
            return DossierLink(sequence: line.sequence, previous: .start, hash: .start, content: .changed)
        }
        guard let bytes = stored.record else {
            return DossierLink(
                sequence: line.sequence, previous: previous, hash: hash, content: .removed(by: line.removedBy ?? 0))
        }
        guard DossierHash(of: bytes, sequence: line.sequence, previous: previous) == hash, let record = record(bytes),
            record.isShown(by: line)
        else { return DossierLink(sequence: line.sequence, previous: previous, hash: hash, content: .changed) }
        return DossierLink(
            sequence: line.sequence, previous: previous, hash: hash, content: .sound,
            removes: DossierLink.removals(decidedBy: record))
    }

    private static func record(_ bytes: Data) -> DossierRecord? {
        (try? JSONParser.parse([UInt8](bytes))).flatMap { DossierRecord($0) }
    }
}

extension DossierRecord {
    fileprivate func isShown(by line: DossierLine) -> Bool {
        line.dossier == dossier.rawValue && line.at == at && line.actor == actor && line.method == method
            && line.generation == generation && line.seed == seed
    }
}
