/// Whether the supplier's industry is one that wins this kind of thing.
///
/// The industries of those who win what is like the query give P(industry | query), smoothed down the SNI tree
/// (`IndustryTree.lifts`). What counts is ln(P / how often the industry wins at all).
/// Unknown for a supplier whose industry the register doesn't give.
struct IndustrySignal: Signal {
    var name: SignalName { .industry }

    func values(in match: MatchContext) -> SignalValues {
        guard let lifts = match.industryLifts else { return .unknown }
        var classes = lifts.map { Curves.industry($0) }
        classes[Int(IndustryTree.unknown)] = .nan
        return .byClass(.industry, classes, exceptions: [])
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        let leaf = match.snapshot.suppliers.industries[supplier]
        guard value != nil, let lifts = match.industryLifts else {
            return phrases.pick("Its industry is not known.", "Branschen är inte känd.")
        }
        let label = match.snapshot.industries.name(of: leaf)
        let times = phrases.times(Logarithm.exponential(lifts[Int(leaf)]))
        return phrases.pick(
            "Its industry (\(label)) wins this kind of thing \(times) as often as things in general.",
            "Dess bransch (\(label)) vinner sådant här \(times) så ofta som saker i allmänhet.")
    }
}
