/// Whether the supplier's industry is one that wins this kind of thing.
///
/// The industries of those who win what is like the query give P(industry | query), smoothed down the SNI tree
/// (`IndustryTree.lifts`); what counts is ln(P / how often the industry wins at all), three times over: by all of the
/// likeness, by words alone and by the CPV alone. Fourth, the cosine of the industry's label and the query's words.
/// Unknown for a supplier whose industry the register doesn't give.
struct IndustrySignal: Signal {
    private static let overall = Curve(knots: [-2, 5], rises: [1])
    private static let byWords = Curve(knots: [-1, 4], rises: [1])
    private static let byCodes = Curve(knots: [-1, 4], rises: [1])
    private static let byLabel = Curve(knots: [0, 0.5], rises: [1])

    var name: SignalName { .industry }

    func values(in match: MatchContext) -> SignalValues {
        let tree = match.snapshot.industries
        let overall = tree.lifts(match.influence, in: match.snapshot)
        let words = tree.lifts(match.wordInfluence, in: match.snapshot)
        let codes = tree.lifts(match.codeInfluence, in: match.snapshot)
        let labels = match.snapshot.words.industryLabels
        let cosines = labels.cosines(labels.vector(match.query.subject.grams))
        var classes = (0..<tree.count).map { leaf in
            let label = tree.labels[leaf] < 0 ? 0 : cosines[Int(tree.labels[leaf])]
            return 0.4 * Self.overall(overall[leaf]) + 0.2 * Self.byWords(words[leaf])
                + 0.2 * Self.byCodes(codes[leaf]) + 0.2 * Self.byLabel(label)
        }
        classes[Int(IndustryTree.unknown)] = .nan
        return .byClass(.industry, classes, exceptions: [])
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        let leaf = match.snapshot.suppliers.industries[supplier]
        guard value != nil else { return phrases.pick("Its industry is not known.", "Branschen är inte känd.") }
        let label = match.snapshot.industries.name(of: leaf, in: match.snapshot)
        let lift = Logarithm.exponential(
            match.snapshot.industries.lifts(match.influence, in: match.snapshot)[Int(leaf)])
        return phrases.pick(
            "Its industry (\(label)) wins this kind of thing \(phrases.times(lift)) as often as other things.",
            "Dess bransch (\(label)) vinner sådant här \(phrases.times(lift)) så ofta som annat.")
    }
}
