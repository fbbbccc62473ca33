import API
import JSONRPC
import Procurement
import Sheets

/// Suppliers gathered for a purpose: all shortlists, and one with the reasons of its moment and what colleagues noted.
enum ShortlistPages {
    static func list(_ visit: Visit) async throws -> Answer {
        let parameters = ShortlistsList.Parameters(limit: 100, after: visit.asked["after"])
        let result = try await visit.call(ShortlistsList.self, parameters)
        if let file = try await visit.file(ShortlistsList.self, parameters, result, name: "shortlists") { return file }
        let reader = visit.reader
        return .page(
            "shortlists", title: reader.pick(sv: "Urval", en: "Shortlists"),
            [
                "isEmpty": .flag(result.shortlists.isEmpty),
                "shortlists": Fields.Value(
                    result.shortlists.map {
                        [
                            "name": .text($0.name), "page": .text(Address("shortlist", "\($0.id)").description),
                            "purpose": Fields.Value($0.purpose), "suppliers": .text(reader.count($0.suppliers)),
                            "by": .text($0.by), "at": .text(reader.moment($0.at)),
                        ]
                    }),
                "next": Fields.Value(result.next.map { Address("shortlists").saying("after", $0).description }),
                "files": .fields(visit.files(of: Address("shortlists"))),
            ])
    }

    static func show(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let parameters = ShortlistsGet.Parameters(shortlist: id)
        let result = try await visit.call(ShortlistsGet.self, parameters)
        if let file = try await visit.file(ShortlistsGet.self, parameters, result, name: "shortlist-\(id)") {
            return file
        }
        let (line, reader) = (result.shortlist, visit.reader)
        return .page(
            "shortlist", title: line.name,
            [
                "shortlist": Fields.Value(line.id), "purpose": Fields.Value(line.purpose), "by": .text(line.by),
                "at": .text(reader.moment(line.at)), "isEmpty": .flag(result.suppliers.isEmpty),
                "suppliers": Fields.Value(result.suppliers.map { supplier($0, reader) }),
                "hasRemoved": .flag(!result.removed.isEmpty),
                "removed": Fields.Value(result.removed.map { supplier($0, reader) }),
                "hasNotes": .flag(!result.notes.isEmpty),
                "notes": Fields.Value(
                    result.notes.map {
                        [
                            "text": .text($0.text), "about": Fields.Value($0.name), "by": .text($0.by),
                            "at": .text(reader.moment($0.at)),
                        ]
                    }),
                "files": .fields(visit.files(of: Address("shortlist", visit.id))),
            ])
    }

    private static func supplier(_ supplier: ShortlistedSupplier, _ reader: Reader) -> Fields {
        [
            "id": .text(supplier.supplier), "name": .text(supplier.name),
            "page": .text(Address("supplier", supplier.supplier).description),
            "rank": Fields.Value(supplier.rank.map(reader.count)),
            "score": Fields.Value(supplier.score.map(reader.points)),
            "because": Fields.Value(supplier.because.prefix(3).map { ["text": .text($0)] }),
            "reason": Fields.Value(supplier.reason),
            "record": Fields.Value(supplier.dossier.map { Address("record", $0).description }),
            "by": .text(supplier.by), "at": .text(reader.moment(supplier.at)),
            "removedWhy": Fields.Value(supplier.removal?.reason),
        ]
    }

    /// A shortlist of the first of a kept list, with the reasons that they had there.
    static func gather(_ visit: Visit) async throws -> Answer {
        let name = visit.sent["name"] ?? visit.reader.pick(sv: "Urval", en: "Shortlist")
        let made = try await visit.call(ShortlistsCreate.self, ShortlistsCreate.Parameters(name: name)).shortlist
        let first = min(max(visit.sent["first"].flatMap(Int.init) ?? 10, 1), ShortlistsAdd.most)
        _ = try await visit.call(
            ShortlistsAdd.self,
            ShortlistsAdd.Parameters(shortlist: made.id, dossier: visit.id, first: first))
        return .seeOther(Address("shortlist", "\(made.id)"))
    }

    /// A note that colleagues can read.
    static func note(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        _ = try await visit.call(
            NotesAdd.self,
            NotesAdd.Parameters(text: visit.sent["text"] ?? "", supplier: visit.sent["supplier"], shortlist: id))
        return .seeOther(Address("shortlist", visit.id))
    }

    /// Takes a supplier off; who did it, and why, stays on the record.
    static func remove(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id), let supplier = visit.sent["supplier"] else { throw PageNotFound() }
        _ = try await visit.call(
            ShortlistsRemove.self, ShortlistsRemove.Parameters(shortlist: id, supplier: supplier))
        return .seeOther(Address("shortlist", visit.id))
    }
}
