import API
import Dialogue
import JSON
import JSONRPC
import Logging
import Procurement
import Store
import Transport

struct DossierVerifyHandler: Handler {
    typealias Served = DossierVerify

    let store: Store
    let log: Logger

    func answer(_ parameters: DossierVerify.Parameters, for peer: Peer) async throws -> DossierVerify.Result {
        let heads = try (parameters.heads ?? []).enumerated().map { index, head in
            guard head.sequence >= 0, let hash = DossierHash(head.hash) else {
                throw RPCError.invalid(
                    parameter: "heads[\(index)]", expected: "a number from 0 and a hash of 64 hexadecimal digits",
                    came: .string(head.hash))
            }
            return DossierChain.Head(sequence: head.sequence, hash: hash)
        }
        return try verify(heads)
    }

    private func verify(_ heads: [DossierChain.Head]) throws -> DossierVerify.Result {
        var links: [DossierLink] = []
        let end = try store.forEachDossierEntry { links.append(DossierShelf.link($0)) }
        try Task.checkCancellation()
        // A head whose hash is none is one that no entry leads to.
        let own = DossierChain.Head(sequence: end.sequence, hash: DossierHash(end.hash) ?? .start)
        let verdict = DossierChain.audit(links, anchors: heads + [own])
        if !verdict.findings.isEmpty {
            log.error(
                "the dossiers are not as they were kept",
                metadata: ["findings": "\(verdict.findings.map(\.text.en).joined(separator: " "))"])
        }
        return DossierVerify.Result(
            whole: verdict.findings.isEmpty, entries: links.count, head: DossierHead(end),
            findings: verdict.findings.map(DossierFault.init),
            removals: verdict.removals.map { DossierRemovedEntry(sequence: $0.sequence, decision: $0.decision) })
    }
}
