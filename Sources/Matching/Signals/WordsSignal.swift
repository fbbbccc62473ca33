/// Whether the supplier's own words (name, register, industry label) meet the words of the need.
///
/// value = cosine of four-character runs / 0.4, at most 1. Unknown where the query's words are all new.
struct WordsSignal: Signal {
    private static let full: Float = 0.4

    var name: SignalName { .words }

    func values(in match: MatchContext) -> SignalValues {
        let vector = match.snapshot.supplierWords.vector(match.query.title.grams)
        guard !vector.isEmpty else { return .unknown }
        var values = [Float](repeating: 0, count: match.snapshot.suppliers.count)
        match.snapshot.supplierWords.addCosines(vector, times: 1 / Self.full, to: &values)
        return .bySupplier(values.map { min(1, $0) })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        guard let value else {
            return match.phrases.pick("None of the words is known.", "Inget av orden är känt.")
        }
        let share = match.phrases.percent(value * Self.full)
        return match.phrases.pick(
            "Name and industry share \(share) of their weighted four-letter runs with the text.",
            "Namn och bransch delar \(share) av sina viktade fyrbokstavsföljder med texten.")
    }
}
