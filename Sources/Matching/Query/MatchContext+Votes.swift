import Containers

extension MatchContext {
    private static let sameBuyer: Float = 1.2

    /// How far a past procurement speaks for those who tendered in it: (wording · freshness · 1.2 for the same buyer)⁴, where
    /// wording is that of `Neighbourhood` and freshness that of `IndexSnapshot`.
    ///
    /// - Parameter position: its place in the neighbourhood.
    func closeness(_ position: Int) -> Float {
        let procurement = Int(neighbourhood.procurements[position])
        var weight = neighbourhood.wording[position] * snapshot.freshness(procurement)
        if let buyer = query.buyer, snapshot.procurements.buyers[procurement].contains(buyer) {
            weight *= Self.sameBuyer
        }
        return weight * weight * weight * weight
    }

    /// The past procurements that the supplier tendered in and won nothing in, and that may speak, in ascending order of date.
    func losses(of supplier: Int) -> [Int32] {
        let losses = snapshot.procurements.losses(of: supplier)
        return query.silenced.isEmpty ? Array(losses) : losses.filter { !query.silenced.contains($0) }
    }

    /// The procurements that the supplier lost that are most like what is sought, the most alike first, of equals the latest:
    /// three at most.
    func lostEvidence(of supplier: Int) -> [(procurement: Int32, likeness: Float)] {
        let losses = losses(of: supplier)
        guard !losses.isEmpty else { return [] }
        let promising = neighbourhood.promising(losses, Self.evidenceCompared)
        return zip(promising, neighbourhood.likeness(of: promising)).filter { $0.1 > 0 }
            .sorted { ($1.1, $1.0) < ($0.1, $0.0) }.prefix(Self.evidenceShown)
            .map { (procurement: $0.0, likeness: $0.1) }
    }
}
