import API
import JSONRPC
import Procurement
import Sheets

/// What is known of a need in plain words: what it touches, how others bought the like, whom to talk to, what to ask.
enum NeedPage {
    /// Characters of a need that an address still carries; a longer one is answered where it was sent to.
    private static let longestInAddress = 3_000

    /// The form, and the answer where a need is told.
    static func show(_ visit: Visit) async throws -> Answer { try await answer(visit, to: visit.asked) }

    /// A need that was sent: shown under an address of its own, so that it can be mailed, where it isn't too long for one.
    static func send(_ visit: Visit) async throws -> Answer {
        guard let text = visit.sent["text"], text.count > longestInAddress else {
            return .seeOther(address(visit.sent))
        }
        return try await answer(visit, to: visit.sent)
    }

    private static func address(_ form: Form) -> Address {
        Address("need").saying("text", form["text"]).saying("place", form["place"]).saying("buyer", form["buyer"])
            .saying("limit", form["limit"])
    }

    private static func answer(_ visit: Visit, to form: Form) async throws -> Answer {
        let title = visit.reader.pick(sv: "Behov", en: "Need")
        var fields: Fields = [
            "text": Fields.Value(form["text"]), "place": Fields.Value(form["place"]),
            "buyer": Fields.Value(form["buyer"]),
            "answer": false,
        ]
        guard let parameters = parameters(visit, form) else { return .page("need", title: title, fields) }
        let result = try await visit.call(NeedsExplore.self, parameters)
        if let file = try await visit.file(NeedsExplore.self, parameters, result, name: title.lowercased()) {
            return file
        }
        let hidden = address(form).hidden
        let gathering = try await Gathering.fields(
            visit, to: Address("need", "shortlist"), name: String(parameters.text.prefix(60)), hidden: hidden)
        var found = answer(result, visit, address(form), canTick: gathering != nil)
        found["gathering"] = Fields.Value(gathering)
        found["carried"] = Fields.Value(hidden)
        found["watch"] = .text(
            Address("watch", "new").saying("need", String(parameters.text.prefix(1000)))
                .saying("name", String(parameters.text.prefix(60))).saying("buyer", form["buyer"])
                .saying("place", form["place"]).description)
        fields["answer"] = .fields(found)
        return .page("need", title: title, fields)
    }

    /// The question that a form asks; `nil` for one without words.
    static func parameters(_ visit: Visit, _ form: Form) -> NeedsExplore.Parameters? {
        form["text"].map {
            NeedsExplore.Parameters(
                text: $0, buyer: form["buyer"].map { BuyerQuery(name: $0) }, nuts: form.places("place"),
                limit: Limit(clamping: form["limit"].flatMap(Int.init) ?? 10), language: visit.language)
        }
    }

    /// Keeps what was found, and gathers those that are ticked in it.
    static func gather(_ visit: Visit) async throws -> Answer {
        let suppliers = try Gathering.ticked(visit)
        guard var parameters = parameters(visit, visit.sent) else { throw PageNotFound() }
        parameters.keep = true
        let dossier = try await visit.call(NeedsExplore.self, parameters).dossier?.id
        return try await Gathering.save(visit, suppliers, from: dossier)
    }

    private static func answer(
        _ result: NeedsExplore.Result, _ visit: Visit, _ here: Address, canTick: Bool
    ) -> Fields {
        let reader = visit.reader
        let ranked = RankedFields(reader: reader, reasons: 2, canTick: canTick)
        let ground = GroundText(reader: reader)
        let touched =
            result.categories.map { touch("category", $0.category, $0.because) }
            + result.challenges.map { touch("challenge", $0.challenge, $0.because) }
        return [
            "because": .text(result.because),
            "isUnknown": .flag(result.reach == .nothing),
            "words": Fields.Value(result.words.map { word($0, reader) }),
            "hasTouched": .flag(!touched.isEmpty || !result.cpv.isEmpty),
            "touched": Fields.Value(touched),
            "cpv": Fields.Value(
                result.cpv.map {
                    ["code": .text($0.code), "name": Fields.Value($0.name), "because": .text($0.because)]
                }),
            "hasSimilar": .flag(!result.similar.isEmpty),
            "similar": Fields.Value(result.similar.map { similar($0, reader) }),
            "summary": Fields.Value(
                SummaryText(language: visit.language).sentences(result.summary).map { ["text": .text($0)] }),
            "established": Fields.Value(ranked.list(result.established, tellsNew: false)),
            "newcomers": Fields.Value(ranked.list(result.newcomers, tellsNew: false)),
            "legend": Fields.Value(ranked.legend),
            "hasEarlier": .flag(!(result.earlier ?? []).isEmpty),
            "earlier": Fields.Value((result.earlier ?? []).map { KeptNeedPages.earlier($0, reader) }),
            "hasMissing": .flag(!result.missing.isEmpty),
            "missing": Fields.Value(result.missing.map { ["question": .text($0.question)] }),
            "warning": Fields.Value(result.names.warning),
            "remarks": Fields.Value((result.remarks ?? []).map { ["text": .text($0)] }),
            "ground": .text(
                ground.sentence(result.dataThrough, generation: result.generation, setting: result.setting)),
            "old": Fields.Value(ground.warning(result.dataThrough)),
            "files": .fields(visit.files(of: here)),
        ]
    }

    private static func touch(_ kind: String, _ of: NamedReference, _ because: String) -> Fields {
        ["name": .text(of.name), "page": .text(Address(kind, of.id).description), "because": .text(because)]
    }

    /// A word of the need, and what it was read as.
    private static func word(_ word: NeedWord, _ reader: Reader) -> Fields {
        let readAs =
            word.means.isEmpty ? word.kin.joined(separator: " + ") : word.means.prefix(3).joined(separator: ", ")
        return [
            "word": .text(word.word), "readAs": Fields.Value(readAs),
            "procurements": .text(reader.count(word.procurements)),
            "weight": .text(reader.points(word.weight)),
            "isUnknown": .flag(word.known == .zero),
        ]
    }

    private static func similar(_ procurement: SimilarProcurement, _ reader: Reader) -> Fields {
        let text = SummaryText(language: reader.language)
        return [
            "title": .text(procurement.title), "notice": .text(Address("notice", procurement.noticeId).description),
            "buyer": Fields.Value(procurement.buyer), "date": Fields.Value(procurement.date?.description),
            "value": Fields.Value(reader.value(procurement.value)),
            "tenders": .text(text.tenders(procurement.lots)), "outcome": .text(text.outcome(procurement.outcome)),
            "procedure": Fields.Value(procurement.procedure.map(text.procedure)),
        ]
    }
}
