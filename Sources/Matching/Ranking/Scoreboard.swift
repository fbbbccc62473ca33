import Containers
import Procurement

/// Every supplier's score for one need, for planners that weigh many needs against each other; and the sentences
/// behind the few scores that a person will see. It belongs to the thread that made it.
package struct Scoreboard {
    private let scoring: Scoring

    /// - Parameter options: `limit` means nothing here; suppliers that the filter leaves out have no score.
    package init(_ query: MatchQuery, in snapshot: IndexSnapshot, _ options: MatchOptions) {
        scoring = Scoring(query, in: snapshot, options: options)
    }

    /// How many suppliers the filter lets through.
    package var considered: Int { scoring.considered }

    /// The highest score; zero where nobody is let through.
    package var best: Points { Points(millionths: max(0, Int(scoring.scores.max() ?? 0))) }

    /// Every supplier with at least this score, by id.
    package func suppliers(from least: Points) -> [(profile: SupplierProfile, score: Points)] {
        scoring.scores.indices.compactMap { number in
            let score = Int(scoring.scores[number])
            guard score >= 0, score >= least.millionths else { return nil }
            return (profile(number), Points(millionths: score))
        }
    }

    /// `nil` for a supplier that the snapshot doesn't know, or that the filter leaves out.
    package func score(of supplier: SupplierID) -> Points? {
        guard let number = scoring.context.snapshot.suppliers.number(of: supplier), scoring.scores[number] >= 0 else {
            return nil
        }
        return Points(millionths: Int(scoring.scores[number]))
    }

    /// The sentences of the signals that weigh most in a supplier's score, the weightiest first.
    package func because(_ supplier: SupplierID, most: Int) -> [String] {
        guard let number = scoring.context.snapshot.suppliers.number(of: supplier) else { return [] }
        return scoring.signalScores(number).enumerated()
            .filter { $0.element.points > .zero && !$0.element.because.isEmpty }
            .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
            .prefix(most).map(\.element.because)
    }

    private func profile(_ number: Int) -> SupplierProfile {
        let suppliers = scoring.context.snapshot.suppliers
        return SupplierProfile(
            id: suppliers.id(number), name: suppliers.names[number], size: suppliers.sizes[number].size,
            isNewcomer: scoring.context.awardCount(of: number) == 0)
    }
}
