import API
import Store
import Transport

struct SuppliersImportHandler: Handler {
    typealias Served = SuppliersImport

    let importer: Importer

    func answer(_ parameters: SuppliersImport.Parameters, for peer: Peer) async throws -> SuppliersImport.Result {
        let (counts, generation) = try await importer.importRegister(parameters.path)
        return SuppliersImport.Result(
            seen: counts.seen, stored: counts.stored, unchanged: counts.unchanged, refused: counts.refused,
            generation: generation)
    }
}
