import API
import JSON
import JSONRPC
import Matching
import Procurement
import Store

/// What every plan is made from: one market, weights, and what the office remembers of earlier events.
struct PlanBasis: Sendable {
    let market: Market
    let weights: Matching.WeightsByKind
    let memory: DialogueMemory
    private let buyer: BuyerQuery?
    private let nuts: [String]?
    /// The buyer and the places that the plan is made for; nil without any.
    let setting: QuestionSetting?

    init(
        _ market: Market, weights: SortedMap<Points>?, memory: DialogueMemory,
        buyer: BuyerQuery? = nil, nuts: [String]? = nil
    ) throws {
        self.market = market
        self.memory = memory
        self.buyer = buyer
        self.nuts = nuts
        setting = try AskedQuery(MatchQuery(title: ""), buyer: buyer, nuts: nuts, in: market.snapshot).setting
        var changed: [String: Double] = [:]
        for (signal, weight) in weights ?? [:] { changed[signal] = weight.double }
        self.weights = try market.weights.overriding(changed)
    }

    /// From a fifth of the best score up, in millionths: who has won much of the like stands far above whoever only does it.
    static let standardReach = 200_000

    /// The board of a category or a challenge, which is asked for the plan's buyer and places.
    func board(_ query: MatchQuery, reach: Int) throws -> NeedBoard { try board(query, buyer, nuts, reach) }

    /// The board of a need. A stored notice is its own buyer's and lies where it says; to one that is described, the plan's
    /// buyer and places are what it leaves out.
    func board(_ need: NeedQuery, in store: Store, reach: Int) throws -> NeedBoard {
        let query = try market.query(need, in: store)
        return switch need {
        case .notice(.stored): try board(query, nil, nil, reach)
        case .notice(let notice): try board(query, notice.buyer ?? buyer, notice.nuts ?? nuts, reach)
        case .category, .challenge: try board(query, buyer, nuts, reach)
        }
    }

    private func board(_ query: MatchQuery, _ buyer: BuyerQuery?, _ nuts: [String]?, _ reach: Int) throws -> NeedBoard {
        let query = try AskedQuery(query, buyer: buyer, nuts: nuts, in: market.snapshot).query
        return NeedBoard(query, in: market, weights: weights[query.question], reach: reach)
    }

    /// The buyer and the places that a plan for some needs is made for; nil where all of them are stored notices, which have
    /// their own.
    func setting(for needs: [NeedQuery]) -> QuestionSetting? {
        let isNotices = needs.allSatisfy { if case .notice(.stored) = $0 { true } else { false } }
        return isNotices && !needs.isEmpty ? nil : setting
    }

    /// A filter as the matcher takes it, for the buyer and the places that the plan is made for.
    func filter(_ filter: API.SupplierFilter?, in store: Store) throws -> Matching.SupplierFilter? {
        guard let filter else { return nil }
        let asked = try AskedQuery(MatchQuery(title: ""), buyer: buyer, nuts: nuts, in: market.snapshot)
        return try market.filter(filter, for: asked, in: store)
    }

    /// A share on the wire, within 0…1, in millionths.
    static func share(_ points: Points?, at parameter: String, or standard: Int) throws(ParameterError) -> Int {
        guard let points else { return standard }
        guard (0...1_000_000).contains(points.millionths) else {
            throw ParameterError(parameter: parameter, expected: "a number from 0 to 1", came: "\(points)")
        }
        return points.millionths
    }

    /// A member that an edit of its kind needs.
    static func needed(_ text: String?, at parameter: String, for edit: String) throws(ParameterError) -> String {
        guard let text else {
            throw ParameterError(parameter: parameter, expected: "a value: \(edit) needs it", came: "nothing")
        }
        return text
    }
}
