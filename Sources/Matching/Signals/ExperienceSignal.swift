/// Who has won what is most like this.
///
/// Every past procurement votes for its winners, with a weight that falls steeply with likeness (`Neighbourhood`):
/// once by all of the likeness, age counted (likeness³ · crowd), once by the words of the titles alone (title³).
/// A supplier's share of all votes, on a logarithmic scale, is what counts.
/// A supplier without any like win has 0: that nothing is known of its experience is a fact about it.
struct ExperienceSignal: Signal {
    private static let overall = Curve(knots: [0, 4], rises: [1])
    private static let byTitle = Curve(knots: [0, 4], rises: [1])
    private static let titleShare: Float = 0.4

    var name: SignalName { .experience }

    func values(in match: MatchContext) -> SignalValues {
        let near = match.neighbourhood
        var overall = SupplierSums(match.snapshot.suppliers.count)
        var byTitle = overall
        var totals: (overall: Float, byTitle: Float) = (0, 0)
        for (position, procurement) in near.procurements.enumerated() {
            let vote = near.aged[position] * near.aged[position] * near.aged[position] * near.crowd[position]
            let titleVote = near.titles[position] * near.titles[position] * near.titles[position]
            for winner in match.snapshot.procurements.winners[Int(procurement)] {
                overall.add(vote, to: winner)
                totals.overall += vote
                guard titleVote > 0 else { continue }
                byTitle.add(titleVote, to: winner)
                totals.byTitle += titleVote
            }
        }
        guard totals.overall > 0 else { return .unknown }
        let exceptions = overall.touched.sorted().map { supplier in
            let whole = Self.overall(magnitude(ofShare: overall[supplier] / totals.overall))
            let title = totals.byTitle > 0 ? Self.byTitle(magnitude(ofShare: byTitle[supplier] / totals.byTitle)) : 0
            return (supplier, (1 - Self.titleShare) * whole + Self.titleShare * title)
        }
        return .byClass(.all, [0], exceptions: exceptions)
    }

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
