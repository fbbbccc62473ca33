import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

/// What a watch asks for, as it is kept and as it is held against notices.
struct WatchReading: Sendable {
    let question: WatchQuestion
    /// The question in JSON, as it is kept; `nil` for one that was asked now.
    private let written: String?
    /// The codes that a need or a challenge without codes was read as.
    let cpv: [CPVPattern]

    /// - Throws: where the question that was kept can't be read any more.
    init(_ stored: StoredWatch) throws {
        question = try ValueDecoder.decode(
            WatchQuestion.self, from: try JSONParser.parse(stored.watch.question), unknown: .ignored)
        written = stored.watch.question
        cpv = stored.watch.cpv
    }

    /// Whether it is what a watch asks for.
    func isOf(_ stored: StoredWatch) -> Bool { written == stored.watch.question && cpv == stored.watch.cpv }

    /// A question that was asked now.
    ///
    /// - Throws: `RPCError` for one that asks for nothing or for too much, `NotFound` for a category, challenge or supplier
    ///   that there isn't.
    init(_ question: WatchQuestion, on market: Market, in store: Store) throws {
        self.question = question
        written = nil
        let subjects = [question.need, question.category, question.challenge].count { $0 != nil }
        guard subjects + (question.cpv?.isEmpty == false ? 1 : 0) <= 1 else {
            throw RPCError.invalid(
                parameter: "question", expected: "at most one of need, category, challenge and cpv", came: .null)
        }
        _ = try question.cpv.map { try Codes.patterns($0, at: "question.cpv") }
        _ = try question.nuts.map { try Codes.nuts($0, at: "question.nuts") }
        if let supplier = question.supplier, try store.supplier(SupplierID(supplier), awards: 0) == nil {
            throw NotFound(
                parameter: "supplier", id: supplier, hint: "suppliers.find finds the ids that are known")
        }
        cpv = try Self.patterns(question, on: market)
        guard !(try criteria(market.categories, market.challenges).isEmpty) else {
            throw RPCError.invalid(
                parameter: "question",
                expected: "at least one of need, category, challenge, cpv, buyer, words, supplier and nuts", came: .null
            )
        }
    }

    /// What a need, or the text of a challenge without codes, speaks of: the branches that `needs.explore` names, six at the
    /// most.
    private static func patterns(_ question: WatchQuestion, on market: Market) throws -> [CPVPattern] {
        var text = question.need
        if let id = question.challenge {
            let challenge = try market.challenge(id)
            if challenge.cpv.isEmpty { text = challenge.text }
        }
        if let id = question.category { _ = try market.category(id) }
        guard let text else { return [] }
        let findings = NeedSearch(
            market.needs, in: market.snapshot, categories: market.categories, challenges: market.challenges
        ).find(text)
        let patterns = findings.branches.prefix(6).compactMap { CPVPattern($0.code.description) }
        guard !patterns.isEmpty else {
            throw RPCError.invalid(
                parameter: question.need == nil ? "question.challenge" : "question.need",
                expected: "words that something in the data speaks of; else give words or cpv", came: .string(text))
        }
        return patterns
    }

    /// What a notice must be like.
    func criteria(_ categories: [Category], _ challenges: [Challenge]) throws -> WatchCriteria {
        var criteria = try subject(categories, challenges)
        if let buyer = question.buyer {
            criteria.buyerKey = buyer.id.map(MatchQuery.buyerKey)
            if buyer.id == nil, let name = buyer.name { criteria.buyerWords = [name] }
        }
        if let words = question.words, words.contains(where: { $0.isLetter || $0.isNumber }) {
            criteria.words = [words]
        }
        criteria.supplier = question.supplier.map { SupplierID($0) }
        criteria.nuts = (question.nuts ?? []).compactMap { NUTSCode($0) }
        return criteria
    }

    /// What a procurement must be about to change who is among the first.
    func subject(_ categories: [Category], _ challenges: [Challenge]) throws -> WatchCriteria {
        var criteria = WatchCriteria()
        criteria.cpv = cpv
        if let codes = question.cpv { criteria.cpv = codes.compactMap { CPVPattern($0) } }
        // Of what isn't configured any more nothing is news; what is asked besides would be far too much.
        if let id = question.category {
            guard let category = categories.first(where: { $0.id.rawValue == id }) else {
                throw NotFound(parameter: "category", id: id, hint: "categories.list gives those that are configured")
            }
            criteria.cpv = category.cpv
            if category.cpv.isEmpty { criteria.keywords = category.keywords }
        }
        if let id = question.challenge {
            guard let challenge = challenges.first(where: { $0.id.rawValue == id }) else {
                throw NotFound(parameter: "challenge", id: id, hint: "challenges.list gives those that are configured")
            }
            if !challenge.cpv.isEmpty { criteria.cpv = challenge.cpv }
        }
        return criteria
    }

    /// The question as the matcher is asked who its first suppliers are; `nil` where it has no subject.
    func query(on market: Market, name: String) throws -> MatchQuery? {
        let query: MatchQuery
        if let need = question.need {
            query = MatchQuery(need: need)
        } else if let id = question.category {
            query = MatchQuery(try market.category(id))
        } else if let id = question.challenge {
            query = MatchQuery(try market.challenge(id))
        } else if let cpv = question.cpv, !cpv.isEmpty {
            query = MatchQuery(Category(id: "", name: ["": name], cpv: try Codes.patterns(cpv, at: "question.cpv")))
        } else {
            return nil
        }
        var (buyer, nuts) = (question.buyer, question.nuts)
        market.office.fill(&buyer, &nuts)
        return try AskedQuery(query, buyer: buyer, nuts: nuts, in: market.snapshot).query
    }
}
