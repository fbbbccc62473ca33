import API
import JSON
import JSONRPC
import Procurement

/// What holds a record up: asking it again, going through the chain, handing it out.
enum ReplayPages {
    /// Answers a kept question anew, and tells what changed.
    static func replay(_ visit: Visit) async throws -> Answer {
        let sequence = visit.asked["entry"].flatMap(Int.init)
        var parameters = DossierReplay.Parameters(dossier: sequence == nil ? visit.id : nil, sequence: sequence)
        parameters.limit = Limit(clamping: 100)
        let result = try await visit.call(DossierReplay.self, parameters)
        guard result.entry.dossier == visit.id else { throw PageNotFound() }
        let reader = visit.reader
        return .page(
            "replay", title: reader.pick(sv: "Frågan ställd igen", en: "The question asked again"),
            [
                "method": .text(MethodWords.text(result.entry.method, reader)),
                "at": .text(reader.moment(result.entry.at)),
                "record": .text(RecordPages.address(visit.id, result.entry.sequence).description),
                "isSame": .flag(result.same), "refused": Fields.Value(result.refused),
                "count": .text(reader.count(result.changeCount)),
                "generationThen": .text(result.generation.then), "generationNow": .text(result.generation.now),
                "versionThen": .text(result.version.then), "versionNow": .text(result.version.now),
                "isConfigurationChanged": .flag(result.configurationChanged),
                "isMore": .flag(result.changeCount > result.changes.count),
                "shown": .text(reader.count(result.changes.count)),
                "changes": Fields.Value(
                    result.changes.map {
                        ["path": .text($0.path), "before": value($0.before), "after": value($0.after)]
                    }),
            ])
    }

    /// Goes through the whole chain.
    static func verify(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        var heads: [DossierHead]?
        if let hash = visit.asked["hash"], let sequence = visit.asked["entry"].flatMap(Int.init) {
            heads = [DossierHead(sequence: sequence, hash: hash)]
        }
        guard let result = try await visit.callWhereAllowed(DossierVerify.self, .init(heads: heads)) else {
            throw PageNotAllowed()
        }
        return .page(
            "verify", title: reader.pick(sv: "Kedjan kontrollerad", en: "The chain verified"),
            [
                "isWhole": .flag(result.whole), "entries": .text(reader.count(result.entries)),
                "sequence": Fields.Value(result.head.sequence), "hash": .text(result.head.hash),
                "isHeld": .flag(heads != nil),
                "askedEntry": Fields.Value(visit.asked["entry"]), "askedHash": Fields.Value(visit.asked["hash"]),
                "findings": Fields.Value(
                    result.findings.prefix(200).map { ["text": .text(reader.pick(sv: $0.sv, en: $0.en))] }),
                "hasRemovals": .flag(!result.removals.isEmpty),
                "removals": Fields.Value(
                    result.removals.prefix(200).map {
                        ["sequence": Fields.Value($0.sequence), "decision": Fields.Value($0.decision)]
                    }),
            ])
    }

    /// The whole dossier as it is handed out: masked as the daemon masks it, and where the form says so besides.
    ///
    /// What is to be masked is sent, for an address is kept by browsers.
    static func handOut(_ visit: Visit) async throws -> Answer {
        let format = visit.sent["format"].flatMap(DossierExtract.Format.init(rawValue:)) ?? .html
        let reason = visit.sent["reason"] ?? ""
        let masks = (visit.sent["mask"] ?? "").split(whereSeparator: \.isNewline).map {
            DossierMask(text: String($0), reason: reason)
        }
        let result = try await visit.call(
            DossierExtract.self,
            .init(dossier: visit.id, format: format, language: visit.language, mask: masks.isEmpty ? nil : masks))
        return .document(
            Array(result.document.utf8), mediaType: "\(result.mediaType); charset=utf-8",
            name: "\(visit.id).\(format.rawValue)")
    }

    /// A value in one line; what is long is told in full by the appendix.
    private static func value(_ value: AnyJSON?) -> Fields.Value {
        guard let json = value?.json else { return false }
        let text = json.string ?? String(decoding: JSONText(json).bytes, as: UTF8.self)
        return .text(text.count > 300 ? String(text.prefix(300)) + " …" : text)
    }
}
