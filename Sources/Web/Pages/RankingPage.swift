import API
import JSONRPC
import Procurement
import Sheets

/// Whom a category, a challenge or a notice fits, each with its reasons.
enum RankingPage {
    static func category(_ visit: Visit) async throws -> Answer {
        let result = try await RankingKind.category.ask(visit)
        if let file = try await RankingKind.category.file(visit, result) { return file }
        let line = try await visit.call(CategoriesList.self, .init()).categories.first { $0.id == visit.id }
        return try await page(
            visit, result, .category, title: line.map { visit.name($0.names, $0.name) } ?? visit.id,
            over: visit.reader.pick(sv: "Kategori", en: "Category"),
            more: [
                "card": .text(Address("card", visit.id).description), "owner": Fields.Value(line?.owner),
                "definition": .text(Address("category", visit.id, "definition").description),
            ])
    }

    static func challenge(_ visit: Visit) async throws -> Answer {
        let result = try await RankingKind.challenge.ask(visit)
        if let file = try await RankingKind.challenge.file(visit, result) { return file }
        let line = try await visit.call(ChallengesList.self, .init()).challenges.first { $0.id == visit.id }
        return try await page(
            visit, result, .challenge, title: line.map { visit.name($0.names, $0.name) } ?? visit.id,
            over: visit.reader.pick(sv: "Utmaning", en: "Challenge"),
            more: [
                "lead": Fields.Value(line?.text), "owner": Fields.Value(line?.owner), "card": false,
                "definition": .text(Address("challenge", visit.id, "definition").description),
            ])
    }

    static func notice(_ visit: Visit) async throws -> Answer {
        let result = try await RankingKind.notice.ask(visit)
        if let file = try await RankingKind.notice.file(visit, result) { return file }
        return try await page(
            visit, result, .notice, title: try await RankingKind.notice.title(visit, in: visit.language),
            over: visit.reader.pick(sv: "Vem passar upphandlingen?", en: "Whom does the procurement fit?"),
            more: ["card": false, "owner": false, "definition": false])
    }

    /// Asks the same once more and keeps it: what is kept is what is answered now, and it is shown.
    static func keep(_ visit: Visit, _ kind: RankingKind) async throws -> Answer {
        let result = try await kind.ask(visit, keeps: true)
        return .seeOther(result.dossier.map { Address("record", $0.id) } ?? Address("records"))
    }

    /// Keeps the list, and gathers those that are ticked in it, with the reasons that they have there.
    static func gather(_ visit: Visit, _ kind: RankingKind) async throws -> Answer {
        let suppliers = try Gathering.ticked(visit)
        let dossier = try await kind.ask(visit, keeps: true).dossier?.id
        return try await Gathering.save(visit, suppliers, from: dossier)
    }

    private static func page(
        _ visit: Visit, _ result: RankedSuppliers, _ kind: RankingKind, title: String, over: String, more: Fields
    ) async throws -> Answer {
        let gathering = try await Gathering.fields(
            visit, to: visit.filtered(Address(kind.rawValue, visit.id, "shortlist")), name: title)
        let ranked = RankedFields(reader: visit.reader, canTick: gathering != nil)
        let ground = GroundText(reader: visit.reader)
        let here = visit.filtered(Address(kind.rawValue, visit.id))
        let isTried = try visit.triedWeights() != nil
        // What the office weighs by isn't in an answer that weighs otherwise.
        var weights = result.weights
        if isTried {
            var options = try visit.options()
            (options.weights, options.limit, options.explain) = (nil, Limit(clamping: 1), false)
            weights = try await kind.ask(visit, options).weights
        }
        var fields: Fields = [
            "kind": .text(over), "lead": false,
            "ground": .text(
                ground.sentence(
                    result.dataThrough, generation: result.generation, setting: result.setting,
                    considered: result.considered)),
            "old": Fields.Value(ground.warning(result.dataThrough)),
            "because": Fields.Value(result.question?.because),
            "remarks": Fields.Value((result.remarks ?? []).map { ["text": .text($0)] }),
            "filter": .fields(visit.filterFields(weights: weights, hasSetting: kind != .notice)),
            "files": .fields(visit.files(of: here)),
            "keep": .text(visit.filtered(Address(kind.rawValue, visit.id, "keep")).description),
            "legend": Fields.Value(ranked.legend),
            "established": Fields.Value(ranked.list(result.matches, tellsNew: result.newcomers == nil)),
            "isApart": .flag(result.newcomers != nil),
            "newcomers": Fields.Value(ranked.list(result.newcomers ?? [], tellsNew: false)),
            "isEmpty": .flag(result.matches.isEmpty && (result.newcomers ?? []).isEmpty),
            "considered": Fields.Value(visit.reader.count(result.considered)),
            "gathering": Fields.Value(gathering),
            "tried": Fields.Value(
                isTried ? visit.filtered(Address(kind.rawValue, visit.id), withWeights: false).description : nil),
            "whereForm": .fields([
                "action": .text(Address(kind.rawValue, visit.id, "where").description),
                "hidden": Fields.Value(here.hidden),
            ]),
        ]
        fields["watch"] = Fields.Value(
            kind == .notice
                ? nil
                : Address("watch", "new").saying(kind.rawValue, visit.id).saying("name", title)
                    .saying("buyer", visit.asked["buyer"]).saying("place", visit.asked["place"]).description)
        return .page("ranking", title: title, fields.merging(more))
    }
}
