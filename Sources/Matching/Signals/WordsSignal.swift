/// Whether the supplier's own words meet those of the need.
///
/// Name: the cosine of the title's four-character runs (each once) and the name's. Trade: that of the title with the
/// codes' labels, and the label of the supplier's industry. Description: the same with what the register says it does.
/// The name counts 0.63 and the better of trade and description 0.37; where neither is known the name counts alone.
struct WordsSignal: Signal {
    private static let nameShare: Float = 0.63

    var name: SignalName { .words }

    func values(in match: MatchContext) -> SignalValues {
        let words = match.snapshot.words
        guard !match.query.title.grams.isEmpty else { return .unknown }
        let names = words.names.cosines(words.names.vector(Array(Set(match.query.title.grams))))
        let trades = trades(match)
        let descriptions = words.descriptions.cosines(words.descriptions.vector(match.query.subject.grams))
        let leaves = match.snapshot.suppliers.industries
        return .bySupplier(
            names.indices.map { supplier in
                let byName = Curves.name(names[supplier])
                let trade = trades[Int(leaves[supplier])]
                let isDescribed = words.descriptions.inverseLength[supplier] > 0
                guard !trade.isNaN || isDescribed else { return byName }
                let best = max(trade.isNaN ? 0 : trade, isDescribed ? descriptions[supplier] : 0)
                return Self.nameShare * byName + (1 - Self.nameShare) * Curves.trade(best)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else { return phrases.pick("None of the words is known.", "Inget av orden är känt.") }
        let words = match.snapshot.words
        let name = words.names.cosines(words.names.vector(Array(Set(match.query.title.grams))))[supplier]
        let trade = trades(match)[Int(match.snapshot.suppliers.industries[supplier])]
        let byName = phrases.pick(
            "Its name meets the words of the need to \(phrases.percent(name))",
            "Namnet möter behovets ord till \(phrases.percent(name))")
        guard !trade.isNaN else { return byName + "." }
        return byName
            + phrases.pick(
                ", what its industry is called to \(phrases.percent(trade)).",
                ", branschens benämning till \(phrases.percent(trade)).")
    }

    /// By leaf of the industry tree; NaN for one without a label.
    private func trades(_ match: MatchContext) -> [Float] {
        let index = match.snapshot.words.industryLabels
        let cosines = index.cosines(index.vector(match.query.subject.grams))
        return match.snapshot.industries.labels.map { $0 < 0 ? .nan : cosines[Int($0)] }
    }
}
