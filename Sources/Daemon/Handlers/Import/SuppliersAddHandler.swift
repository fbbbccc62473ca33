import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct SuppliersAddHandler: Handler {
    typealias Served = SuppliersAdd

    let importer: Importer
    let store: Store

    func answer(_ parameters: SuppliersAdd.Parameters, for peer: Peer) async throws -> SuppliersAdd.Result {
        func present(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
        guard let name = present(parameters.name) else {
            throw RPCError.invalid(
                parameter: "name", expected: "what the firm is called", came: .string(parameters.name))
        }
        guard let reason = present(parameters.reason) else {
            throw RPCError.invalid(parameter: "reason", expected: "why it is added", came: .string(parameters.reason))
        }
        var entry = Procurement.RegisterEntry(name: name)
        entry.nationalID = present(parameters.number)
        entry.description = present(parameters.description)
        entry.email = present(parameters.email)
        entry.website = present(parameters.website)
        entry.size = parameters.size
        entry.nuts = try Codes.nuts(parameters.nuts ?? [], at: "nuts")
        entry.cpv = try (parameters.cpv ?? []).enumerated().map { index, text throws(RPCError) in
            guard let code = CPVCode(text) else {
                throw .invalid(parameter: "cpv[\(index)]", expected: "a CPV code of eight digits", came: .string(text))
            }
            return code
        }
        let added = try await importer.add(entry, reason: reason, by: UserName.of(peer))
        guard let summary = try store.suppliers([added.supplier]).first else {
            throw NotFound(
                parameter: "supplier", id: added.supplier.rawValue, hint: "suppliers.find finds the ids that are known")
        }
        return SuppliersAdd.Result(
            supplier: SupplierReference(
                id: summary.id.rawValue, name: summary.name, size: summary.size, newcomer: summary.awards == 0,
                status: summary.status.map(API.FirmStatus.init)),
            stored: added.isNew, generation: added.generation)
    }
}
