import Procurement

/// Puts every supplier of a snapshot in order for one query.
///
/// score = Σ weight · value over the signals that know something of the supplier, divided by the sum of their weights:
/// an unknown value is left out and the others share its weight, but for what a question's words find in a firm
/// (`AnswerSignal`), where unknown adds nothing and keeps its weight. Points are rounded to millionths a signal and the
/// score is their sum, so that it adds up to the last digit. Equal scores are ordered by supplier id.
package struct Ranker: Sendable {
    let snapshot: IndexSnapshot

    package init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

    package func rank(_ query: MatchQuery, _ options: MatchOptions = MatchOptions()) -> MatchResult {
        let scoring = Scoring(query, in: snapshot, options: options)
        return MatchResult(
            matches: scoring.matches(scoring.order(limit: options.limit)),
            newcomers: options.listsNewcomers ? scoring.matches(scoring.newcomers(limit: options.limit)) : nil,
            report: scoring.context.answer.map { $0.report(scoring.context.query, in: snapshot) },
            considered: scoring.considered, withoutPlace: scoring.withoutPlace,
            dataThrough: snapshot.dataThrough, generation: snapshot.generation, weights: options.weights)
    }

    /// The answer to a question in words in two lists, each with ranks of its own: those with a known win and those without.
    package func lists(
        _ query: MatchQuery, _ options: MatchOptions
    ) -> (established: [Match], newcomers: [Match]) {
        let scoring = Scoring(query, in: snapshot, options: options)
        return (
            scoring.matches(scoring.established(limit: options.limit)),
            scoring.matches(scoring.newcomers(limit: options.limit))
        )
    }

    /// One supplier's score for a query, with its reasons, as if it were alone on the list. Nobody else is scored.
    /// - Returns: nil for a supplier that the snapshot doesn't know, or that the filter leaves out.
    package func match(of supplier: SupplierID, for query: MatchQuery, _ options: MatchOptions = MatchOptions())
        -> Match?
    {
        guard let number = snapshot.suppliers.number(of: supplier),
            options.filter.obstacle(to: number, in: snapshot) == nil
        else { return nil }
        return Scoring(query, in: snapshot, options: options).match(number, rank: 1)
    }
}
