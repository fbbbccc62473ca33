/// Whether the supplier's own words meet those of the need, and those of others who win such things.
///
/// Kin: the runs of four characters that stand out in the names of those who win what is like the query (their mean
/// weight there, less the mean over all winners, where above zero), as a unit vector, and its cosine with the supplier's
/// name. Name: the cosine of the query's title with the name. Description: with what the register says it does.
struct WordsSignal: Signal {
    private static let kin = Curve(knots: [0, 0.03, 0.15, 0.5], rises: [1, 1, 1])
    private static let title = Curve(knots: [0, 0.5], rises: [1])
    private static let description = Curve(knots: [0, 0.4], rises: [1])

    var name: SignalName { .words }

    func values(in match: MatchContext) -> SignalValues {
        let words = match.snapshot.words
        let kin = words.names.cosines(kinVector(match))
        let own = words.names.cosines(words.names.vector(match.query.title.grams, countsRepeats: false))
        let descriptions = words.descriptions.cosines(words.descriptions.vector(match.query.subject.grams))
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                let byName = 0.5 * Self.kin(kin[supplier]) + 0.5 * Self.title(own[supplier])
                guard words.descriptions.inverseLength[supplier] > 0 else { return byName }
                return max(byName, 0.5 * byName + 0.5 * Self.description(descriptions[supplier]))
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let words = match.snapshot.words
        let own = words.names.cosines(words.names.vector(match.query.title.grams, countsRepeats: false))[supplier]
        let kin = words.names.cosines(kinVector(match))[supplier]
        return match.phrases.pick(
            "Its name meets the title to \(match.phrases.percent(own)), and names of those who win such things to "
                + "\(match.phrases.percent(kin)).",
            "Namnet möter rubriken till \(match.phrases.percent(own)) och namnen på dem som vinner sådant till "
                + "\(match.phrases.percent(kin)).")
    }

    private func kinVector(_ match: MatchContext) -> [TermWeight] {
        let names = match.snapshot.words.nameVectors
        let mean = match.snapshot.background.meanName
        var weights = [Float](repeating: 0, count: mean.count)
        for (supplier, share) in zip(match.influence.suppliers, match.influence.shares) {
            for index in names.range(Int(supplier)) { weights[Int(names.terms[index])] += share * names.weights[index] }
        }
        var vector: [TermWeight] = []
        var squares: Float = 0
        for term in weights.indices where weights[term] > mean[term] {
            let lift = weights[term] - mean[term]
            vector.append(TermWeight(term: Int32(term), weight: lift))
            squares += lift * lift
        }
        guard squares > 0 else { return [] }
        let length = squares.squareRoot()
        for index in vector.indices { vector[index].weight /= length }
        return vector
    }
}
