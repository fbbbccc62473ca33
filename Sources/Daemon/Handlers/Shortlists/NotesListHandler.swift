import API
import Procurement
import Store
import Transport

struct NotesListHandler: Handler {
    typealias Served = NotesList

    let store: Store

    func answer(_ parameters: NotesList.Parameters, for peer: Peer) async throws -> NotesList.Result {
        let page = try store.notes(
            on: parameters.supplier.map { SupplierID($0) }, shortlist: parameters.shortlist.map { Int64($0) },
            limit: (parameters.limit ?? .standard).count, after: try parameters.after.map { try PageCursor($0) })
        return NotesList.Result(notes: try NoteLine.lines(page.items, in: store), next: page.next?.text)
    }
}
