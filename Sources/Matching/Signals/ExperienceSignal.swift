/// Who has won what is most like this.
///
/// Every past procurement votes for its winners with a weight that falls steeply with distance (`SimilarProcurements`).
/// value = 1 + log₁₀(share of all votes) / 4, at least 0: a hundredth of the votes is 0.5, a ten-thousandth nothing.
/// A supplier without any known win has 0: that nothing is known of its experience is a fact about it.
struct ExperienceSignal: Signal {
    var name: SignalName { .experience }

    func values(in match: MatchContext) -> SignalValues {
        guard match.totalVotes > 0 else { return .unknown }
        return .bySupplier(match.votes.map { $0 > 0 ? max(0, 1 + Logarithm.decimal($0 / match.totalVotes) / 4) : 0 })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick("Nothing like this has been awarded before.", "Inget liknande har tilldelats tidigare.")
        }
        let wins = match.wins(of: supplier)
        guard let best = wins.first else {
            return phrases.pick("No win is known of this supplier.", "Ingen vunnen upphandling är känd.")
        }
        let nearest = Set(match.similar.nearest)
        let among = wins.filter { nearest.contains($0) }
        guard let latest = among.max(by: { $0 < $1 }) else {
            let closest = phrases.name(match.reference(Int(best)))
            return phrases.pick(
                "Won none of the \(nearest.count) most similar procurements; closest win: \(closest).",
                "Vann ingen av de \(nearest.count) mest lika upphandlingarna; närmast: \(closest).")
        }
        let reference = phrases.name(match.reference(Int(latest)))
        return phrases.pick(
            "Won \(among.count) of the \(nearest.count) most similar procurements, latest \(reference).",
            "Vann \(among.count) av de \(nearest.count) mest lika upphandlingarna, senast \(reference).")
    }
}
