import API
import Foundation
import JSON
import JSONRPC
import Matching
import Procurement

/// What an answer rests on beside the data: the configured weights, and the definitions it used. It is kept with the
/// answer, so that a replay can tell a change of the data from one of the configuration.
struct DossierBasis: Sendable, Codable {
    var weights: RecordedWeights
    var categories: [Category]
    var challenges: [Challenge]

    /// With the categories and challenges of these ids, in the order of the configuration.
    ///
    /// - Parameters:
    ///   - categories: `nil` for all.
    ///   - challenges: `nil` for all.
    init(_ market: Market, categories: Set<CategoryID>? = nil, challenges: Set<ChallengeID>? = nil) {
        weights = RecordedWeights(market.weights)
        self.categories = market.categories.filter { categories?.contains($0.id) ?? true }
        self.challenges = market.challenges.filter { challenges?.contains($0.id) ?? true }
    }

    /// With what a need names of the configuration.
    init(_ market: Market, of need: NeedQuery) {
        var categories: Set<CategoryID> = []
        var challenges: Set<ChallengeID> = []
        if case .category(.configured(let id)) = need { categories = [CategoryID(id)] }
        if case .challenge(.configured(let id)) = need { challenges = [ChallengeID(id)] }
        self.init(market, categories: categories, challenges: challenges)
    }

    /// Reads what `json` gave.
    init(_ json: JSONValue) throws { self = try ValueDecoder.decode(Self.self, from: json, unknown: .ignored) }

    /// As it is kept.
    var json: JSONValue { get throws { try JSONParser.parse([UInt8](JSONEncoder().encode(self))) } }

    /// A market with the data of now and this basis in the place of the configuration.
    ///
    /// - Throws: `WeightsError` where a signal that was weighed is no more.
    func market(over market: Market) throws(WeightsError) -> Market {
        Market(
            snapshot: market.snapshot, needs: market.needs, categories: categories, challenges: challenges,
            weights: try weights.weights())
    }
}
