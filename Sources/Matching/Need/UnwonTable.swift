import Language
import Procurement

/// The results that nobody won, as far as is known. No signal stands on them, so the snapshot leaves them out; but how
/// often others failed is told by them.
struct UnwonTable: Sendable {
    let ids: [NoticeID]
    let codes: [[CPVCode]]
    private let titles: SparseVectors
    private let parts: SparseVectors
    private let subjects: SparseVectors

    init(_ procurements: PastProcurements, in snapshot: IndexSnapshot) {
        let unwon = procurements.indices
            .filter { place in
                let outline = procurements.outline(place)
                return outline.isCounted && !outline.isWon
            }
            .map { procurements[$0] }.sorted { $0.notice < $1.notice }
        let words = snapshot.words
        ids = unwon.map(\.notice)
        codes = unwon.map(\.cpv)
        let terms = unwon.map { words.lexicon.read(FoldedText($0.title)) }
        let about = unwon.map {
            words.lexicon.read(words.labels.text(of: $0.cpv, lots: $0.lots, besides: $0.title)).grams
        }
        titles = SparseVectors(terms.map(\.grams), weighedBy: words.titles)
        parts = SparseVectors(terms.map(\.parts), weighedBy: words.parts)
        subjects = SparseVectors(zip(terms, about).map { $0.grams + $1 }, weighedBy: words.subjects)
    }

    /// How like each is to what is sought, by the formula of `Neighbourhood`, and how far it shares the words' parts.
    func likeness(_ query: AnalysedQuery, in snapshot: IndexSnapshot) -> [(likeness: Float, parts: Float)] {
        let words = snapshot.words
        let shares = Neighbourhood.about(hasCodes: !query.branches.isEmpty)
        let title = titles.cosines(words.titles.vector(query.title.grams), terms: words.lexicon.grams.count)
        let part = parts.cosines(words.parts.vector(query.title.parts), terms: words.lexicon.parts.count)
        let subject = subjects.cosines(words.subjects.vector(query.subject.grams), terms: words.lexicon.grams.count)
        return ids.indices.map { number in
            let branch = CPVLikeness.content(of: codes[number], query.branches, in: snapshot)
            return (
                shares.cpv * branch + shares.title * title[number] + shares.parts * part[number]
                    + shares.subject * subject[number], part[number]
            )
        }
    }
}

extension SparseVectors {
    /// The cosine of a unit vector and each row.
    /// - Parameter terms: one more than the largest term.
    func cosines(_ vector: [TermWeight], terms count: Int) -> [Float] {
        var weight = [Float](repeating: 0, count: count)
        for coordinate in vector { weight[Int(coordinate.term)] = coordinate.weight }
        return (0..<rows).map { row in range(row).reduce(0) { $0 + weights[$1] * weight[Int(terms[$1])] } }
    }
}
