import Language
import Procurement

/// The plain ways to rank that Torg must beat, as BM25 and counts of awards.
enum Baselines {
    struct Named: BacktestScorer {
        let name: String
        let score: @Sendable (MatchQuery) -> [Float]

        func scores(_ query: MatchQuery) -> [Float] { score(query) }
    }

    static func all(_ history: BaselineHistory) -> [Named] {
        let popularity = history.popularity
        let stems = SupplierDocuments(history) { history.stems($0) }
        let grams = SupplierDocuments(history) { history.grams($0) }
        return [
            Named(name: "most awards") { _ in popularity },
            Named(name: "same 8-digit CPV") { history.cpvCounts($0, levels: [(8, 1)], popularity: 1e-4) },
            Named(name: "CPV hierarchy") {
                history.cpvCounts($0, levels: [(8, 1), (5, 0.3), (4, 0.2), (3, 0.1), (2, 0.03)], popularity: 1e-5)
            },
            Named(name: "BM25 stems") { stems.scores(history.stems($0.title)) },
            Named(name: "BM25 four-character runs") { grams.scores(history.grams($0.title)) },
            Named(name: "votes") { history.votes($0) },
        ]
    }
}

/// The history as the baselines see it.
struct BaselineHistory: Sendable {
    let procurements: [PastProcurement]
    /// By procurement.
    let winners: [[Int32]]
    /// Awards by supplier.
    let popularity: [Float]
    private let runs: TermIndex
    private let words: TermIndex
    private let stemTable: Vocabulary
    private let gramTable: KeyTable

    init(facts: MarketFacts, snapshot: IndexSnapshot, until: CalendarDate) {
        procurements = facts.procurements.filter { !$0.wins.isEmpty && $0.date.map { $0 <= until } ?? true }
        winners = procurements.map { procurement in
            Set(procurement.wins.compactMap { snapshot.suppliers.number(of: $0.supplier).map(Int32.init) }).sorted()
        }
        var popularity = [Float](repeating: 0, count: snapshot.supplierCount)
        for row in winners { for winner in row { popularity[Int(winner)] += 1 } }
        self.popularity = popularity
        var stemTable = Vocabulary()
        var gramTable = KeyTable()
        let stemmer = Stemmer(.swedish)
        let texts = procurements.map { FoldedText($0.title) }
        let stems = texts.map { text in Self.stems(text, stemmer).map { stemTable.intern($0[...]) } }
        let grams = texts.map { text in CharacterGrams.of(text).map { gramTable.intern($0) } }
        runs = TermIndex(texts: grams, terms: gramTable.count)
        words = TermIndex(texts: stems, terms: stemTable.count)
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
    func cpvCounts(_ query: MatchQuery, levels: [(digits: Int, weight: Float)], popularity factor: Float) -> [Float] {
        var scores = popularity.map { $0 * factor }
        guard let code = query.cpv.first else { return scores }
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

/// One document a supplier, the titles of all it won, ranked by BM25 (Robertson & Zaragoza 2009; k₁ 1.2, b 0.75).
struct SupplierDocuments: Sendable {
    private let impacts: [[(supplier: Int32, impact: Float)]]
    private let popularity: [Float]

    init(_ history: BaselineHistory, terms: (String) -> [Int32]) {
        var documents = [[Int32]](repeating: [], count: history.popularity.count)
        for (procurement, row) in zip(history.procurements, history.winners) {
            let all = terms(procurement.title)
            for winner in row { documents[Int(winner)] += all }
        }
        let filled = documents.filter { !$0.isEmpty }
        let mean = Float(filled.reduce(0) { $0 + $1.count }) / Float(max(1, filled.count))
        var postings: [[(supplier: Int32, times: Float)]] = []
        for (supplier, document) in documents.enumerated() {
            for (term, times) in Dictionary(document.map { ($0, Float(1)) }, uniquingKeysWith: +) {
                while postings.count <= Int(term) { postings.append([]) }
                postings[Int(term)].append((Int32(supplier), times))
            }
        }
        impacts = postings.map { row in
            let holders = Float(row.count)
            let rarity = Logarithm.natural(1 + (Float(filled.count) - holders + 0.5) / (holders + 0.5))
            return row.map { supplier, times in
                let length = 1.2 * (0.25 + 0.75 * Float(documents[Int(supplier)].count) / mean)
                return (supplier, rarity * times * 2.2 / (times + length))
            }
        }
        popularity = history.popularity
    }

    func scores(_ terms: [Int32]) -> [Float] {
        var scores = popularity.map { $0 * 1e-5 }
        for term in terms where Int(term) < impacts.count {
            for (supplier, impact) in impacts[Int(term)] { scores[Int(supplier)] += impact }
        }
        return scores
    }
}
