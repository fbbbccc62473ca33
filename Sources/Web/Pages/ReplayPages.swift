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
        parameters.limit = Limit(clamping: 1000)
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
                "isSameOrder": .flag(isSameOrder(result)),
                "places": Fields.Value(places(result, reader)),
                "isMore": .flag(result.changeCount > shown),
                "shown": .text(reader.count(min(shown, result.changes.count))),
                "changes": Fields.Value(
                    result.changes.prefix(shown).map {
                        ["path": .text($0.path), "before": value($0.before), "after": value($0.after)]
                    }),
            ])
    }

    /// Changes that the page has; who wants all has the program's own answer.
    private static let shown = 100

    /// Whether a list has the same suppliers in the same order, so that points and evidence alone are others.
    private static func isSameOrder(_ result: DossierReplay.Result) -> Bool {
        result.entry.method.hasPrefix("match.") && result.refused == nil && !result.same
            && result.changes.count == result.changeCount
            && !result.changes.contains {
                $0.path.hasSuffix(".supplier.id") || $0.path.hasSuffix("]") && isPlace($0.path)
            }
    }

    /// A whole place of a list: `matches[3]`.
    private static func isPlace(_ path: String) -> Bool {
        path.wholeMatch(of: /(matches|newcomers)\[[0-9]+\]/) != nil
    }

    /// The places of a list that somebody else has now.
    private static func places(_ result: DossierReplay.Result, _ reader: Reader) -> [Fields] {
        result.changes.compactMap { change -> Fields? in
            guard let found = change.path.wholeMatch(of: /(matches|newcomers)\[([0-9]+)\]\.supplier\.name/),
                let index = Int(found.2), index < 1000
            else { return nil }
            return [
                "place": .text(reader.count(index + 1)), "isNew": .flag(found.1 == "newcomers"),
                "before": value(change.before), "after": value(change.after),
            ]
        }
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
