import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct NeedsSaveHandler: Handler {
    typealias Served = NeedsSave

    let market: CurrentMarket
    let store: Store
    let publisher: Publisher

    func answer(_ parameters: NeedsSave.Parameters, for peer: Peer) async throws -> NeedsSave.Result {
        func present(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
        let wire = parameters.need
        guard wire.text.contains(where: \.isLetter) else {
            throw RPCError.invalid(parameter: "need.text", expected: "a need in words", came: .string(wire.text))
        }
        if let dossier = wire.dossier, try !store.hasDossier(dossier) {
            throw DossierShelf.unknown("dossier", dossier)
        }
        if parameters.id == nil, parameters.basedOn != nil {
            throw RPCError.invalid(
                parameter: "basedOn", expected: "nothing: a need without an id is new", came: "a version")
        }
        let need = KeptNeed(
            name: present(wire.name) ?? Self.name(of: wire.text), text: wire.text, found: present(wire.found),
            dossier: wire.dossier, route: wire.route, routeReason: present(wire.routeReason),
            participants: (wire.participants ?? []).compactMap(present), owner: present(wire.owner),
            state: wire.state ?? .explored)
        let saved = try store.save(
            need, id: parameters.id.map(Int64.init), basedOn: parameters.basedOn, outcome: present(parameters.outcome),
            by: UserName.of(peer))
        guard let saved, let kept = try store.need(saved.id) else {
            throw NotFound(
                parameter: "id", id: "\(parameters.id ?? 0)", hint: "needs.list gives the needs that are kept")
        }
        await publisher.refresh()
        return NeedsSave.Result(need: NeedDetail(kept.need, kept.outcomes))
    }

    /// The first line, or as much of it as is a name.
    private static func name(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first { $0.contains(where: \.isLetter) } ?? ""
        let words = line.split(separator: " ")
        var name = ""
        for word in words {
            if !name.isEmpty, name.count + word.count >= 80 { return name + " …" }
            name += (name.isEmpty ? "" : " ") + word.prefix(80)
        }
        return name
    }
}
