import API
import JSON
import JSONRPC
import Store
import Transport

struct ShortlistsCreateHandler: Handler {
    typealias Served = ShortlistsCreate

    let store: Store

    func answer(_ parameters: ShortlistsCreate.Parameters, for peer: Peer) async throws -> ShortlistsCreate.Result {
        guard !parameters.name.allSatisfy(\.isWhitespace) else {
            throw RPCError.invalid(parameter: "name", expected: "a name", came: .string(parameters.name))
        }
        return ShortlistsCreate.Result(
            shortlist: ShortlistLine(
                try store.create(
                    Shortlist(name: parameters.name, purpose: parameters.purpose, by: UserName.of(peer)))))
    }
}
