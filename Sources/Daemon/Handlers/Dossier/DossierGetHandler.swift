import API
import Dialogue
import JSON
import JSONRPC
import Store
import Transport

struct DossierGetHandler: Handler {
    typealias Served = DossierGet

    let shelf: DossierShelf
    let replayers: DossierReplayers

    func answer(_ parameters: DossierGet.Parameters, for peer: Peer) async throws -> DossierGet.Result {
        let stored = try shelf.entry(dossier: parameters.dossier, sequence: parameters.sequence)
        let line = DossierEntryLine(stored.line)
        guard let entry = try DossierShelf.read(stored) else {
            return DossierGet.Result(entry: line, replayable: false)
        }
        let shown = DossierExport([entry], head: DossierChain.head(of: [entry]), masking: DossierMasking())
        guard let record = shown.entries.first?.record else { return DossierGet.Result(entry: line, replayable: false) }
        return DossierGet.Result(
            entry: line, version: record.version, basis: AnyJSON(record.basis),
            request: AnyJSON(record.request), result: AnyJSON(record.result),
            masked: shown.masked.map(DossierMaskedPlace.init), replayable: replayers.canReplay(record.method))
    }
}
