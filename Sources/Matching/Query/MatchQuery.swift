import Procurement

/// What suppliers are sought for: a notice, a category or a challenge, brought to one shape.
package struct MatchQuery: Sendable, Hashable {
    package var question: QuestionKind
    /// What tells that two needs are one and the same: `category it`, `challenge fossilfria-transporter`,
    /// `notice 188692-2021`. Nil for a purchase that is described.
    package var name: String?
    package var title: String
    package var description: String?
    /// Main code first.
    package var cpv: [CPVCode]
    /// Whole branches of the CPV, as a category gives them.
    package var cpvPatterns: [CPVPattern]
    package var keywords: [String]
    /// `PastProcurement.Buyer.key` where known.
    package var buyerKey: String?
    package var buyerName: String?
    package var kind: ContractKind?
    package var nuts: [NUTSCode]
    package var lots: [PastProcurement.LotText]
    /// Codes of `StrategicGoal` in any of its lists, such as `env-imp`.
    package var goals: [String]
    package var value: Money?
    /// Past notices that may not speak for anyone: above all the notice that the query was made from.
    package var excludedNotices: Set<NoticeID>
    /// Nor may any notice of these procedures.
    package var excludedProcedures: Set<ProcedureID>

    package init(title: String) {
        self.title = title
        question = .notice
        cpv = []
        cpvPatterns = []
        keywords = []
        nuts = []
        lots = []
        goals = []
        excludedNotices = []
        excludedProcedures = []
    }

    /// A stored notice, which doesn't speak for its own winners.
    package init(_ procurement: PastProcurement) {
        self.init(title: procurement.title)
        name = "notice \(procurement.notice)"
        description = procurement.description
        cpv = procurement.cpv
        buyerKey = procurement.buyers.first?.key
        buyerName = procurement.buyers.first?.name
        kind = procurement.kind
        nuts = procurement.nuts
        lots = procurement.lots
        goals = procurement.goals.map(\.code)
        value = procurement.value
        excludedNotices = [procurement.notice]
        if let procedure = procurement.procedureID { excludedProcedures = [procedure] }
    }

    /// A need in plain words.
    package init(need text: String) {
        self.init(title: text)
        question = .need
    }

    /// A field that the municipality buys in. Its words are its keywords and its Swedish name; names in other languages are
    /// labels.
    package init(_ category: Category) {
        self.init(title: category.name.swedish)
        question = .category
        // One that is described is the same where it is described the same.
        name =
            category.id.rawValue.isEmpty
            ? "category \(title) \(category.cpv) \(category.keywords)" : "category \(category.id)"
        cpvPatterns = category.cpv
        keywords = category.keywords
    }

    /// A long-term aim in search of suppliers: what its text says. Its names are labels.
    package init(_ challenge: Challenge) {
        self.init(title: challenge.name.swedish)
        question = .challenge
        name =
            challenge.id.rawValue.isEmpty
            ? "challenge \(challenge.text) \(challenge.cpv) \(challenge.goals)" : "challenge \(challenge.id)"
        description = challenge.text
        cpvPatterns = challenge.cpv
        goals = challenge.goals
    }
}

extension MatchQuery {
    private static let ofCategoryName: Float = 0.8

    /// What the question says in words, each text with what it counts; empty for a notice, which is described by more than
    /// words.
    var texts: [(text: String, weight: Float)] {
        switch question {
        case .notice: []
        case .need: [(title, 1)]
        case .challenge: [(description ?? title, 1)]
        case .category: [(title, Self.ofCategoryName)] + keywords.map { ($0, 1) }
        }
    }
}

extension [String: String] {
    /// Of names by language, the Swedish one where there is any.
    fileprivate var swedish: String { self["sv"] ?? self[""] ?? keys.sorted().first.flatMap { self[$0] } ?? "" }
}
