import Language
import Procurement

/// Puts every supplier of a snapshot in order for one query.
///
/// score = Σ weight · value over the signals that know something of the supplier, divided by the sum of their weights:
/// an unknown value is left out and the others share its weight. Points are rounded to millionths a signal and the
/// score is their sum, so that it adds up to the last digit. Equal scores are ordered by supplier id.
package struct Ranker: Sendable {
    let snapshot: IndexSnapshot

    package init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

    package func rank(_ query: MatchQuery, _ options: MatchOptions = MatchOptions()) -> MatchResult {
        let scoring = Scoring(query, in: snapshot, options: options)
        let order = scoring.order(limit: options.limit)
        let matches = order.enumerated().map { index, supplier in
            scoring.match(supplier, rank: index + 1, explain: options.explain)
        }
        return MatchResult(
            matches: matches, considered: scoring.considered, generation: snapshot.generation, weights: options.weights)
    }
}

/// The values and scores of all suppliers for one query. It belongs to the thread that made it.
final class Scoring {
    let context: MatchContext
    let options: MatchOptions
    let signals: [any Signal]
    let values: [SignalValues]
    /// Millionths by supplier; -1 for those that the filter leaves out.
    let scores: [Int32]
    let considered: Int

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, options: MatchOptions) {
        self.options = options
        context = MatchContext(
            query, in: snapshot, builderLanguage: .swedish, phrases: Phrases(language: options.language))
        let context = context
        signals = Signals.all.filter { options.weights[$0.name] > 0 }
        values = signals.map { $0.values(in: context) }
        var scores = [Int32](repeating: 0, count: snapshot.suppliers.count)
        var considered = 0
        for supplier in scores.indices {
            if !options.filter.isEmpty, options.filter.objection(to: supplier, in: snapshot) != nil {
                scores[supplier] = -1
                continue
            }
            considered += 1
            scores[supplier] = Self.points(signals, values, supplier, options.weights).reduce(0) { $0 + $1.points }
        }
        self.scores = scores
        self.considered = considered
    }

    /// The best suppliers, best first.
    func order(limit: Int) -> [Int] {
        scores.indices.filter { scores[$0] >= 0 }.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit).map {
            $0
        }
    }

    func match(_ supplier: Int, rank: Int, explain: Bool) -> Match {
        let suppliers = context.snapshot.suppliers
        let shares = Self.points(signals, values, supplier, options.weights)
        return Match(
            rank: rank, supplier: suppliers.id(supplier), name: suppliers.names[supplier],
            size: suppliers.sizes[supplier].size,
            isNewcomer: context.snapshot.procurements.awards[supplier].isEmpty,
            score: Points(millionths: Int(scores[supplier])),
            signals: zip(signals, shares).map { signal, share in
                SignalScore(
                    name: signal.name, value: share.value.map(Double.init), weight: share.weight,
                    points: Points(millionths: Int(share.points)),
                    because: explain ? signal.because(supplier, value: share.value, in: context) : "")
            },
            evidence: explain ? evidence(supplier) : [])
    }

    private func evidence(_ supplier: Int) -> [Evidence] {
        let table = context.snapshot.procurements
        return context.wins(of: supplier).prefix(3).map { procurement in
            let number = Int(procurement)
            return Evidence(
                notice: NoticeID(table.ids[number]), title: table.titles[number], date: table.date(number),
                buyer: table.buyerName(number), similarity: Double(context.similar.similarity[number]))
        }
    }

    private static func points(
        _ signals: [any Signal], _ values: [SignalValues], _ supplier: Int, _ weights: Weights
    ) -> [(value: Float?, weight: Double, points: Int32)] {
        let known = zip(signals, values).map { (value: $1[supplier], weight: weights[$0.name]) }
        let total = known.reduce(0) { $0 + ($1.value == nil ? 0 : $1.weight) }
        return known.map { value, weight in
            guard let value, total > 0 else { return (value, 0, 0) }
            let share = weight / total
            return (value, share, Int32((share * Double(value) * 1_000_000).rounded()))
        }
    }
}
