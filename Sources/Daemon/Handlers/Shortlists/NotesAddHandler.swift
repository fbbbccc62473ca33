import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct NotesAddHandler: Handler {
    typealias Served = NotesAdd

    let store: Store

    func answer(_ parameters: NotesAdd.Parameters, for peer: Peer) async throws -> NotesAdd.Result {
        guard !parameters.text.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "text", expected: "what to note", came: .string(parameters.text))
        }
        guard parameters.supplier != nil || parameters.shortlist != nil else {
            throw RPCError.invalid(parameter: "supplier", expected: "a supplier, a shortlist, or both", came: .null)
        }
        if let id = parameters.supplier, try store.supplier(SupplierID(id), awards: 0) == nil {
            throw NotFound.supplier(id)
        }
        if let id = parameters.shortlist, try store.shortlist(Int64(id)) == nil { throw NotFound.shortlist(id) }
        let stored = try store.add(
            Note(
                supplier: parameters.supplier.map { SupplierID($0) }, shortlist: parameters.shortlist.map { Int64($0) },
                text: parameters.text, by: UserName.of(peer)))
        return NotesAdd.Result(note: try NoteLine.lines([stored], in: store)[0])
    }
}
