import API
import Store
import Transport

struct NotesRemoveHandler: Handler {
    typealias Served = NotesRemove

    let store: Store

    func answer(_ parameters: NotesRemove.Parameters, for peer: Peer) async throws -> NotesRemove.Result {
        guard let removed = try store.removeNote(Int64(parameters.note), by: UserName.of(peer)) else {
            throw NotFound(
                parameter: "note", id: "\(parameters.note)", hint: "notes.list gives those that there are")
        }
        return NotesRemove.Result(note: try NoteLine.lines([removed], in: store)[0])
    }
}
