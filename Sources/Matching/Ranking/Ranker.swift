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
        return MatchResult(
            matches: scoring.matches(scoring.order(limit: options.limit)),
            newcomers: options.listsNewcomers ? scoring.matches(scoring.newcomers(limit: options.limit)) : nil,
            considered: scoring.considered, withoutPlace: scoring.withoutPlace,
            dataThrough: snapshot.dataThrough, generation: snapshot.generation, weights: options.weights)
    }
}
