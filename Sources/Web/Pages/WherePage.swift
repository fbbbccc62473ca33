import API
import JSONRPC
import Procurement
import Sheets
import Transport

/// Where one supplier stands in a ranking, on the list or not: why, what would change it, and a letter that answers it.
enum WherePage {
    static func show(_ visit: Visit, _ kind: RankingKind) async throws -> Answer {
        guard let supplier = visit.asked["supplier"] else { return try await find(visit, kind) }
        var (standings, letters): ([TextLanguage: MatchingExplain.Result], [Fields]) = ([:], [])
        var newcomers = false
        for language in TextLanguage.allCases {
            var options = try visit.options()
            options.language = language
            func standing() async throws -> MatchingExplain.Result {
                try await visit.call(
                    MatchingExplain.self,
                    MatchingExplain.Parameters(
                        need: kind.need(visit.id), supplier: supplier, buyer: visit.buyer, nuts: visit.places,
                        options: options))
            }
            var answer = try await standing()
            if kind != .notice, options.filter?.newcomers == nil, answer.mayBeListedApart {
                options.filter = options.filter ?? SupplierFilter()
                options.filter?.newcomers = true
                let apart = try await standing()
                if apart.isListed { (answer, newcomers) = (apart, true) }
            }
            standings[language] = answer
            var letter = SupplierLetter(
                standing: answer, need: try await kind.title(visit, in: language), limit: options.limit.count)
            letter.newcomers = newcomers
            letter.host = visit.asked["host"]
            letter.contact = visit.asked["contact"]
            letters.append([
                "language": .text(language.rawValue),
                "languageName": .text(
                    language == .sv
                        ? visit.reader.pick(sv: "På svenska", en: "In Swedish")
                        : visit.reader.pick(sv: "På engelska", en: "In English")),
                "letter": .text(letter.text(language)),
            ])
        }
        guard let standing = standings[visit.language] else { throw PageNotFound() }
        // The reader's own language first.
        if visit.language == .en { letters.reverse() }
        let title = try await kind.title(visit, in: visit.language)
        return .page(
            "where", title: standing.supplier.name,
            base(visit, kind, title).merging(fields(visit, standing, newcomers)).merging([
                "letters": Fields.Value(letters), "found": false, "isNone": false,
                "supplierId": .text(supplier), "host": Fields.Value(visit.asked["host"]),
                "contact": Fields.Value(visit.asked["contact"]),
            ]))
    }

    private static func base(_ visit: Visit, _ kind: RankingKind, _ title: String) -> Fields {
        let here = visit.filtered(Address(kind.rawValue, visit.id))
        return [
            "ranking": .text(here.description), "rankingTitle": .text(title),
            "whereForm": .fields([
                "action": .text(Address(kind.rawValue, visit.id, "where").description),
                "hidden": Fields.Value(here.hidden),
            ]),
            "firm": Fields.Value(visit.asked["firm"]),
        ]
    }

    private static func fields(_ visit: Visit, _ standing: MatchingExplain.Result, _ newcomers: Bool) -> Fields {
        let reader = visit.reader
        let ranked = RankedFields(reader: reader, reasons: 20)
        var fields: Fields = [
            "standing": true, "place": .text(place(standing, newcomers, reader)), "legend": Fields.Value(ranked.legend),
            "supplier": .text(Address("supplier", standing.supplier.id).description),
            "ground": .text(
                GroundText(reader: reader).sentence(
                    standing.dataThrough, generation: standing.generation, setting: standing.setting,
                    considered: standing.considered)),
            "row": false, "isOn": .flag(standing.isListed),
            "isOut": .flag(standing.rank == nil),
        ]
        if let rank = standing.rank, let score = standing.score {
            let match = SupplierMatch(
                rank: rank, supplier: standing.supplier, score: score, signals: standing.signals,
                evidence: standing.evidence)
            fields["row"] = Fields.Value(ranked.list([match], tellsNew: true))
        }
        // The first says the place over again.
        let reasons = standing.reasons.dropFirst(standing.rank == nil ? 0 : 1)
        fields["hasReasons"] = .flag(!reasons.isEmpty)
        fields["changes"] = Fields.Value(reasons.map { ["text": .text($0.withTwoDecimals)] })
        return fields
    }

    private static func place(_ standing: MatchingExplain.Result, _ newcomers: Bool, _ reader: Reader) -> String {
        guard let rank = standing.rank, let score = standing.score else {
            return reader.pick(
                sv: "Företaget är inte med i jämförelsen.", en: "The company is not among those that are compared.")
        }
        let (number, points) = (reader.count(rank), reader.points(score))
        var of = reader.count(standing.considered) + reader.pick(sv: " jämförda", en: " compared")
        if newcomers { of += reader.pick(sv: " utan kända vinster", en: " without a known win") }
        guard let last = standing.scoreOfLastPlace else {
            return reader.pick(
                sv: "Nummer \(number) av \(of), med \(points) poäng: företaget står på listan.",
                en: "Number \(number) of \(of), with \(points) points: the company is on the list.")
        }
        return reader.pick(
            sv: "Nummer \(number) av \(of), med \(points) poäng. "
                + "Den sista på listan har \(reader.points(last)).",
            en: "Number \(number) of \(of), with \(points) points. "
                + "The last on the list has \(reader.points(last))."
        )
    }

    /// Those that are called so, where it isn't one alone.
    private static func find(_ visit: Visit, _ kind: RankingKind) async throws -> Answer {
        let here = visit.filtered(Address(kind.rawValue, visit.id, "where"))
        var lines: [SupplierLine] = []
        if let firm = visit.asked["firm"] {
            lines = try await visit.call(SuppliersFind.self, SuppliersFind.Parameters(query: firm, limit: 20)).suppliers
            if lines.count == 1, let only = lines.first { return .seeOther(here.saying("supplier", only.id)) }
            if lines.isEmpty, try await isKnown(firm, visit) { return .seeOther(here.saying("supplier", firm)) }
        }
        let title = try await kind.title(visit, in: visit.language)
        return .page(
            "where", title: visit.reader.pick(sv: "Var står företaget?", en: "Where is the company?"),
            base(visit, kind, title).merging([
                "standing": false, "isNone": .flag(lines.isEmpty && visit.asked["firm"] != nil),
                "found": .flag(!lines.isEmpty),
                "suppliers": Fields.Value(
                    lines.map {
                        [
                            "name": .text($0.name), "page": .text(here.saying("supplier", $0.id).description),
                            "number": Fields.Value($0.number),
                        ]
                    }),
            ]))
    }

    private static func isKnown(_ id: String, _ visit: Visit) async throws -> Bool {
        do {
            _ = try await visit.daemon.call(SuppliersGet.self, SuppliersGet.Parameters(id: id))
            return true
        } catch RPCClientError.remote(let answer) where [.notFound, .invalidParameters].contains(answer.code) {
            return false
        }
    }
}
