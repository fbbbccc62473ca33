import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

/// More like these: a question that is made of what they have won, offer and do, asked as a category is.
struct SuppliersLikeHandler: RankingHandler {
    typealias Served = SuppliersLike

    let market: CurrentMarket
    let keeper: DossierKeeper
    let meter: Meter
    let store: Store

    /// How many activities and names of industries the question has words of, and how many characters of each.
    private static let mostTexts = 20
    private static let longestText = 300

    func ranked(_ parameters: SuppliersLike.Parameters, on market: Market) throws -> RankedAnswer {
        guard !parameters.suppliers.isEmpty else {
            throw RPCError.invalid(parameter: "suppliers", expected: "at least one supplier", came: .array([]))
        }
        let ids = parameters.suppliers.map { SupplierID($0) }
        let known = try ids.map { id in
            guard let found = try store.supplier(id, awards: 0) else {
                throw NotFound(
                    parameter: "supplier", id: id.rawValue, hint: "suppliers.find finds the ids that are known")
            }
            return found.supplier
        }
        let groups = market.snapshot.groups(of: ids)
        let words = Self.words(known)
        guard !groups.isEmpty || !words.isEmpty else {
            throw RPCError.invalid(
                parameter: "suppliers", expected: "suppliers of which wins, CPV codes or an activity are known",
                came: .array(parameters.suppliers.map(JSONValue.string)))
        }
        let query = MatchQuery(
            Category(id: "", name: [:], cpv: groups.map(\.pattern), keywords: words))
        var options = parameters.options
        var filter = options.filter ?? API.SupplierFilter()
        filter.exclude = (filter.exclude ?? []) + parameters.suppliers
        options.filter = filter
        let asked = try AskedQuery(query, buyer: parameters.buyer, nuts: parameters.nuts, in: market.snapshot)
        var answer = try market.rank(asked, options, meter, store)
        answer.remarks =
            [Self.common(groups, words, of: ids.count, market, options.language ?? .en)] + (answer.remarks ?? [])
        return answer
    }

    /// What they say they do, and what their industries are called.
    private static func words(_ suppliers: [Supplier]) -> [String] {
        var texts: [String] = []
        for supplier in suppliers {
            for text in [supplier.register?.sniLabel, supplier.register?.description] {
                guard let text, text.contains(where: \.isLetter) else { continue }
                let short = String(text.prefix(longestText))
                if !texts.contains(short) { texts.append(short) }
            }
        }
        return Array(texts.prefix(mostTexts))
    }

    private static func common(
        _ groups: [WonGroup], _ words: [String], of count: Int, _ market: Market, _ language: TextLanguage
    ) -> String {
        let named = groups.map { group in
            let code = CPVCode(group.pattern.digits + String(repeating: "0", count: 8 - group.pattern.digits.count))
            let name = code.flatMap { market.needs.label(of: $0, language) }.map { " \($0)" } ?? ""
            return language.pick(
                sv: "CPV \(group.pattern)\(name) (\(group.suppliers) av \(count) företag, vunna: \(group.wins))",
                en: "CPV \(group.pattern)\(name) (\(group.suppliers) of \(count) suppliers, won: \(group.wins))")
        }
        let parts =
            named
            + (words.isEmpty
                ? []
                : [
                    language.pick(
                        sv: "vad de säger att de gör: \(words.prefix(3).joined(separator: "; "))",
                        en: "what they say they do: \(words.prefix(3).joined(separator: "; "))")
                ])
        return language.pick(sv: "Sökt efter det som de har gemensamt: ", en: "Sought by what they have in common: ")
            + parts.joined(separator: ", ") + "."
    }
}
