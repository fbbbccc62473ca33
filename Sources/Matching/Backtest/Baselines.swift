import Containers
import Language
import Procurement

/// The plain ways to rank that Torg must beat.
package enum Baseline: String, Sendable, CaseIterable {
    case mostAwards = "most awards"
    case sameCPV = "same 8-digit CPV"
    case cpvHierarchy = "CPV hierarchy"
    case stems = "BM25 stems"
    case runs = "BM25 four-character runs"
    case votes = "votes"
}

struct BaselineScorer: BacktestScorer {
    private let baseline: Baseline
    private let history: BaselineHistory?

    init(_ baseline: Baseline, _ history: BaselineHistory?) {
        self.baseline = baseline
        self.history = history
    }

    func scores(_ query: MatchQuery) -> [Float] {
        guard let history else { return [] }
        switch baseline {
        case .mostAwards: return history.popularity
        case .sameCPV: return history.cpvCounts(query.cpv.first, levels: [(8, 1)], popularity: 1e-4)
        case .cpvHierarchy:
            let levels: [(Int, Float)] = [(8, 1), (5, 0.3), (4, 0.2), (3, 0.1), (2, 0.03)]
            return history.cpvCounts(query.cpv.first, levels: levels, popularity: 1e-5)
        case .stems: return history.stemDocuments.scores(history.stems(query.title), popularity: history.popularity)
        case .runs: return history.runDocuments.scores(history.grams(query.title), popularity: history.popularity)
        case .votes: return history.votes(query)
        }
    }
}

/// The history as the baselines see it.
struct BaselineHistory: Sendable {
    let procurements: [PastProcurement]
    /// By procurement.
    let winners: [[Int32]]
    /// Awards by supplier.
    let popularity: [Float]
    let stemDocuments: SupplierDocuments
    let runDocuments: SupplierDocuments
    private let runs: TermIndex
    private let words: TermIndex
    private let stemTable: Vocabulary
    private let gramTable: KeyInterner

    init(facts: MarketFacts, snapshot: IndexSnapshot, until: CalendarDate) {
        procurements = facts.procurements.filter { !$0.wins.isEmpty && $0.date.map { $0 <= until } ?? true }
        winners = procurements.map { procurement in
            Set(procurement.wins.compactMap { snapshot.suppliers.number(of: $0.supplier).map(Int32.init) }).sorted()
        }
        var popularity = [Float](repeating: 0, count: snapshot.supplierCount)
        for row in winners { for winner in row { popularity[Int(winner)] += 1 } }
        self.popularity = popularity
        var stemTable = Vocabulary()
        var gramTable = KeyInterner()
        let stemmer = Stemmer(.swedish)
        let texts = procurements.map { FoldedText($0.title) }
        let stems = texts.map { text in Self.stems(text, stemmer).map { stemTable.intern($0[...]) } }
        let grams = texts.map { text in CharacterGrams.of(text).map { gramTable.intern($0) } }
        runs = TermIndex(texts: grams, terms: gramTable.count)
        words = TermIndex(texts: stems, terms: stemTable.count)
        stemDocuments = SupplierDocuments(winners: winners, texts: stems, suppliers: snapshot.supplierCount)
        runDocuments = SupplierDocuments(winners: winners, texts: grams, suppliers: snapshot.supplierCount)
        self.stemTable = stemTable
        self.gramTable = gramTable
    }

    func stems(_ text: String) -> [Int32] {
        Self.stems(FoldedText(text), Stemmer(.swedish)).compactMap { stemTable.id(of: $0[...]) }
    }

    func grams(_ text: String) -> [Int32] { CharacterGrams.of(FoldedText(text)).compactMap { gramTable.id(of: $0) } }

    private static func stems(_ text: FoldedText, _ stemmer: Stemmer) -> [[UInt16]] {
        text.words.filter { !text.isNumber($0) && !StopWords.contains(text.units[$0]) }.map {
            stemmer.stem(text.units[$0])
        }
    }

    /// Awards whose main code shares so many leading digits with the query's, by weight; ties by all awards.
    func cpvCounts(_ code: CPVCode?, levels: [(digits: Int, weight: Float)], popularity factor: Float) -> [Float] {
        var scores = popularity.map { $0 * factor }
        guard let code else { return scores }
        for (procurement, row) in zip(procurements, winners) {
            guard let other = procurement.cpv.first else { continue }
            let shared = code.sharedDigits(with: other)
            let sum = levels.reduce(Float(0)) { $0 + ($1.digits <= shared ? $1.weight : 0) }
            for winner in row { scores[Int(winner)] += sum }
        }
        return scores
    }

    /// The votes of similar past procurements: CPV .3, runs .3, stems .2, same buyer × 1.3, cubed, summed.
    func votes(_ query: MatchQuery) -> [Float] {
        var similarity = [Float](repeating: 0, count: procurements.count)
        let byRuns = runs.cosines(runs.vector(grams(query.title)))
        let byWords = words.cosines(words.vector(stems(query.title)))
        var scores = popularity.map { $0 * 1e-9 }
        for (index, procurement) in procurements.enumerated() {
            similarity[index] = 0.3 * byRuns[index] + 0.2 * byWords[index]
            if let code = query.cpv.first, let other = procurement.cpv.first {
                similarity[index] += 0.3 * Self.closeness(code.sharedDigits(with: other))
            }
            if let buyer = query.buyerKey, procurement.buyers.first?.key == buyer { similarity[index] *= 1.3 }
            let vote = similarity[index] * similarity[index] * similarity[index]
            for winner in winners[index] { scores[Int(winner)] += vote }
        }
        return scores
    }

    private static func closeness(_ sharedDigits: Int) -> Float {
        switch sharedDigits {
        case 8: 1
        case 5...7: 0.8
        case 4: 0.6
        case 3: 0.4
        case 2: 0.2
        default: 0
        }
    }
}
