import API
import Transport

struct FeedImportHandler: Handler {
    typealias Served = FeedImport

    let importer: Importer

    func answer(_ parameters: FeedImport.Parameters, for peer: Peer) async throws -> FeedImport.Result {
        let report = try await importer.importFeeds(parameters.paths)
        var counts = API.ImportCounts(report.counts)
        counts.foreign = report.foreign
        return FeedImport.Result(
            files: report.files, notices: counts, generation: report.generation,
            seconds: report.duration.seconds)
    }
}
