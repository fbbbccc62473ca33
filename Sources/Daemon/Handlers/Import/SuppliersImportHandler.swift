import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct SuppliersImportHandler: Handler {
    typealias Served = SuppliersImport

    let importer: Importer

    func answer(_ parameters: SuppliersImport.Parameters, for peer: Peer) async throws -> SuppliersImport.Result {
        let version = parameters.sni.map(SNIVersion.init(rawValue:)) ?? .sni2025
        guard let version else {
            throw RPCError.invalid(
                parameter: "sni", expected: "2007 or 2025", came: .number(JSONNumber(parameters.sni ?? 0)))
        }
        let report = try await importer.importRegister(parameters.path, version: version)
        let (counts, tally) = (report.counts, report.tally)
        return SuppliersImport.Result(
            seen: counts.seen + (tally?.persons ?? 0), stored: counts.stored, unchanged: counts.unchanged,
            refused: counts.refused, persons: tally?.persons ?? 0, source: tally?.source?.rawValue,
            mended: (tally?.mended ?? []).map(SuppliersImport.RowNote.init),
            refusals: (tally?.refused ?? []).map(SuppliersImport.RowNote.init), generation: report.generation)
    }
}

extension SuppliersImport.RowNote {
    init(_ note: RegisterTally.Note) { self.init(reason: note.reason, count: note.count, lines: note.lines) }
}
