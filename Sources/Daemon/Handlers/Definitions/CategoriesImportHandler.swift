import API
import Procurement
import Transport

struct CategoriesImportHandler: Handler {
    typealias Served = CategoriesImport

    let desk: DefinitionDesk

    func answer(_ parameters: CategoriesImport.Parameters, for peer: Peer) async throws -> DefinitionImport {
        try await desk.take(
            parameters.categories, retireOthers: parameters.retireOthers ?? false, reason: parameters.reason,
            method: Served.name, by: peer, Category.self)
    }
}
