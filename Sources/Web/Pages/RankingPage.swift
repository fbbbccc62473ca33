import API
import JSONRPC
import Procurement
import Sheets

/// Whom a category, a challenge or a notice fits, each with its reasons.
enum RankingPage {
    static func category(_ visit: Visit) async throws -> Answer {
        let parameters = categoryAsked(visit)
        let result = try await visit.call(MatchCategory.self, parameters)
        if let file = try await visit.file(MatchCategory.self, parameters, result, name: visit.id) { return file }
        let categories = try await visit.call(CategoriesList.self, .init()).categories
        let line = categories.first { $0.id == visit.id }
        let name = line.map { visit.name($0.names, $0.name) } ?? visit.id
        return page(
            visit, result, title: name, kind: visit.reader.pick(sv: "Kategori", en: "Category"), address: "category",
            more: [
                "card": .text(Address("card", visit.id).description),
                "owner": Fields.Value(line?.owner),
            ])
    }

    static func challenge(_ visit: Visit) async throws -> Answer {
        let parameters = challengeAsked(visit)
        let result = try await visit.call(MatchChallenge.self, parameters)
        if let file = try await visit.file(MatchChallenge.self, parameters, result, name: visit.id) { return file }
        let challenges = try await visit.call(ChallengesList.self, .init()).challenges
        let line = challenges.first { $0.id == visit.id }
        let name = line.map { visit.name($0.names, $0.name) } ?? visit.id
        return page(
            visit, result, title: name, kind: visit.reader.pick(sv: "Utmaning", en: "Challenge"), address: "challenge",
            more: ["lead": Fields.Value(line?.text), "owner": Fields.Value(line?.owner), "card": false])
    }

    static func notice(_ visit: Visit) async throws -> Answer {
        let parameters = noticeAsked(visit)
        let result = try await visit.call(MatchNotice.self, parameters)
        if let file = try await visit.file(MatchNotice.self, parameters, result, name: visit.id) { return file }
        let notice = try await visit.call(NoticesGet.self, NoticesGet.Parameters(id: visit.id)).notice
        return page(
            visit, result, title: visit.text(notice.title) ?? visit.id,
            kind: visit.reader.pick(sv: "Vem passar upphandlingen?", en: "Whom does the procurement fit?"),
            address: "fits", more: ["card": false, "owner": false])
    }

    /// Asks the same once more and keeps it: what is kept is what is answered now, and it is shown.
    static func keepCategory(_ visit: Visit) async throws -> Answer {
        var parameters = categoryAsked(visit)
        parameters.options.keep = true
        return kept(try await visit.call(MatchCategory.self, parameters))
    }

    static func keepChallenge(_ visit: Visit) async throws -> Answer {
        var parameters = challengeAsked(visit)
        parameters.options.keep = true
        return kept(try await visit.call(MatchChallenge.self, parameters))
    }

    static func keepNotice(_ visit: Visit) async throws -> Answer {
        var parameters = noticeAsked(visit)
        parameters.options.keep = true
        return kept(try await visit.call(MatchNotice.self, parameters))
    }

    private static func kept(_ result: RankedSuppliers) -> Answer {
        .seeOther(result.dossier.map { Address("record", $0.id) } ?? Address("records"))
    }

    private static func categoryAsked(_ visit: Visit) -> MatchCategory.Parameters {
        MatchCategory.Parameters(
            category: .configured(visit.id), buyer: visit.buyer, nuts: visit.asked.codes("place"),
            options: visit.options)
    }

    private static func challengeAsked(_ visit: Visit) -> MatchChallenge.Parameters {
        MatchChallenge.Parameters(
            challenge: .configured(visit.id), buyer: visit.buyer, nuts: visit.asked.codes("place"),
            options: visit.options)
    }

    private static func noticeAsked(_ visit: Visit) -> MatchNotice.Parameters {
        MatchNotice.Parameters(notice: .stored(id: visit.id), options: visit.options)
    }

    private static func page(
        _ visit: Visit, _ result: RankedSuppliers, title: String, kind: String, address: String, more: Fields
    ) -> Answer {
        let ranked = RankedFields(reader: visit.reader)
        let ground = GroundText(reader: visit.reader)
        let here = visit.filtered(Address(address, visit.id))
        let fields: Fields = [
            "kind": .text(kind), "lead": false,
            "ground": .text(
                ground.sentence(
                    result.dataThrough, generation: result.generation, setting: result.setting,
                    considered: result.considered)),
            "old": Fields.Value(ground.warning(result.dataThrough)),
            "because": Fields.Value(result.question?.because),
            "remarks": Fields.Value((result.remarks ?? []).map { ["text": .text($0)] }),
            "filter": .fields(visit.filterFields),
            "files": .fields(visit.files(of: here)),
            "keep": .text(visit.filtered(Address(address, visit.id, "keep")).description),
            "legend": Fields.Value(ranked.legend),
            "established": Fields.Value(ranked.list(result.matches, tellsNew: result.newcomers == nil)),
            "isApart": .flag(result.newcomers != nil),
            "newcomers": Fields.Value(ranked.list(result.newcomers ?? [], tellsNew: false)),
            "isEmpty": .flag(result.matches.isEmpty && (result.newcomers ?? []).isEmpty),
            "considered": Fields.Value(visit.reader.count(result.considered)),
        ]
        return .page("ranking", title: title, fields.merging(more))
    }
}

extension Visit {
    /// How a list is asked for: how long it is, and whom it may hold.
    var options: MatchOptions {
        var filter = SupplierFilter()
        let sizes = asked.all("size").compactMap(SupplierSize.init(rawValue:))
        if !sizes.isEmpty { filter.size = sizes }
        filter.nuts = asked.codes("in")
        return MatchOptions(
            limit: Limit(clamping: asked["limit"].flatMap(Int.init) ?? 20), filter: filter, language: language)
    }

    var buyer: BuyerQuery? { asked["buyer"].map { BuyerQuery(name: $0) } }

    /// The address of a list with what is asked of it.
    func filtered(_ address: Address) -> Address {
        address.saying("place", asked["place"]).saying("buyer", asked["buyer"])
            .saying("size", all: asked.all("size")).saying("in", asked["in"]).saying("limit", asked["limit"])
    }

    /// The form above a list, as it was filled in.
    var filterFields: Fields {
        let chosen = Set(asked.all("size"))
        let limit = asked["limit"] ?? "20"
        return [
            "place": Fields.Value(asked["place"]), "buyer": Fields.Value(asked["buyer"]),
            "in": Fields.Value(asked["in"]),
            "sizes": Fields.Value(
                SupplierSize.allCases.filter { $0 != .sme }.map {
                    [
                        "value": .text($0.rawValue), "word": .text(language.size($0)),
                        "isChosen": .flag(chosen.contains($0.rawValue)),
                    ]
                }),
            "limits": Fields.Value(
                ["10", "20", "50", "100"].map { ["value": .text($0), "isChosen": .flag($0 == limit)] }),
        ]
    }

    /// A name in the page's language, where it has one.
    func name(_ names: SortedMap<String>, _ name: String) -> String { names.dictionary[language.rawValue] ?? name }

    /// A notice's text in the page's language, else in the one that there is.
    func text(_ versions: [TextVersion]) -> String? {
        let order = language == .sv ? ["SWE", "ENG"] : ["ENG", "SWE"]
        for code in order { if let found = versions.first(where: { $0.language == code }) { return found.text } }
        return versions.first?.text
    }
}
