import API
import Procurement
import Transport

struct CategoriesSaveHandler: Handler {
    typealias Served = CategoriesSave

    let desk: DefinitionDesk

    func answer(_ parameters: CategoriesSave.Parameters, for peer: Peer) async throws -> CategoriesSave.Result {
        let done = try await desk.save(
            parameters.category, isRetired: parameters.retired ?? false, basedOn: parameters.basedOn,
            reason: parameters.reason, method: Served.name, by: peer, Category.self)
        return CategoriesSave.Result(
            version: CategoryVersion(done.version), changed: done.isNew, dossier: done.reference)
    }
}
