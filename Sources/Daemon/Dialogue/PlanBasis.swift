import API
import JSON
import JSONRPC
import Matching
import Procurement

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

    func board(_ query: MatchQuery, reach: Int) throws -> NeedBoard {
        let query = try AskedQuery(query, buyer: buyer, nuts: nuts, in: market.snapshot).query
        return NeedBoard(query, in: market, weights: weights[query.question], reach: reach)
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
