import Containers

/// Who has won what is most like this.
///
/// Every past procurement votes for its winners: (wording · freshness · 1.2 for the same buyer)⁴ · crowd, where
/// wording is that of `Neighbourhood`, freshness and crowd those of `Background`. What counts is log₁₀ of the supplier's
/// share of all votes: 0 for a ten-thousandth or less, 4 for all of them. A supplier without any like win has 0: that
/// nothing is known of its experience is a fact about it.
struct ExperienceSignal: Signal {
    private static let leastShare: Float = 1e-4

    static let name = SignalName.experience
    let bound: SignalBound
    private let match: MatchContext
    /// The numbers of the most alike procurements.
    private let circle: Set<Int32>
    private let votes: SupplierSums
    private let total: Float

    init(_ match: MatchContext) {
        self.match = match
        let near = match.neighbourhood
        circle =
            Set(near.nearest.map { near.procurements[Int($0)] })
        var votes = SupplierSums()
        var total: Float = 0
        let table = match.snapshot.procurements
        for (position, procurement) in near.procurements.enumerated() {
            let vote = match.closeness(position) * match.snapshot.crowd(Int(procurement))
            guard vote > 0 else { continue }
            for winner in table.winners[Int(procurement)] {
                votes.add(vote, to: winner)
                total += vote
            }
        }
        self.votes = votes
        self.total = total
        guard total > 0 else {
            bound = .unknown
            return
        }
        let enough = total * Self.leastShare
        bound = .byClass(
            .all, [Curves.experience(0)],
            exceptions: zip(votes.touched, votes.sums).filter { $0.1 > enough }.map {
                .init(supplier: $0, value: Curves.experience(Self.magnitude($1 / total)))
            })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { total > 0 ? Curves.experience(Self.magnitude(votes[$0] / total)) : .nan }
    }

    /// log₁₀ of a share of all votes, brought to 0 for a ten-thousandth or less.
    static func magnitude(_ share: Float) -> Float { share > leastShare ? Logarithm.decimal(share) + 4 : 0 }

    func measures(of supplier: Int) -> [String: Float] {
        ["experience": total > 0 ? Self.magnitude(votes[Int32(supplier)] / total) : .nan]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick(
                sv: "Inget liknande har tilldelats tidigare.", en: "Nothing like this has been awarded before.")
        }
        let wins = match.awards(of: supplier)
        guard !wins.isEmpty else {
            return phrases.pick(sv: "Ingen vunnen upphandling är känd.", en: "No win is known of this supplier.")
        }
        let among = wins.count { circle.contains($0) }
        if let latest = wins.last(where: { circle.contains($0) }) {
            let closest = match.evidence(of: supplier).first { circle.contains($0.procurement) }
            let reference = phrases.name(match.reference(closest?.procurement ?? latest))
            return circle.count == 1
                ? phrases.pick(
                    sv: "Har vunnit den enda liknande upphandlingen: \(reference).",
                    en: "Won the only similar procurement: \(reference).")
                : phrases.pick(
                    sv:
                        "Har vunnit \(among) av de \(circle.count) mest liknande upphandlingarna, närmast: \(reference).",
                    en: "Won \(among) of the \(circle.count) most similar procurements, the closest: \(reference).")
        }
        guard let closest = match.evidence(of: supplier).first else {
            return phrases.pick(sv: "Har inte vunnit något liknande.", en: "Has won nothing like this.")
        }
        let reference = phrases.name(match.reference(closest.procurement))
        return phrases.pick(
            sv:
                "Har inte vunnit någon av de \(circle.count) mest liknande upphandlingarna. Närmast kommer \(reference).",
            en: "Won none of the \(circle.count) most similar procurements; closest win: \(reference).")
    }
}
