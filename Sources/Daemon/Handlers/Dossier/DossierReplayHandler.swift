import API
import Dialogue
import JSON
import JSONRPC
import Matching
import Store
import Transport

struct DossierReplayHandler: Handler {
    typealias Served = DossierReplay

    let market: CurrentMarket
    let shelf: DossierShelf
    let replayers: DossierReplayers
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: DossierReplay.Parameters, for peer: Peer) async throws -> DossierReplay.Result {
        let market = try await market.ready
        let stored = try shelf.entry(dossier: parameters.dossier, sequence: parameters.sequence)
        let line = DossierEntryLine(stored.line)
        guard let record = try DossierShelf.read(stored)?.record else {
            return Self.refusal(
                line, market, version: "–",
                "what it says was removed by the decision in entry \(stored.line.removedBy ?? 0)")
        }
        do {
            guard let replay = try await replayers.replay(record, on: market) else {
                return Self.refusal(line, market, version: record.version, "\(record.method) can't be answered anew")
            }
            let differences = DossierDifference.between(
                record.result, replay.result.without(Self.laterMembers, unlessIn: record.result))
            return DossierReplay.Result(
                entry: line, same: differences.isEmpty,
                generation: DossierThenNow(then: "\(record.generation)", now: "\(market.snapshot.generation)"),
                version: DossierThenNow(then: record.version, now: TorgVersion.current),
                configurationChanged: replay.basisHasChanged,
                changes: differences.prefix((parameters.limit ?? .standard).count).map(DossierChange.init),
                changeCount: differences.count)
        } catch let error where Self.isAboutTheRequest(error) {
            return Self.refusal(line, market, version: record.version, RPCError(caught: error).message)
        }
    }

    /// Members that answers have got since the first dossiers: an entry from before them can't have them.
    private static let laterMembers = [
        "dataThrough", "newcomers", "remarks", "setting", "weightsByKind", "withoutPlace",
    ]

    /// What was asked for is no longer there, or no longer understood.
    private static func isAboutTheRequest(_ error: any Error) -> Bool {
        let code = RPCError(caught: error).code
        return code == .notFound || code == .invalidParameters
    }

    private static func refusal(
        _ line: DossierEntryLine, _ market: Market, version: String, _ reason: String
    ) -> DossierReplay.Result {
        DossierReplay.Result(
            entry: line, same: false,
            generation: DossierThenNow(then: "\(line.generation)", now: "\(market.snapshot.generation)"),
            version: DossierThenNow(then: version, now: TorgVersion.current), configurationChanged: false,
            refused: reason, changeCount: 0)
    }
}

extension JSONValue {
    /// Without these members of the object, but for those that another value has too.
    func without(_ members: [String], unlessIn other: JSONValue) -> JSONValue {
        guard case .object(var object) = self else { return self }
        for member in members where other[member] == nil { object[member] = nil }
        return .object(object)
    }
}
