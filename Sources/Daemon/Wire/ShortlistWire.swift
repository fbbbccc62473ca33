import API
import Foundation
import Procurement
import Store

extension ShortlistLine {
    init(_ stored: StoredShortlist) {
        self.init(
            id: Int(stored.id), name: stored.shortlist.name, purpose: stored.shortlist.purpose,
            suppliers: stored.suppliers, by: stored.shortlist.by, at: Moment(stored.at))
    }
}

extension ShortlistedSupplier {
    init(_ stored: StoredShortlisted) {
        let entry = stored.shortlisted
        self.init(
            supplier: entry.supplier.rawValue, name: entry.name, rank: entry.rank, score: entry.score,
            because: entry.because, dossier: entry.dossier, entry: entry.entry, reason: entry.reason, by: entry.by,
            at: Moment(stored.at),
            removal: stored.removal.map {
                ShortlistRemoval(at: Moment($0.at), by: $0.by, reason: $0.reason)
            })
    }
}

extension NoteLine {
    /// - Parameter name: of the supplier that it is about, where it is known.
    init(_ stored: StoredNote, name: String?) {
        self.init(
            id: Int(stored.id), supplier: stored.note.supplier?.rawValue, name: name,
            shortlist: stored.note.shortlist.map { Int($0) }, text: stored.note.text, by: stored.note.by,
            at: Moment(stored.at))
    }

    /// With the names of their suppliers.
    static func lines(_ notes: [StoredNote], in store: Store) throws -> [NoteLine] {
        let ids = Set(notes.compactMap(\.note.supplier)).sorted()
        let names = Dictionary(try store.suppliers(ids).map { ($0.id, $0.name) }) { first, _ in first }
        return notes.map { note in NoteLine(note, name: note.note.supplier.flatMap { names[$0] }) }
    }
}

extension NotFound {
    static func shortlist(_ id: Int) -> NotFound {
        NotFound(parameter: "shortlist", id: "\(id)", hint: "shortlists.list gives those that there are")
    }

    static func supplier(_ id: String) -> NotFound {
        NotFound(parameter: "supplier", id: id, hint: "suppliers.find finds the ids that are known")
    }
}
