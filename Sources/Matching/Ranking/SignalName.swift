/// The signals by the names that `config/weights.yaml` and the wire use. The order is that of every reply.
package enum SignalName: String, Sendable, CaseIterable, Codable {
    case experience, participation, scope, industry, words, name, trade, description, offer, capacity, region, buyer,
        namesake, record,
        recency, goals, verdicts,
        newcomer
}
