/// Who has won what was worded like this.
///
/// As experience, but by the four-character runs of the titles alone: (cosine of the titles)³ · winners^-0.2.
/// It finds those who win the same thing under another code.
struct WordingSignal: Signal {
    var name: SignalName { .wording }

    func values(in match: MatchContext) -> SignalValues { match.titleVotes.values(Curves.wording) }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick("No earlier title shares any wording.", "Ingen tidigare rubrik liknar denna.")
        }
        let near = match.neighbourhood
        let own = Set(match.awards(of: supplier))
        var best: (position: Int, cosine: Float)?
        for position in near.procurements.indices where own.contains(near.procurements[position]) {
            if near.titles[position] > best?.cosine ?? 0 { best = (position, near.titles[position]) }
        }
        guard let best else {
            return phrases.pick("No win with a title like this.", "Ingen vinst med en sådan rubrik.")
        }
        let title = match.snapshot.procurements.titles[Int(near.procurements[best.position])]
        return phrases.pick(
            "The title of its win “\(title)” is \(phrases.percent(best.cosine)) alike.",
            "Rubriken på dess vinst ”\(title)” är \(phrases.percent(best.cosine)) lik.")
    }
}
