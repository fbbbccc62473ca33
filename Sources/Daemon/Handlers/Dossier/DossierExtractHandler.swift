import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct DossierExtractHandler: Handler {
    typealias Served = DossierExtract

    let store: Store

    func answer(_ parameters: DossierExtract.Parameters, for peer: Peer) async throws -> DossierExtract.Result {
        let masking = try Self.masking(parameters.mask ?? [])
        let stored = try store.dossierEntries(of: parameters.dossier)
        guard !stored.isEmpty else { throw DossierShelf.unknown("dossier", parameters.dossier) }
        let end = try store.dossierEnd()
        let entries = try stored.compactMap { try DossierShelf.read($0) }
        let removed = stored.filter { $0.record == nil }.map {
            DossierExport.Removed(
                sequence: $0.line.sequence, decision: $0.line.removedBy ?? 0, previous: $0.line.previous,
                hash: $0.line.hash)
        }
        let export = DossierExport(
            entries, head: DossierChain.Head(sequence: end.sequence, hash: DossierHash(end.hash) ?? .start),
            masking: masking, removed: removed)
        let isPage = parameters.format == .html
        return DossierExtract.Result(
            document: isPage ? export.html(parameters.language ?? .sv) : String(decoding: export.json(), as: UTF8.self),
            mediaType: isPage ? "text/html" : "application/json", entries: entries.count,
            removed: removed.map { DossierRemovedEntry(sequence: $0.sequence, decision: $0.decision) },
            masked: export.masked.map(DossierMaskedPlace.init), head: DossierHead(end))
    }

    private static func masking(_ masks: [DossierMask]) throws(RPCError) -> DossierMasking {
        var masking = DossierMasking()
        for (index, mask) in masks.enumerated() {
            switch (mask.text, mask.member) {
            case (let text?, nil) where !text.isEmpty:
                masking.phrases.append(DossierMasking.Phrase(text, reason: mask.reason))
            case (nil, let member?) where !member.isEmpty:
                masking.members.append(DossierMasking.Member(member, reason: mask.reason))
            default:
                throw .invalid(
                    parameter: "mask[\(index)]", expected: "one of text and member",
                    came: (mask.text ?? mask.member).map(JSONValue.string) ?? .null)
            }
        }
        return masking
    }
}
