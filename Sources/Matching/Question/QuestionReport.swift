import Language
import Procurement

/// How a question in words was read, and how far what was found reaches.
package struct QuestionReport: Sendable, Hashable {
    /// In the order of the question.
    package var words: [NeedFindings.Word]
    package var reach: NeedReach
    /// How many past procurements are at least half as like the question as the nearest.
    package var similar: Int

    private static let alike: Float = 0.5
    private static let wellKnown: Float = 0.6
    private static let hardlyKnown: Float = 0.1
    private static let wellCovered: Float = 0.45

    /// - Parameter hasCodes: codes that are bought under say what is sought, however little its words are known.
    init(_ question: Question, _ likeness: QuestionLikeness, hasCodes: Bool = false, in index: QuestionIndex) {
        let heaviest = question.words.map(\.weight).max() ?? 0
        words = question.words.map { word in
            NeedFindings.Word(
                text: word.text,
                procurements: word.matches(in: index.titles).count { $0.worth >= Self.alike },
                constituents: index.titles.holders(of: word.tree.stem) > 2 ? [] : word.constituents(in: index),
                means: word.means,
                isInCodes: word.matches(in: index.codeNames).contains { $0.worth >= Self.alike },
                weight: heaviest > 0 ? Double(word.weight / heaviest) : 0, known: Double(word.isKnown(in: index)))
        }
        similar = likeness.values.indices.count(where: likeness.isSimilar)
        let whole = question.words.reduce(Float(0)) { $0 + $1.weight }
        let known = question.words.reduce(Float(0)) { $0 + $1.weight * $1.isKnown(in: index) }
        if hasCodes, similar > 0 {
            reach = .well
        } else if whole > 0, known >= Self.wellKnown * whole, likeness.best >= Self.wellCovered {
            reach = .well
        } else {
            reach = known > Self.hardlyKnown * whole ? .partly : .nothing
        }
    }
}

extension QuestionAnswer {
    /// How the question was read.
    func report(_ query: AnalysedQuery, in snapshot: IndexSnapshot) -> QuestionReport {
        QuestionReport(question, likeness, hasCodes: !query.branches.isEmpty, in: snapshot.questions)
    }
}
