import API
import Dialogue
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct ShortlistsAddHandler: Handler {
    typealias Served = ShortlistsAdd

    let store: Store

    func answer(_ parameters: ShortlistsAdd.Parameters, for peer: Peer) async throws -> ShortlistsAdd.Result {
        let named = parameters.suppliers ?? []
        guard !named.isEmpty || parameters.first != nil else {
            throw RPCError.invalid(
                parameter: "suppliers", expected: "at least one supplier, or first with the dossier of a list",
                came: .array([]))
        }
        guard parameters.first == nil || parameters.dossier != nil else {
            throw RPCError.invalid(
                parameter: "dossier", expected: "the dossier of the list whose first are meant", came: .null)
        }
        let kept = try parameters.dossier.map { try DossierShelf(store: store).list(of: $0, at: "dossier") }
        let list = kept.map { KeptList($0.record) }
        let rows = Dictionary((list?.rows ?? []).map { ($0.supplier, $0) }) { first, _ in first }
        let ids = (list?.rows.prefix(parameters.first ?? 0).map(\.supplier) ?? []) + named
        let names = try names(of: named.filter { rows[$0] == nil })
        let user = UserName.of(peer)
        let suppliers = ids.map { id in
            let row = rows[id]
            return Shortlisted(
                supplier: SupplierID(id), name: row?.name ?? names[id] ?? id, rank: row?.rank, score: row?.score,
                because: row?.because ?? [], dossier: row == nil ? nil : parameters.dossier,
                entry: row == nil ? nil : kept?.sequence, reason: parameters.reason, by: user)
        }
        let added = try store.add(suppliers, to: Int64(parameters.shortlist), most: ShortlistsAdd.most)
        guard let added else { throw NotFound.shortlist(parameters.shortlist) }
        return ShortlistsAdd.Result(shortlist: ShortlistLine(added.shortlist), added: added.added)
    }

    /// Of suppliers that no list speaks for.
    private func names(of ids: [String]) throws -> [String: String] {
        var names: [String: String] = [:]
        for id in ids {
            guard let found = try store.supplier(SupplierID(id), awards: 0) else { throw NotFound.supplier(id) }
            names[id] = found.supplier.name
        }
        return names
    }
}
