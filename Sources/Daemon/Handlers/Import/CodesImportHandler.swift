import API
import Store
import Transport

struct CodesImportHandler: Handler {
    typealias Served = CodesImport

    let importer: Importer

    func answer(_ parameters: CodesImport.Parameters, for peer: Peer) async throws -> CodesImport.Result {
        let (counts, generation) = try await importer.importCodes(parameters.path)
        return CodesImport.Result(
            seen: counts.seen, stored: counts.stored, unchanged: counts.unchanged, refused: counts.refused,
            generation: generation)
    }
}
