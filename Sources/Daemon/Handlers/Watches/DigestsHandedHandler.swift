import API
import Store
import Transport

struct DigestsHandedHandler: Handler {
    typealias Served = DigestsHanded

    let store: Store
    let roles: RoleBook

    func answer(_ parameters: DigestsHanded.Parameters, for peer: Peer) async throws -> DigestsHanded.Result {
        try roles.checkNotifier(DigestsHanded.name, for: peer)
        guard try store.noteHanded(Int64(parameters.mail)) else {
            throw NotFound(
                parameter: "mail", id: "\(parameters.mail)", hint: "digests.prepare gives those that wait")
        }
        return DigestsHanded.Result(handed: parameters.mail)
    }
}
