/// Who has won what is most like this.
///
/// Every past procurement votes for its winners with a weight that falls steeply with likeness (`Neighbourhood`):
/// (likeness, aged, more for the same buyer)³ · winners^-0.2. What counts is log₁₀ of the supplier's share of all
/// votes. A supplier without any like win has 0: that nothing is known of its experience is a fact about it.
struct ExperienceSignal: Signal {
    var name: SignalName { .experience }

    func values(in match: MatchContext) -> SignalValues { match.votes.values(Curves.experience) }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick("Nothing like this has been awarded before.", "Inget liknande har tilldelats tidigare.")
        }
        let near = match.neighbourhood
        let circle = Set(near.nearest.map { near.procurements[Int($0)] })
        let wins = match.awards(of: supplier)
        guard !wins.isEmpty else {
            return phrases.pick("No win is known of this supplier.", "Ingen vunnen upphandling är känd.")
        }
        let among = wins.filter { circle.contains($0) }
        if let latest = among.last {
            let reference = phrases.name(match.reference(latest))
            return phrases.pick(
                "Won \(among.count) of the \(circle.count) most similar procurements, latest \(reference).",
                "Vann \(among.count) av de \(circle.count) mest lika upphandlingarna, senast \(reference).")
        }
        guard let closest = match.evidence(of: supplier).first else {
            return phrases.pick("Has won nothing like this.", "Har inte vunnit något liknande.")
        }
        let reference = phrases.name(match.reference(closest.procurement))
        return phrases.pick(
            "Won none of the \(circle.count) most similar procurements; closest win: \(reference).",
            "Vann ingen av de \(circle.count) mest lika upphandlingarna; närmast: \(reference).")
    }
}
